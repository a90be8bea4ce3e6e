import { type Cookies, createCookies } from './cookies.ts'

/** The session credential, shared by all connections of a session and renewed by whatever answer brings a new one. */
export interface Credential {
  guid(): string | null
  adopt(guid: string | null | undefined): void
  forget(): void
  readonly cookies: Cookies
}

export function createCredential(): Credential {
  let current: string | null = null
  const cookies = createCookies()
  return {
    guid: () => current,
    adopt: (guid) => {
      if (guid) current = guid
    },
    forget: () => {
      current = null
    },
    cookies,
  }
}

/** The GUID is "everything after `JSESSIONID=`" (spec/ccgateway.md 1.3). */
export function guidFromHeader(header: string | readonly string[] | undefined): string | undefined {
  const value = typeof header === 'string' ? header : header?.at(-1)
  return value?.match(/JSESSIONID=([^;,\s]+)/i)?.[1]
}
