import type { ContactNumber } from '#contract'
import type { RawContact } from '../contacts/contact.ts'
import { type Basket, createBasket, type Imported } from '../contacts/imported.ts'
import type { Slices } from '../slices.ts'
import { type Column, columnOf } from './csv-header.ts'
import { type CsvRow, csvRows } from './csv-rows.ts'

/** What a column holds: something we know, or something that goes to the note under its own title. */
type Meaning = { readonly column: Column } | { readonly title: string }

/** Contacts of a table, with or without a header, whatever separates its cells. Null: it is no such table. */
export function* contactsOfCsv(text: string): Slices<Imported | null> {
  const { body, skipped, separator } = prepare(text)
  const meanings = headerOf(firstRow(body, separator))
  const imported = yield* fill(csvRows(body, separator), meanings, skipped)
  const isTable = meanings !== null || imported.contacts.some(({ numbers }) => numbers.length > 0)
  return isTable ? imported : null
}

/** One row at a time, so that a file of nothing but line breaks takes no more room than an empty one. */
function* fill(rows: Iterable<CsvRow | null>, meanings: readonly Meaning[] | null, skipped: number): Slices<Imported> {
  const basket = createBasket()
  let steps = 0
  let headed = meanings === null
  for (const row of rows) {
    steps += 1
    if (steps % 50 === 0) yield
    if (row && headed) take(basket, row, meanings, skipped)
    headed ||= row !== null
    if (basket.isFull()) break
  }
  return basket.done()
}

function take(basket: Basket, row: CsvRow, meanings: readonly Meaning[] | null, skipped: number): void {
  const line = row.line + skipped
  if (row.openQuote) basket.complain(line, 'open-quote')
  basket.take(meanings ? byHeader(row, meanings) : byLooks(row), line)
}

function firstRow(body: string, separator: string): CsvRow | undefined {
  for (const row of csvRows(body.slice(0, 20_000), separator)) if (row) return row
  return undefined
}

/** Excel's own first line says what separates; else it is what the first line has most of. */
function prepare(text: string): { body: string; skipped: number; separator: string } {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const said = /^sep=(.)\r?\n/i.exec(text.slice(start, start + 8))
  if (said) return { body: text.slice(start + said[0].length), skipped: 1, separator: said[1] ?? ',' }
  const body = text.slice(start)
  const head = (/^[^\r\n]*/.exec(body)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => head.split(sign).length
  const separator = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  return { body, skipped: 0, separator }
}

/** Whether the first row says what the columns hold. */
export function hasHeader(text: string): boolean {
  const { body, separator } = prepare(text)
  return headerOf(firstRow(body, separator)) !== null
}

function headerOf(row: CsvRow | undefined): readonly Meaning[] | null {
  const meanings = (row?.cells ?? []).map((title): Meaning => {
    const column = columnOf(title)
    return column ? { column } : { title: title.trim() }
  })
  return meanings.some((meaning) => 'column' in meaning) ? meanings : null
}

function byHeader({ cells }: CsvRow, meanings: readonly Meaning[]): RawContact {
  const found = new Map<Column, string>()
  const numbers: ContactNumber[] = []
  const extra: string[] = []
  const put = (meaning: Meaning, value: string) => {
    if (!('column' in meaning)) extra.push([meaning.title, value].filter((part) => part !== '').join(': '))
    else if (isNumberColumn(meaning.column)) numbers.push(...numbersIn(value, meaning.column))
    else found.set(meaning.column, value)
  }
  for (const [index, cell] of cells.entries()) {
    const value = unguarded(cell)
    if (value.trim() !== '') put(meanings[index] ?? { title: '' }, value)
  }
  const note = [found.get('note') ?? '', ...extra].filter((part) => part !== '').join('\n')
  return { name: nameOf(found), company: found.get('company') ?? '', numbers, note }
}

function isNumberColumn(column: Column): column is ContactNumber['label'] {
  return column === 'work' || column === 'mobile' || column === 'home' || column === 'fax' || column === 'other'
}

/** Google writes several numbers into one cell. */
function numbersIn(value: string, label: ContactNumber['label']): ContactNumber[] {
  return value.split(':::').map((number) => ({ label, number }))
}

function nameOf(found: ReadonlyMap<Column, string>): string {
  return found.get('name') ?? joinedName(found.get('family') ?? '', found.get('given') ?? '')
}

/** The family name comes first in Chinese, without a blank. */
export function joinedName(family: string, given: string): string {
  if (/\p{Script=Han}/u.test(family + given)) return family + given
  return [given, family].filter((part) => part.trim() !== '').join(' ')
}

/** Without a header: what looks like a number is one, the first of the rest is the name. */
function byLooks({ cells }: CsvRow): RawContact {
  const values = cells.map(unguarded)
  const isNumber = (value: string) => /^[\s+\d()*#./-]{3,}$/.test(value) && /\d/.test(value)
  const [name = '', ...rest] = values.filter((value) => value.trim() !== '' && !isNumber(value))
  const numbers = values.filter(isNumber).map((number) => ({ label: 'other' as const, number }))
  return { name, company: '', numbers, note: rest.join('\n') }
}

/** The apostrophe that keeps a spreadsheet from calculating with a cell (csv-of-contacts.ts). */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
