import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { beforeAll, describe, expect, test } from 'vitest'
import { isTrusted, trustSite } from '#main/desktop/site-certificates.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const day = 86_400_000
const now = new Date('2026-06-01T12:00:00Z')

interface Party {
  readonly certificate: X509Certificate
  readonly keys: CryptoKeyPair
}

interface Wanted {
  readonly names?: readonly { readonly type: 'dns' | 'ip'; readonly value: string }[]
  readonly ca?: boolean
  readonly from?: number
  readonly until?: number
  readonly usage?: string
}

let serial = 0
async function make(subject: string, issuer: Party | null, wanted: Wanted = {}): Promise<Party> {
  const { names, ca = false, from = -day, until = day, usage } = wanted
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const extensions: Extension[] = [new BasicConstraintsExtension(ca)]
  if (names) extensions.push(new SubjectAlternativeNameExtension([...names]))
  if (usage) extensions.push(new ExtendedKeyUsageExtension([usage]))
  const certificate = await X509CertificateGenerator.create({
    serialNumber: String(++serial).padStart(2, '0'),
    subject: `CN=${subject}`,
    issuer: issuer?.certificate.subject ?? `CN=${subject}`,
    notBefore: new Date(now.getTime() + from),
    notAfter: new Date(now.getTime() + until),
    signingKey: (issuer ?? { keys }).keys.privateKey,
    publicKey: keys.publicKey,
    signingAlgorithm: algorithm,
    extensions,
  })
  return { certificate, keys }
}

const pem = ({ certificate }: Party) => certificate.toString('pem')
const sip = [{ type: 'dns', value: 'sip.example' }] as const
let root: Party
let other: Party
let intermediate: Party
beforeAll(async () => {
  root = await make('Site root', null, { ca: true })
  other = await make('Other root', null, { ca: true })
  intermediate = await make('Site issuing', root, { ca: true })
})

describe('a server of the site is trusted', () => {
  test('when its authority has signed it', async () => {
    const leaf = await make('server', root, { names: sip, usage: '1.3.6.1.5.5.7.3.1' })

    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf)] }, pem(root), now)).toBe(true)
  })

  test('through an authority between them that it sends along', async () => {
    const leaf = await make('server', intermediate, { names: sip })

    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf), pem(intermediate)] }, pem(root), now)).toBe(true)
    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf), pem(intermediate), pem(root)] }, pem(root), now)).toBe(
      true,
    )
  })

  test('by its address', async () => {
    const leaf = await make('server', root, { names: [{ type: 'ip', value: '10.0.0.5' }] })

    expect(isTrusted({ host: '10.0.0.5', chain: [pem(leaf)] }, pem(root), now)).toBe(true)
  })

  test('by one of several authorities', async () => {
    const leaf = await make('server', root, { names: sip })

    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf)] }, `${pem(other)}\n${pem(root)}`, now)).toBe(true)
  })

  test('when it is itself what the profile names', async () => {
    const leaf = await make('server', null, { names: sip })

    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf)] }, pem(leaf), now)).toBe(true)
  })
})

const refused: [string, string, Wanted, (leaf: Party) => readonly Party[], () => Party, () => Party][] = [
  ['that has expired', 'sip.example', { names: sip, until: -60_000 }, (leaf) => [leaf], () => root, () => root],
  ['that is not valid yet', 'sip.example', { names: sip, from: 60_000 }, (leaf) => [leaf], () => root, () => root],
  ['under another name', 'evil.example', { names: sip }, (leaf) => [leaf], () => root, () => root],
  ['under its common name only', 'server', {}, (leaf) => [leaf], () => root, () => root],
  [
    'at another address',
    '10.0.0.6',
    { names: [{ type: 'ip', value: '10.0.0.5' }] },
    (leaf) => [leaf],
    () => root,
    () => root,
  ],
  ['of another authority', 'sip.example', { names: sip }, (leaf) => [leaf], () => other, () => root],
  [
    'with a certificate for something else',
    'sip.example',
    { names: sip, usage: '1.3.6.1.5.5.7.3.2' },
    (leaf) => [leaf],
    () => root,
    () => root,
  ],
  [
    'that keeps the authority between to itself',
    'sip.example',
    { names: sip },
    (leaf) => [leaf],
    () => intermediate,
    () => root,
  ],
]

