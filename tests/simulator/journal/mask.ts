const secretKeys = new Set([
  'password',
  'oldpassword',
  'newpassword',
  'guid',
  'set-guid',
  'servicetoken',
  'service_token',
  'cookie',
])
const hidden = '***'

/** The same value with passwords and session credentials blotted out, however deep. */
export function mask(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mask)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, secretKeys.has(key.toLowerCase()) ? hidden : mask(inner)]),
  )
}

/** A SIP message without the proof of a password (RFC 3261 section 22.4). */
export function maskSip(text: string): string {
  return text.replace(/^((?:proxy-)?authorization):.*$/gim, `$1: ${hidden}`)
}
