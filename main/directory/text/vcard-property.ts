import { decodeAs } from './decode.ts'

export interface VcardProperty {
  readonly name: string
  /** Lower case. */
  readonly types: readonly string[]
  /** Still with its backslashes. */
  readonly value: string
  /** The bytes could not be read in the character set they claim. */
  readonly unreadable?: true
}

/** `group.NAME;PARAMETER=value;…:value` (RFC 6350 section 3.3); null for a line that is not so. */
export function readProperty(text: string): VcardProperty | null {
  const colon = endOfHead(text)
  if (colon < 0) return null
  const [first = '', ...parameters] = splitOutsideQuotes(text.slice(0, colon), ';')
  const name = (first.split('.').at(-1) ?? '').trim().toUpperCase()
  if (!/^[A-Z0-9-]+$/.test(name)) return null
  const read = parameters.map(readParameter)
  const valuesOf = (wanted: string) => read.filter((one) => one.name === wanted).flatMap((one) => one.values)
  // A parameter without a name is a type, or an encoding, of vCard 2.1.
  const bare = valuesOf('')
  const encoding = [...valuesOf('ENCODING'), ...bare].map((value) => value.toUpperCase())
  const types = [...valuesOf('TYPE'), ...bare].map((value) => value.toLowerCase())
  const raw = text.slice(colon + 1)
  if (!encoding.includes('QUOTED-PRINTABLE')) return { name, types, value: raw }
  const decoded = quotedPrintable(raw, valuesOf('CHARSET')[0] ?? 'utf-8')
  return decoded === null ? { name, types, value: raw, unreadable: true } : { name, types, value: decoded }
}

function endOfHead(text: string): number {
  let inQuotes = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') inQuotes = !inQuotes
    else if (text[at] === ':' && !inQuotes) return at
  }
  return -1
}

function splitOutsideQuotes(text: string, sign: string): string[] {
  const parts = ['']
  let inQuotes = false
  for (const letter of text) {
    if (letter === '"') inQuotes = !inQuotes
    if (letter === sign && !inQuotes) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

function readParameter(text: string): { name: string; values: string[] } {
  const equals = text.indexOf('=')
  const name = equals < 0 ? '' : text.slice(0, equals).trim().toUpperCase()
  const values = splitOutsideQuotes(text.slice(equals + 1), ',').flatMap((value) => {
    const bare = value.trim().replace(/^"|"$/g, '')
    // TYPE="work,voice" is written by many (RFC 6350 section 5.6 wants it without quotation marks).
    return name === 'TYPE' ? bare.split(',') : [bare]
  })
  return { name, values }
}

/** Of vCard 2.1 (RFC 2045 section 6.7); soft line breaks are gone by now. */
function quotedPrintable(text: string, charset: string): string | null {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const hex = /^=([\dA-Fa-f]{2})/.exec(text.slice(at, at + 3))?.[1]
    if (hex) {
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    } else bytes.push(...Buffer.from(text[at] ?? ''))
  }
  return decodeAs(charset, Uint8Array.from(bytes)) ?? decodeAs('gb18030', Uint8Array.from(bytes))
}

/** Parts of a value between `;` (RFC 6350 section 3.4), each without its backslashes. */
export function componentsOf(value: string): string[] {
  return value.split(/(?<!(?<!\\)(?:\\\\)*\\);/).map(unescaped)
}

export function unescaped(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}
