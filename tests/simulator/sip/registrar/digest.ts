import { createHash, randomBytes } from 'node:crypto'
import { epochNow } from '../../voice/epoch-now.ts'

export const REALM = 'earshot'

export type Verdict =
  | { readonly outcome: 'genuine'; readonly number: string }
  /** No credentials, or credentials for a challenge that is over: ask (again). */
  | { readonly outcome: 'ask'; readonly stale: boolean }
  | { readonly outcome: 'wrong' }

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** `Digest a="b", c=d` (RFC 7616 section 3.4) as a map. */
function readCredentials(header: string): ReadonlyMap<string, string> {
  const pairs = header.replace(/^\s*Digest\s+/i, '').matchAll(/(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)
  return new Map([...pairs].map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']))
}

/** RFC 2617 section 3.2.2.1, with qop=auth and MD5: what the softphone must have answered. */
function expected(credentials: ReadonlyMap<string, string>, method: string, password: string): string {
  const value = (name: string) => credentials.get(name) ?? ''
  const secret = md5(`${value('username')}:${REALM}:${password}`)
  const request = md5(`${method}:${value('uri')}`)
  return md5([secret, value('nonce'), value('nc'), value('cnonce'), value('qop'), request].join(':'))
}

/** Asks for digest credentials and judges them; a nonce is good for so long, and each of its counts once. */
export function createDigest(passwordOf: (number: string) => string | undefined, nonceMs: number) {
  const nonces = new Map<string, { readonly since: number; count: number }>()

  function isFresh(credentials: ReadonlyMap<string, string>): boolean {
    const nonce = nonces.get(credentials.get('nonce') ?? '')
    const count = Number.parseInt(credentials.get('nc') ?? '', 16)
    if (!nonce || !(count > nonce.count) || epochNow() - nonce.since > nonceMs) return false
    nonce.count = count
    return true
  }

  return {
    challenge(stale: boolean): string {
      const nonce = randomBytes(16).toString('hex')
      nonces.set(nonce, { since: epochNow(), count: 0 })
      return `Digest realm="${REALM}", nonce="${nonce}", algorithm=MD5, qop="auth"${stale ? ', stale=true' : ''}`
    },
    /** `number` is whose password it must be: one softphone cannot register or call as another. */
    judge(header: string | undefined, method: string, number: string): Verdict {
      if (!header) return { outcome: 'ask', stale: false }
      const credentials = readCredentials(header)
      if (!isFresh(credentials)) return { outcome: 'ask', stale: true }
      const password = passwordOf(number)
      const genuine =
        password !== undefined &&
        credentials.get('username') === number &&
        credentials.get('qop') === 'auth' &&
        credentials.get('response') === expected(credentials, method, password)
      return genuine ? { outcome: 'genuine', number } : { outcome: 'wrong' }
    },
  }
}

export type Digest = ReturnType<typeof createDigest>
