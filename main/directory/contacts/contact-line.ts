import type { Contact, ContactNumber, DirectoryEntry, EntryDeed } from '#contract'
import { type Line, lineOf } from '../search/line.ts'

export function contactLine(contact: Contact): Line {
  const { name, company, note, numbers } = contact
  return lineOf({
    id: `contact:${contact.id}`,
    kind: 'contact',
    name,
    numbers: numbers.map(({ number }) => number),
    more: `${company} ${note}`,
    shown: () => entryOf(contact),
  })
}

function entryOf(contact: Contact): DirectoryEntry {
  const { id, name, company, numbers } = contact
  return {
    id: `contact:${id}`,
    kind: 'contact',
    name,
    detail: company,
    number: numbers[0]?.number ?? '',
    can: numbers.flatMap(deedsOf),
    contact,
  }
}

/** A fax is written down, not spoken to. */
function deedsOf({ label, number }: ContactNumber): readonly EntryDeed[] {
  const address = dialled(number)
  if (label === 'fax' || address === '') return []
  return [
    { do: 'call', number: address, label },
    // A transfer's address has no `+` (spec/ccgateway.md 8.3).
    { do: 'transfer', to: { kind: 'outside', address: address.replace(/^\+/, '00') }, label },
  ]
}

/** What of a number as people write it is dialled: digits, `*`, `#`, and a leading `+`. */
export function dialled(number: string): string {
  const signs = number
    .normalize('NFKC')
    .replace(/\(0\)/, '')
    .replace(/[^\d*#+]/g, '')
  return signs.slice(0, 1) + signs.slice(1).replaceAll('+', '')
}
