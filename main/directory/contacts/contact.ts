import { z } from 'zod'
import type { Contact, ContactNumber, NumberLabel } from '#contract'

/** A contact before it has an id. */
export type ContactFields = Omit<Contact, 'id'>

export const longest = { word: 200, note: 2_000, numbers: 20, contacts: 100_000 } as const

export const labels: readonly NumberLabel[] = ['work', 'mobile', 'home', 'fax', 'other']

const word = z.string().max(longest.word)

/** As it stands in the file, one on each line. */
export const contactShape = z.strictObject({
  id: word.min(1),
  name: word.min(1),
  company: word,
  numbers: z
    .array(z.strictObject({ label: z.enum(labels), number: word.min(1) }))
    .max(longest.numbers)
    .readonly(),
  note: z.string().max(longest.note),
})

/** What somebody, or some file, says of a contact: any length, any signs. */
export interface RawContact {
  readonly name: string
  readonly company: string
  readonly numbers: readonly ContactNumber[]
  readonly note: string
}

export interface Tidied {
  /** Null when there is nothing to call it by. */
  readonly fields: ContactFields | null
  readonly cut: boolean
  /** There were numbers that have nothing to dial; they stand in the note. */
  readonly oddNumbers: boolean
}

/** Within bounds and on one line each; what is no number goes to the note, so that nothing is lost. */
export function tidy(raw: RawContact): Tidied {
  const numbers = raw.numbers
    .map(({ label, number }) => ({ label, number: oneLine(number) }))
    .filter(({ number }) => number !== '')
  const dialled = numbers.filter(({ number }) => isNumber(number))
  const odd = numbers.filter(({ number }) => !isNumber(number)).map(({ number }) => number)
  const company = oneLine(raw.company)
  const name = oneLine(raw.name) || company || (dialled[0]?.number ?? '')
  const note = [tidyNote(raw.note), ...odd].filter((part) => part !== '').join('\n')
  const fields = {
    name: cutTo(name, longest.word),
    company: cutTo(company, longest.word),
    numbers: dialled
      .slice(0, longest.numbers)
      .map(({ label, number }) => ({ label, number: cutTo(number, longest.word) })),
    note: cutTo(note, longest.note),
  }
  return {
    fields: name === '' ? null : fields,
    cut: isCut({ name, company, note }, dialled),
    oddNumbers: odd.length > 0,
  }
}

function isCut(texts: { name: string; company: string; note: string }, numbers: readonly ContactNumber[]): boolean {
  const { name, company, note } = texts
  const words = [name, company, ...numbers.map(({ number }) => number)]
  return (
    words.some((text) => text.length > longest.word) || note.length > longest.note || numbers.length > longest.numbers
  )
}

/** A sign that takes two code units is not cut in half. */
function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trimEnd()
}

function isNumber(text: string): boolean {
  return /[\d*#]/.test(text.normalize('NFKC'))
}

export function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\s\u2028\u2029\ufeff]+/gu, ' ')
    .trim()
}

function tidyNote(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n]|\ufeff/gu, ' ')
    .trim()
}

/** Same in everything but the id. */
export function fingerprint({ name, company, numbers, note }: ContactFields): string {
  const said = [...numbers].sort(byLabel).map(({ label, number }) => [label, number])
  return JSON.stringify([name, company, said, note])
}

/** A file has its numbers in the order of its columns. */
function byLabel(one: ContactNumber, other: ContactNumber): number {
  return labels.indexOf(one.label) - labels.indexOf(other.label)
}
