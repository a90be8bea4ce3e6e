import type { Operation } from '../gateway.ts'

/** How long a command may take before it counts as unanswered. */
export const commandMs = 5_000

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

/** An operation whose answer says nothing but yes. `{agentId}` in the path is put in by the session. */
export function command(method: Operation<void>['method'], path: string, body?: unknown): Operation<void> {
  return { method, path, ...(body !== undefined && { body }), read: () => undefined, timeoutMs: commandMs }
}

export function query<T>(path: string, reader: (result: unknown) => T): Operation<T> {
  return { method: 'GET', path, read: reader, timeoutMs: commandMs }
}

/** The path with those parameters that have a value, encoded: DTMF has `#`, skill lists have `;` (1.1). */
export function withQuery(path: string, parameters: Parameters): string {
  const pairs = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** The gateway takes digits, `*` and `#` (spec/ccgateway.md 8.2): the international `+` becomes 00, China's prefix (inferred). */
export function dialled(number: string): string {
  return number.replace(/^\+/, '00')
}
