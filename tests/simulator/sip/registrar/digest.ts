import { createHash, randomBytes } from 'node:crypto'
import { epochNow } from '../../voice/epoch-now.ts'

export const REALM = 'earshot'

export type Verdict =
  | { readonly outcome: 'genuine'; readonly number: string }
  /** No credentials, or credentials for a challenge that is over: ask (again). */
  | { readonly outcome: 'ask'; readonly stale: boolean }
  | { readonly outcome: 'wrong' }

type Algorithm = 'MD5' | 'SHA-256'

const names: Readonly<Record<Algorithm, string>> = { MD5: 'md5', 'SHA-256': 'sha256' }

/** `Digest a="b", c=d` (RFC 7616 section 3.4) as a map. */
function readCredentials(header: string): ReadonlyMap<string, string> {
  const pairs = header.replace(/^\s*Digest\s+/i, '').matchAll(/(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)
  return new Map([...pairs].map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']))
}

/** RFC 7616 section 3.4.1, with qop=auth: what the softphone must have answered. */
function expected(
  credentials: ReadonlyMap<string, string>,
  algorithm: Algorithm,
  method: string,
  password: string,
): string {
  const hash = (text: string) => createHash(names[algorithm]).update(text).digest('hex')
  const value = (name: string) => credentials.get(name) ?? ''
  const secret = hash(`${value('username')}:${REALM}:${password}`)
  const request = hash(`${method}:${value('uri')}`)
  return hash([secret, value('nonce'), value('nc'), value('cnonce'), value('qop'), request].join(':'))
}

/** Asks for digest credentials and judges them; a nonce is good for so long, and each of its counts once. */
export function createDigest(
  passwordOf: (number: string) => string | undefined,
  nonceMs: number,
  wanted: () => readonly Algorithm[] = () => ['MD5'],
) {
  const nonces = new Map<string, { readonly since: number; readonly algorithm: Algorithm; count: number }>()

  function isFresh(credentials: ReadonlyMap<string, string>): boolean {
    const nonce = nonces.get(credentials.get('nonce') ?? '')
    const count = Number.parseInt(credentials.get('nc') ?? '', 16)
    if (!nonce || !(count > nonce.count) || epochNow() - nonce.since > nonceMs) return false
    nonce.count = count
    return true
  }

  return {
    /** The most wanted first (RFC 8760 section 2.4). */
    challenges(stale: boolean): string[] {
      return wanted().map((algorithm) => {
        const nonce = randomBytes(16).toString('hex')
        nonces.set(nonce, { since: epochNow(), algorithm, count: 0 })
        const late = stale ? ', stale=true' : ''
        return `Digest realm="${REALM}", nonce="${nonce}", algorithm=${algorithm}, qop="auth"${late}`
      })
    },
    /** `number` is whose password it must be: one softphone cannot register or call as another. */
    judge(header: string | undefined, method: string, number: string): Verdict {
      if (!header) return { outcome: 'ask', stale: false }
      const credentials = readCredentials(header)
      if (!isFresh(credentials)) return { outcome: 'ask', stale: true }
      const password = passwordOf(number)
      const { algorithm = 'MD5' } = nonces.get(credentials.get('nonce') ?? '') ?? {}
      const genuine =
        password !== undefined &&
        (credentials.get('algorithm') ?? 'MD5').toUpperCase() === algorithm &&
        credentials.get('username') === number &&
        credentials.get('qop') === 'auth' &&
        credentials.get('response') === expected(credentials, algorithm, method, password)
      return genuine ? { outcome: 'genuine', number } : { outcome: 'wrong' }
    },
  }
}

export type Digest = ReturnType<typeof createDigest>
