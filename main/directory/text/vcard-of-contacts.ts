import type { NumberLabel } from '#contract'
import type { ContactFields } from '../contacts/contact.ts'
import type { Slices } from '../slices.ts'

export type VcardVersion = '3.0' | '4.0'

const types: Readonly<Record<NumberLabel, string>> = {
  work: 'work',
  mobile: 'cell',
  home: 'home',
  fax: 'fax',
  other: 'voice',
}

/** 3.0 is read by every phone and mail program; 4.0 (RFC 6350) is the newer spelling of the same. */
export function* vcardOfContacts(contacts: readonly ContactFields[], version: VcardVersion): Slices<string> {
  const cards: string[] = []
  for (const contact of contacts) {
    cards.push(cardOf(contact, version))
    if (cards.length % 100 === 0) yield
  }
  return cards.join('')
}

function cardOf({ name, company, numbers, note }: ContactFields, version: VcardVersion): string {
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `FN:${escaped(name)}`,
    // Required by 3.0 (RFC 2426 section 3.1.2); which part is the family name is not known here.
    ...(version === '3.0' ? [`N:${escaped(name)};;;;`] : []),
    ...(company === '' ? [] : [`ORG:${escaped(company)}`]),
    ...numbers.map(({ label, number }) => `TEL;TYPE=${types[label]}:${escaped(number)}`),
    ...(note === '' ? [] : [`NOTE:${escaped(note)}`]),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** RFC 6350 section 3.4. */
function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')
}

/** At most 75 octets on a line, and no sign torn in two (RFC 6350 section 3.2). */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line
  const lines = ['']
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 75) {
      lines.push('')
      // The blank in front counts.
      octets = 1
    }
    lines[lines.length - 1] += sign
    octets += size
  }
  return lines.join('\r\n ')
}
