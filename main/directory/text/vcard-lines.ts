/** One property of a card: its folded lines joined, and the line of the file it begins on. */
export interface VcardLine {
  readonly line: number
  readonly text: string
}

/** No property a person wrote is longer; pictures are, and are of no use here. */
const longestLine = 100_000
const mostParts = 2_000

/**
 * Unfolds (RFC 6350 section 3.2): a line that begins with a blank goes on with the one before. A quoted-printable value
 * of vCard 2.1 goes on after a `=` at the end of its line. Null is a moment to pause.
 */
export function* vcardLines(text: string): Generator<VcardLine | null> {
  let begun = 0
  let parts: string[] = []
  let number = 0
  for (const physical of physicalLines(text)) {
    number += 1
    if (number % 50 === 0) yield null
    const rest = continuation(parts, physical)
    if (rest === null) {
      yield* whole(begun, parts)
      parts = [physical]
      begun = number
    } else if (parts.length < mostParts) parts.push(rest)
  }
  yield* whole(begun, parts)
}

function* whole(line: number, parts: readonly string[]): Generator<VcardLine> {
  const text = parts.join('').slice(0, longestLine)
  if (text.trim() !== '') yield { line, text }
}

/** What of a line of the file belongs to the property before it; null: it begins another one. */
function continuation(parts: string[], physical: string): string | null {
  if (parts.length === 0) return null
  if (takesSoftBreak(parts)) return physical
  return /^[ \t]/.test(physical) ? physical.slice(1) : null
}

/** Takes the `=` away with which the last part says that it goes on. */
function takesSoftBreak(parts: string[]): boolean {
  const last = parts.at(-1) ?? ''
  if (!last.endsWith('=') || !/^[^:]*QUOTED-PRINTABLE/i.test(parts[0] ?? '')) return false
  parts[parts.length - 1] = last.slice(0, -1)
  return true
}

function* physicalLines(text: string): Generator<string> {
  const breaks = /\r\n?|\n/g
  let at = 0
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    yield text.slice(at, found.index)
    at = breaks.lastIndex
  }
  if (at < text.length) yield text.slice(at)
}
