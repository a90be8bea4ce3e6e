import { linkOf } from './link.ts'

/** A stretch of a foreign text: what it is decides how it is drawn, never what it says of itself. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'link'
      readonly text: string
      readonly url: string
      readonly host: string
      readonly posing: boolean
    }
  | { readonly kind: 'number'; readonly text: string; readonly number: string }
  /** A sign that would change what the reader sees around it, by its name. */
  | { readonly kind: 'mark'; readonly name: string }

/** Directional overrides, embeddings and isolates (Unicode 9, UAX 9): they can make a text read as another. */
const overrides: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

const link = /(?:https?:\/\/|www\.)[^\s<>"'`\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f\u202a-\u202e\u2066-\u2069\p{Cc}]+/iu
const number = /(?<![A-Za-z\p{N}.:/_-])(?:\+|\((?=\d))?\d(?:[\d ()-]{5,18})\d(?![A-Za-z\p{N}_-])/u
const interesting = new RegExp(
  `(?<link>${link.source})|(?<number>${number.source})|(?<mark>[\\u202a-\\u202e\\u2066-\\u2069]|(?![\\t\\n\\r])\\p{Cc})`,
  'giu',
)

export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const found of text.matchAll(interesting)) {
    const part = partOf(found)
    if (!part) continue
    if (found.index > from) parts.push({ kind: 'text', text: text.slice(from, found.index) })
    parts.push(part)
    from = found.index + ('text' in part ? part.text.length : found[0].length)
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

function partOf({ groups, 0: text }: RegExpExecArray): TextPart | null {
  if (groups?.mark) return { kind: 'mark', name: markName(text) }
  if (groups?.link) return linkOf(text)
  const digits = text.replace(/\D/g, '').length
  const number = text.replace(/[^\d+]/g, '')
  return digits >= 7 && digits <= 15 && !isDate(text) ? { kind: 'number', text, number } : null
}

/** 2026-11-22 is no telephone number. */
function isDate(text: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/.test(text)
}

function markName(sign: string): string {
  return overrides[sign] ?? `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Foreign text on one line of our own: a name, a subject. The same signs are named, and line ends are spaces. */
export function plainLine(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\p{Cc}]/gu, (sign) => `[${markName(sign)}]`)
}
