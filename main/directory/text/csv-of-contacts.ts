import type { Language, NumberLabel } from '#contract'
import { type ContactFields, labels } from '../contacts/contact.ts'
import type { Slices } from '../slices.ts'
import { titleOf } from './csv-header.ts'

/** RFC 4180 with the byte order mark by which Excel knows UTF-8. */
export function* csvOfContacts(contacts: readonly ContactFields[], language: Language): Slices<string> {
  const widths = yield* widthsOf(contacts)
  const titles = widths.flatMap(({ label, width }) =>
    Array.from({ length: width }, (_, index) => titleOf(label, language, index + 1)),
  )
  const head = [titleOf('name', language), titleOf('company', language), ...titles, titleOf('note', language)]
  const lines = [lineOf(head)]
  for (const contact of contacts) {
    const numbers = widths.flatMap(({ label, width }) => padded(numbersOf(contact, label), width))
    lines.push(lineOf([contact.name, contact.company, ...numbers, contact.note]))
    if (lines.length % 200 === 0) yield
  }
  return `\ufeff${lines.join('')}`
}

function numbersOf({ numbers }: ContactFields, label: NumberLabel): readonly string[] {
  return numbers.filter((one) => one.label === label).map(({ number }) => number)
}

/** The usual columns are there although nobody has such a number, so that the table can be filled in by hand. */
function* widthsOf(contacts: readonly ContactFields[]): Slices<{ label: NumberLabel; width: number }[]> {
  const widths = labels.map((label) => ({ label, width: label === 'mobile' || label === 'work' ? 1 : 0 }))
  for (const [index, contact] of contacts.entries()) {
    for (const column of widths) column.width = Math.max(column.width, numbersOf(contact, column.label).length)
    if (index % 200 === 0) yield
  }
  return widths
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, which the import takes away again
 * (OWASP, "CSV Injection").
 */
function cellOf(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /["\r\n,;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
