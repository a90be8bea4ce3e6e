export type Details = Readonly<Record<string, string | number | boolean | null>>

const longestText = 4_000
const secretKey = /pass|pwd|secret|token|guid|authorization|cookie|credential|sdp|fingerprint/i
/** An id or a file of ours may hold long runs of digits, and without it a line cannot be joined to what it is about. */
const idKey = /(?:^|call|dialog|window|event)id$|^(?:file|folder|setAside)$/i
const numberKey = /number|caller|called|phone|callee|from$|to$/i

const sdpBody = /(?:^|[^a-z])v=0(?:\\r|\\n|\r|\n)[\s\S]*/g
const headerWithSecret =
  /((?:proxy-|www-)?auth(?:orization|enticate)|(?:set-)?cookie|set-guid|guid)(["']?\s*[:=]\s*)[^\r\n]*/gi
const fieldWithSecret =
  /((?:[\w-]*(?:pass(?:word|wd)?|secret|token|credential)|pwd)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;&}]+)/gi
const credentialsInUrl = /(:\/\/)[^\s/@]+@/g
/** Seven digits and more, however people group them; times and dates stand in the line's own first column. */
const phoneNumber = /\+?\d(?:[ ()-]{0,2}\d){6,}/g

/** Keeps the last three digits: enough for two people to agree which call they talk about. */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '')
  return digits.length < 4 ? number : `…${digits.slice(-3)}`
}

/** Takes out of free text what a log must never hold, whoever wrote the text. */
export function redactText(text: string): string {
  return text
    .slice(0, longestText)
    .replace(sdpBody, '[sdp]')
    .replace(headerWithSecret, '$1$2[redacted]')
    .replace(fieldWithSecret, '$1[redacted]')
    .replace(credentialsInUrl, '$1[redacted]@')
    .replace(phoneNumber, maskNumber)
}

/** The same for named values, whose names say more than their text. */
export function redactDetails(details: Details): Details {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, redactValue(key, value)]))
}

function redactValue(key: string, value: Details[string]): Details[string] {
  if (secretKey.test(key)) return value === null || value === '' ? value : '[redacted]'
  if (numberKey.test(key)) return typeof value === 'string' ? maskNumber(value) : value
  if (typeof value !== 'string') return value
  return idKey.test(key) ? value.slice(0, 100) : redactText(value)
}
