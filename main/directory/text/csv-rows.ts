export interface CsvRow {
  /** Of the file, from 1, where the row begins. */
  readonly line: number
  readonly cells: readonly string[]
  /** A quotation mark was opened and never closed: the rest of the line was taken as it stands. */
  readonly openQuote?: true
}

/** No cell a person wrote is longer; what is was left open by mistake. */
const longestQuoted = 20_000

/** RFC 4180, with any line break and any one separator, one row after the other. An empty line is none, and only a moment to pause. */
export function* csvRows(text: string, separator: string): Generator<CsvRow | null> {
  let at = 0
  let line = 1
  let trusting = true
  while (at < text.length) {
    const row = readRow(text, at, separator, trusting ? longestQuoted : 0)
    trusting &&= !row.openQuote
    const isEmpty = row.cells.every((cell) => cell === '')
    yield isEmpty ? null : { line, cells: row.cells, ...(row.openQuote && { openQuote: true }) }
    line += row.lines
    at = row.next
  }
}

/** No table of people has more; what stands further right is left out. */
const mostCells = 500

interface ReadRow {
  readonly cells: string[]
  readonly next: number
  readonly lines: number
  readonly openQuote: boolean
}

interface Cell {
  readonly text: string
  /** The place of what ends the cell: a separator, a line break or the end. */
  readonly end: number
  readonly open?: true
}

function readRow(text: string, start: number, separator: string, patience: number): ReadRow {
  const cells: string[] = []
  let at = start
  let openQuote = false
  for (;;) {
    const cell: Cell =
      text[at] === '"' && !openQuote ? quoted(text, at, separator, patience) : plain(text, at, separator)
    openQuote ||= cell.open === true
    if (cells.length < mostCells) cells.push(cell.text)
    at = cell.end
    if (text[at] !== separator) break
    at += 1
  }
  const next = at + (text.startsWith('\r\n', at) ? 2 : 1)
  return { cells, next, lines: countLines(text, start, Math.min(next, text.length)), openQuote }
}

function plain(text: string, at: number, separator: string): Cell {
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(at, end), end }
}

/** Two quotation marks are one; what follows the closing one up to the separator is kept, as Excel does. */
function quoted(text: string, at: number, separator: string, patience: number): Cell {
  let closing = text.indexOf('"', at + 1)
  while (closing >= 0 && text[closing + 1] === '"') closing = text.indexOf('"', closing + 2)
  const lineEnd = plain(text, at, '\n').end
  if (closing < 0 || (closing > lineEnd && closing - at > patience)) {
    const { end } = plain(text, at, separator)
    return { text: text.slice(at + 1, end), end, open: true }
  }
  const rest = plain(text, closing + 1, separator)
  return { text: text.slice(at + 1, closing).replaceAll('""', '"') + rest.text, end: rest.end }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at += 1)
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1
  return lines
}
