/** Who calls, as far as the far side says so and it can be shown. */
export interface Caller {
  readonly number: string
  readonly name?: string
}

const longest = 80

/** Control characters, and those that turn or hide the text around them (Unicode, bidirectional and zero-width). */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu

function printable(text: string): string {
  return [...text.replace(unprintable, '').replace(/\s+/g, ' ').trim()].slice(0, longest).join('').trim()
}

function unescapeUri(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

interface Named {
  readonly name: string
  readonly number: string
}

/** Enough of name-addr and addr-spec (RFC 3261 section 25.1) to read any of them, without a grammar that can refuse. */
const address = /<?\s*(?:sips?|tel):([^@;>?\s]*)/i
const quotedName = /^\s*"((?:[^"\\]|\\.){0,1000})"/
const bareName = /^([^<":]{0,1000})</

function readAddress(header: string): Named {
  const quoted = quotedName.exec(header)
  const rest = quoted === null ? header : header.slice(quoted[0].length)
  const name = quoted?.[1]?.replace(/\\(.)/g, '$1') ?? bareName.exec(header)?.[1] ?? ''
  const user = address.exec(rest)?.[1] ?? ''
  return { name: printable(name), number: printable(unescapeUri(user.split(':')[0] ?? '')) }
}

/** The asserted identity (RFC 3325 section 9.1) where the platform gives one, else From. */
export function readCaller(asserted: string | undefined, from: string): Caller {
  const claimed = readAddress(from)
  const trusted = asserted === undefined ? claimed : readAddress(asserted)
  const number = trusted.number || claimed.number
  const name = trusted.name || claimed.name
  return name === '' || name === number ? { number } : { number, name }
}
