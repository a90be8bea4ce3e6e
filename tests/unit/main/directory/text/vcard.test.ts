import { expect, test } from 'vitest'
import { atOnce } from '#main/directory/slices.ts'
import { contactsOfVcard } from '#main/directory/text/contacts-of-vcard.ts'
import { vcardOfContacts } from '#main/directory/text/vcard-of-contacts.ts'

const read = (...lines: readonly string[]) => atOnce(contactsOfVcard(lines.join('\r\n')))

test('a card of version 3.0 with groups, types and a folded note', () => {
  const { contacts, problems } = read(
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Meyer;Alice;;;',
    'FN:Alice Meyer',
    'ORG:Acme\\, Inc.;Sales',
    'item1.TEL;type=CELL;type=VOICE:+49 151 1234',
    'TEL;TYPE="work,voice":030 1234',
    'NOTE:first\\nsec',
    ' ond',
    'END:VCARD',
  )

  expect(problems).toEqual([])
  expect(contacts).toEqual([
    {
      name: 'Alice Meyer',
      company: 'Acme, Inc., Sales',
      numbers: [
        { label: 'mobile', number: '+49 151 1234' },
        { label: 'work', number: '030 1234' },
      ],
      note: 'first\nsecond',
    },
  ])
})

test('a telephone address of version 4.0 is a number', () => {
  const { contacts } = read(
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:A',
    'TEL;VALUE=uri;TYPE=home:tel:+1-555;ext=2',
    'END:VCARD',
  )

  expect(contacts[0]?.numbers).toEqual([{ label: 'home', number: '+1-555' }])
})

test('quoted-printable of version 2.1, over two lines, in the character set it names', () => {
  const { contacts } = read(
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E8=8A=',
    '=B3',
    'TEL;CELL:13800138000',
    'NOTE;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D6=D0',
    'END:VCARD',
  )

  expect(contacts).toEqual([
    { name: '王芳', company: '', numbers: [{ label: 'mobile', number: '13800138000' }], note: '中' },
  ])
})

test('what is broken is told with its line, and the rest is kept', () => {
  const { contacts, problems } = read(
    'FN:nobody',
    'BEGIN:VCARD',
    'FN:A',
    'rubbish',
    'TEL:unknown',
    'BEGIN:VCARD',
    'FN:B',
    'END:VCARD',
    'BEGIN:VCARD',
    'END:VCARD',
    'BEGIN:VCARD',
    'FN:C',
  )

  expect(contacts.map(({ name, note }) => [name, note])).toEqual([
    ['A', 'unknown'],
    ['B', ''],
    ['C', ''],
  ])
  expect(problems).toEqual([
    { line: 1, problem: 'outside-a-card' },
    { line: 4, problem: 'not-a-field' },
    { line: 2, problem: 'unfinished-card' },
    { line: 2, problem: 'not-a-number' },
    { line: 9, problem: 'no-name' },
    { line: 11, problem: 'unfinished-card' },
  ])
})

test('no line written is longer than 75 octets, and no sign is torn', () => {
  const note = `${'汉字'.repeat(60)}😀`.repeat(2)
  const text = atOnce(vcardOfContacts([{ name: 'A', company: '', numbers: [], note }], '4.0'))

  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(atOnce(contactsOfVcard(text)).contacts[0]?.note).toBe(note)
})

test('a card without end is read through and kept small', () => {
  const { contacts } = read(
    'BEGIN:VCARD',
    'FN:A',
    'TEL:1\n'.repeat(100_000),
    'NOTE:x',
    ' y\n'.repeat(100_000),
    'END:VCARD',
  )

  expect(contacts).toHaveLength(1)
  expect(contacts[0]?.numbers).toHaveLength(20)
})
