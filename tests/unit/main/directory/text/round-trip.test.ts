import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ContactFields, fingerprint, labels, tidy } from '#main/directory/contacts/contact.ts'
import { atOnce } from '#main/directory/slices.ts'
import { contactsOfFile } from '#main/directory/text/contacts-of-file.ts'
import { csvOfContacts } from '#main/directory/text/csv-of-contacts.ts'
import { vcardOfContacts } from '#main/directory/text/vcard-of-contacts.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('=1+1', "'=x", '@a', '-5', '王芳', 'a;b,c\\n"d"', ' x ', 'BEGIN:VCARD', '\r\n', ':::'),
)
const anyNumber = fc.oneof(
  fc.stringMatching(/^\+?\d[\d -]{2,18}\d$/),
  fc.constantFrom('10086', '+86 138 0013 8000', '*67#'),
)

/** Every contact that can be kept: what `tidy` lets through. */
const contact = fc
  .record({
    name: anyText,
    company: anyText,
    numbers: fc.array(fc.record({ label: fc.constantFrom(...labels), number: anyNumber }), { maxLength: 5 }),
    note: anyText,
  })
  .map((raw) => tidy(raw).fields)
  .filter((fields): fields is ContactFields => fields !== null)

const some = fc.array(contact, { minLength: 1, maxLength: 8 })

function readBack(text: string): readonly string[] {
  const read = atOnce(contactsOfFile(new TextEncoder().encode(text)))
  expect(read).toMatchObject({ ok: true, imported: { problemCount: 0 } })
  return read.ok ? read.imported.contacts.map(fingerprint) : []
}

test.each(['3.0', '4.0'] as const)('what is written as vCard %s is read as it was', (version) => {
  fc.assert(
    fc.property(some, (contacts) => {
      expect(readBack(atOnce(vcardOfContacts(contacts, version)))).toEqual(contacts.map(fingerprint))
    }),
  )
})

test.each(['en', 'zh-CN'] as const)('what is written as CSV in %s is read as it was', (language) => {
  fc.assert(
    fc.property(some, (contacts) => {
      expect(readBack(atOnce(csvOfContacts(contacts, language)))).toEqual(contacts.map(fingerprint))
    }),
  )
})

test('no file, however broken, stops the reading', () => {
  const piece = fc.constantFrom(
    'BEGIN:VCARD',
    'END:VCARD',
    'FN:a',
    'TEL',
    ':',
    '"',
    ',',
    ';',
    '\r\n',
    '\n ',
    '=',
    '=E7',
    '姓名',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, anyText), { maxLength: 60 }), (pieces) => {
      const read = atOnce(contactsOfFile(new TextEncoder().encode(pieces.join(''))))

      if (read.ok) for (const fields of read.imported.contacts) expect(fields.name).not.toBe('')
    }),
  )
})

test('any bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(atOnce(contactsOfFile(bytes))).toHaveProperty('ok')
    }),
  )
})
