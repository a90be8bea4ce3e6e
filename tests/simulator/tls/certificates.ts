import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const dayMs = 86_400_000

/** What can be wrong with a server's certificate, on demand. */
export type CertificateKind = 'trusted' | 'untrusted' | 'expired' | 'wrong-host'

export interface Authority {
  readonly certificate: x509.X509Certificate
  readonly keys: webcrypto.CryptoKeyPair
  readonly pem: string
}

export interface ServerCertificate {
  readonly key: string
  readonly cert: string
}

export async function createAuthority(name = 'Earshot simulator authority'): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: `CN=${name}`,
    notBefore: new Date(Date.now() - dayMs),
    notAfter: new Date(Date.now() + 365 * dayMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate, keys, pem: `${certificate.toString('pem')}\n` }
}

/** An untrusted one is signed by an authority nobody is told of, under the same name. */
export async function createServerCertificate(authority: Authority, kind: CertificateKind): Promise<ServerCertificate> {
  const signer = kind === 'untrusted' ? await createAuthority() : authority
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const age = kind === 'expired' ? -dayMs : 90 * dayMs
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: 'CN=localhost',
    issuer: signer.certificate.subject,
    notBefore: new Date(Date.now() - 2 * dayMs),
    notAfter: new Date(Date.now() + age),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: signer.keys.privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension(hosts(kind)),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      await x509.AuthorityKeyIdentifierExtension.create(signer.keys.publicKey),
    ],
  })
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { key: x509.PemConverter.encode(key, 'PRIVATE KEY'), cert: certificate.toString('pem') }
}

function hosts(kind: CertificateKind): x509.JsonGeneralNames {
  if (kind === 'wrong-host') return [{ type: 'dns', value: 'elsewhere.invalid' }]
  return [
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ]
}

/** Positive and at most 20 octets (RFC 5280 section 4.1.2.2). */
function serial(): string {
  return `01${webcrypto.randomUUID().replaceAll('-', '')}`
}
