import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { Certificate, Session } from 'electron'

/** What a site's own certificate authority counts for: these SIP servers, and nothing else in the world. */
export interface SiteTrust {
  readonly servers: readonly string[]
  /** PEM, one or several. */
  readonly ca: string
}

/** As a server showed itself; the leaf first, then what it sent with it. */
export interface Shown {
  readonly host: string
  readonly chain: readonly string[]
}

type Verifying = Pick<Session, 'setCertificateVerifyProc'>

const accept = 0
/** "Uses the verification result from Chromium" (Electron, `setCertificateVerifyProc`). */
const asChromiumSays = -3
const unknownAuthority = -202
const serverAuthentication = '1.3.6.1.5.5.7.3.1'
const longestChain = 8

/**
 * What the system trusts stays trusted; the site's authority is asked only about an authority nobody knows. To be said
 * once for a session, before it connects (windows/sessions.ts). A page is never told why a server is not trusted, so
 * each verdict is told here.
 */
export function trustSite(
  session: Verifying,
  trust: SiteTrust | null,
  onVerdict: (host: string, trusted: boolean) => void,
): void {
  const hosts = new Set(trust?.servers.map(hostOf))
  session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, answer) => {
    const host = withoutBrackets(hostname)
    const asked = trust !== null && errorCode === unknownAuthority && hosts.has(host)
    const trusted = asked && isTrusted({ host, chain: chainOf(certificate) }, trust.ca, new Date())
    onVerdict(host, trusted || errorCode === 0)
    answer(trusted ? accept : asChromiumSays)
  })
}

/** As certificates and verdicts name it. */
export function hostOf(server: string): string {
  return withoutBrackets(new URL(server).hostname)
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}

function chainOf(certificate: Certificate): string[] {
  const chain: string[] = []
  for (let next: Certificate | undefined = certificate; next && chain.length < longestChain; next = next.issuerCert)
    chain.push(next.data)
  return chain
}

/** RFC 5280 section 6 as far as a site's own chain goes: names, dates, purpose, and signatures up to one of `ca`. */
export function isTrusted(shown: Shown, ca: string, now: Date): boolean {
  const chain = shown.chain.flatMap(parse)
  const authorities = (ca.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).flatMap(parse)
  const [leaf, ...sent] = chain
  if (leaf === undefined || !namesHost(leaf, shown.host) || !isForServers(leaf)) return false

  let current = leaf
  for (let depth = 0; depth < longestChain && isInForce(current, now); depth++) {
    if (authorities.some((authority) => authority.raw.equals(current.raw) || signs(authority, current, now)))
      return true
    const issuer = sent.find((candidate) => signs(candidate, current, now))
    if (issuer === undefined) return false
    current = issuer
  }
  return false
}

function parse(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)]
  } catch {
    return []
  }
}

function namesHost(certificate: X509Certificate, host: string): boolean {
  const address = withoutBrackets(host)
  if (isIP(address)) return certificate.checkIP(address) !== undefined
  return certificate.checkHost(host, { subject: 'never' }) !== undefined
}

/** `keyUsage` is Node's name for the extended key usage; without the extension any purpose is allowed. */
function isForServers({ keyUsage }: X509Certificate): boolean {
  return keyUsage === undefined || keyUsage.includes(serverAuthentication)
}

function isInForce({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return new Date(validFrom) <= now && now <= new Date(validTo)
}

function signs(issuer: X509Certificate, subject: X509Certificate, now: Date): boolean {
  return issuer.ca && isInForce(issuer, now) && subject.checkIssued(issuer) && subject.verify(issuer.publicKey)
}