describe('a server is not trusted', () => {
  test.each(refused)('%s', async (_, host, wanted, chain, issuer, authority) => {
    const leaf = await make('server', issuer(), wanted)

    expect(isTrusted({ host, chain: chain(leaf).map(pem) }, pem(authority()), now)).toBe(false)
  })

  test('signed by a certificate that is no authority', async () => {
    const impostor = await make('Site issuing', root, { ca: false })
    const leaf = await make('server', impostor, { names: sip })

    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf), pem(impostor)] }, pem(root), now)).toBe(false)
  })

  test('through an authority between them that has expired', async () => {
    const expired = await make('Site issuing', root, { ca: true, until: -60_000 })
    const leaf = await make('server', expired, { names: sip })

    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf), pem(expired)] }, pem(root), now)).toBe(false)
  })

  test('signed by one who only bears the name of the authority', async () => {
    const namesake = await make('Site root', null, { ca: true })
    const leaf = await make('server', namesake, { names: sip })

    expect(isTrusted({ host: 'sip.example', chain: [pem(leaf), pem(namesake)] }, pem(root), now)).toBe(false)
  })

  test('that shows something else than certificates', () => {
    expect(isTrusted({ host: 'sip.example', chain: ['nonsense'] }, pem(root), now)).toBe(false)
    expect(isTrusted({ host: 'sip.example', chain: [] }, pem(root), now)).toBe(false)
  })
})

describe('the authority counts', () => {
  let verdicts: string[] = []
  async function ask(hostname: string, errorCode: number, ca = true) {
    verdicts = []
    const present = await make('Site root', null, {
      ca: true,
      from: Date.now() - now.getTime() - day,
      until: Date.now() - now.getTime() + day,
    })
    const valid = { from: Date.now() - now.getTime() - day, until: Date.now() - now.getTime() + day }
    const leaf = await make('server', present, { names: [{ type: 'dns', value: hostname }], ...valid })
    let proc: Parameters<Parameters<typeof trustSite>[0]['setCertificateVerifyProc']>[0] = null
    const session = {
      setCertificateVerifyProc: (next: typeof proc) => {
        proc = next
      },
    }
    const trust = ca ? { servers: ['wss://sip.example:7443/ws'], ca: pem(present) } : null
    trustSite(session, trust, (host, trusted) => verdicts.push(`${host} ${trusted}`))
    return new Promise<number>((resolve) => {
      const asked = { hostname, errorCode, certificate: { data: pem(leaf) } }
      proc?.(asked as Parameters<NonNullable<typeof proc>>[0], resolve)
    })
  }

  test('for the servers of the profile', async () => {
    expect(await ask('sip.example', -202)).toBe(0)
  })

  test('for no other host', async () => {
    expect(await ask('other.example', -202)).toBe(-3)
  })

  test('for no other fault of a certificate', async () => {
    expect(await ask('sip.example', -201)).toBe(-3)
  })

  test('for nothing that is in order already', async () => {
    expect(await ask('sip.example', 0)).toBe(-3)
  })

  test('for nothing when the profile names none', async () => {
    expect(await ask('sip.example', -202, false)).toBe(-3)
  })

  test('and every verdict is told, whoever has come to it', async () => {
    const told = async (...asked: Parameters<typeof ask>) => {
      await ask(...asked)
      return verdicts
    }

    expect(await told('sip.example', -202)).toEqual(['sip.example true'])
    expect(await told('sip.example', -202, false)).toEqual(['sip.example false'])
    expect(await told('sip.example', -201)).toEqual(['sip.example false'])
    expect(await told('sip.example', 0, false)).toEqual(['sip.example true'])
  })
})
