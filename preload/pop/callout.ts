/** What a page wants dialled; main looks at the number. */
export interface Callout {
  readonly number: string
  readonly mode: 'audio' | 'video'
}

const longestMessage = 1_000
const longestNumber = 64

/** A posted message in one of the two shapes of spec/media-and-services.md 5.2, or its JSON; null: another one. */
export function calloutOf(message: unknown): Callout | null {
  const said = typeof message === 'string' ? parsed(message) : message
  if (!isObject(said) || said.name !== 'callout') return null
  const { param } = said
  if (Array.isArray(param)) return callout(param[0], param[1])
  return isObject(param) ? callout(param.number, param.mode) : null
}

/**
 * `clickToOutbound({ mediaType, calledNum })` (Huawei, cec_05_1808). Its e-mail and WhatsApp are no calls. A number and
 * a type one after the other are taken too, as older pages may send them (inferred).
 */
export function outboundOf(first: unknown, second?: unknown): Callout | null {
  return isObject(first) ? callout(first.calledNum, first.mediaType) : callout(first, second)
}

/** Without a mode a call is by voice. */
function callout(number: unknown, mode: unknown = 'audio'): Callout | null {
  if (mode !== 'audio' && mode !== 'video') return null
  const written = typeof number === 'number' && Number.isSafeInteger(number) ? String(number) : number
  if (typeof written !== 'string' || written.trim() === '' || written.length > longestNumber) return null
  return { number: written.trim(), mode }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string): unknown {
  if (text.length > longestMessage || !text.includes('callout')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
