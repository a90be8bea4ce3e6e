import type { ContactNumber, NumberLabel } from '#contract'
import { type Basket, createBasket, type Imported } from '../contacts/imported.ts'
import type { Slices } from '../slices.ts'
import { joinedName } from './contacts-of-csv.ts'
import { vcardLines } from './vcard-lines.ts'
import { componentsOf, readProperty, unescaped, type VcardProperty } from './vcard-property.ts'

/** A card as far as it has been read. */
interface Card {
  readonly line: number
  formatted: string
  structured: string
  company: string
  readonly numbers: ContactNumber[]
  readonly notes: string[]
}

/** Nobody has more; a file without end must not fill the memory. */
const mostFields = 500

/** Contacts of vCard 2.1, 3.0 and 4.0 (RFC 6350). */
export function* contactsOfVcard(text: string): Slices<Imported> {
  const basket = createBasket()
  let card: Card | null = null
  for (const read of vcardLines(text.startsWith('\ufeff') ? text.slice(1) : text)) {
    if (read === null) yield
    else card = advance(card, basket, read.line, readProperty(read.text))
    if (basket.isFull()) return basket.done()
  }
  if (card) finish(card, basket, 'unfinished')
  return basket.done()
}

function advance(card: Card | null, basket: Basket, line: number, property: VcardProperty | null): Card | null {
  if (property === null) {
    basket.complain(line, 'not-a-field')
    return card
  }
  if (isBoundary(property, 'BEGIN')) {
    if (card) finish(card, basket, 'unfinished')
    return { line, formatted: '', structured: '', company: '', numbers: [], notes: [] }
  }
  if (card === null) {
    basket.complain(line, 'outside-a-card')
    return null
  }
  if (isBoundary(property, 'END')) {
    finish(card, basket, 'whole')
    return null
  }
  if (property.unreadable) basket.complain(line, 'unreadable-text')
  if (card.numbers.length + card.notes.length < mostFields) write(card, property)
  return card
}

function isBoundary({ name, value }: VcardProperty, which: 'BEGIN' | 'END'): boolean {
  return name === which && value.trim().toUpperCase() === 'VCARD'
}

function finish(card: Card, basket: Basket, how: 'whole' | 'unfinished'): void {
  if (how === 'unfinished') basket.complain(card.line, 'unfinished-card')
  const { formatted, structured, company, numbers, notes } = card
  basket.take(
    { name: formatted.trim() === '' ? structured : formatted, company, numbers, note: notes.join('\n') },
    card.line,
  )
}

/** Of what has no field of its own here, that which people read goes to the note. */
const readInNote: ReadonlySet<string> = new Set(['EMAIL', 'TITLE', 'ROLE', 'URL', 'ADR'])

function write(card: Card, { name, types, value }: VcardProperty): void {
  if (name === 'FN') card.formatted ||= unescaped(value)
  else if (name === 'N') card.structured = structuredName(value)
  else if (name === 'ORG') card.company ||= componentsOf(value).filter(isSaid).join(', ')
  else if (name === 'TEL') card.numbers.push({ label: labelOf(types), number: telephone(unescaped(value)) })
  else if (name === 'NOTE') card.notes.push(unescaped(value))
  else if (readInNote.has(name)) card.notes.push(...[componentsOf(value).filter(isSaid).join(' ')].filter(isSaid))
}

const isSaid = (text: string) => text.trim() !== ''

function structuredName(value: string): string {
  const [family = '', given = ''] = componentsOf(value)
  return joinedName(family, given)
}

/** `tel:+86-10-8888;ext=1` (RFC 3966) is what vCard 4.0 prefers. */
function telephone(value: string): string {
  return /^tel:/i.test(value) ? (value.slice(4).split(';')[0] ?? '') : value
}

function labelOf(types: readonly string[]): NumberLabel {
  if (types.includes('fax')) return 'fax'
  if (types.includes('cell') || types.includes('iphone')) return 'mobile'
  if (types.includes('work')) return 'work'
  return types.includes('home') ? 'home' : 'other'
}
