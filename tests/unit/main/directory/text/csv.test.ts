import { expect, test } from 'vitest'
import { atOnce } from '#main/directory/slices.ts'
import { contactsOfCsv } from '#main/directory/text/contacts-of-csv.ts'
import { contactsOfFile } from '#main/directory/text/contacts-of-file.ts'
import { csvOfContacts } from '#main/directory/text/csv-of-contacts.ts'

const read = (text: string) => atOnce(contactsOfCsv(text))
const someone = { name: 'A', company: '', numbers: [], note: '' }

test('a table of ours, in Chinese, with what Excel puts in front of it', () => {
  expect(read('\ufeff姓名;公司;手机;手机 2\r\n王芳;"中国; 移动";138 0013 8000;139\r\n')?.contacts).toEqual([
    {
      name: '王芳',
      company: '中国; 移动',
      numbers: [
        { label: 'mobile', number: '138 0013 8000' },
        { label: 'mobile', number: '139' },
      ],
      note: '',
    },
  ])
})

test('a table of another program: names in two columns, several numbers in a cell, columns nobody knows', () => {
  const table = read('First Name,Last Name,Phone 1 - Type,Phone,E-mail\nAlice,Meyer,Mobile,123 ::: 456,a@b.c\n')

  expect(table?.contacts).toEqual([
    {
      name: 'Alice Meyer',
      company: '',
      numbers: [
        { label: 'other', number: '123' },
        { label: 'other', number: '456' },
      ],
      note: 'Phone 1 - Type: Mobile\nE-mail: a@b.c',
    },
  ])
})

test('the separator may be named in the first line', () => {
  expect(read('sep=|\nName|Mobile\nA, B|1234\n')?.contacts[0]).toMatchObject({ name: 'A, B' })
})

test('without a header what looks like a number is one', () => {
  expect(read('王芳,13800138000\nBob,10086\n')?.contacts.map(({ name }) => name)).toEqual(['王芳', 'Bob'])
})

test('a text that is no table is told from one', () => {
  expect(read('Dear Sir or Madam,\nthank you for your letter.\n')).toBeNull()
})

test('a quotation mark that is never closed costs its own line only', () => {
  const table = read('Name,Mobile\n"Alice,1\nBob,2\n')

  expect(table?.contacts.map(({ name, numbers }) => [name, numbers[0]?.number])).toEqual([
    ['Alice', '1'],
    ['Bob', '2'],
  ])
  expect(table?.problems).toEqual([{ line: 2, problem: 'open-quote' }])
})

test('lines are those of the file, line breaks inside of cells counted', () => {
  const table = read('Name,Note,Mobile\n"A","one\ntwo",1\n,,\nB,,none\n')

  expect(table?.problems).toEqual([{ line: 5, problem: 'not-a-number' }])
  expect(table?.contacts[1]).toMatchObject({ name: 'B', note: 'none' })
})

test('a line of nothing but a note has no name', () => {
  expect(read('Name,Note\n,only a note\n')?.problems).toEqual([{ line: 2, problem: 'no-name' }])
})

test('no cell that is written is a formula', () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1"]
  const text = atOnce(
    csvOfContacts(
      dangerous.map((name) => ({ ...someone, name })),
      'en',
    ),
  )

  for (const line of text.split('\r\n').slice(1, -1)) expect(line.replace(/^"/, '')).toMatch(/^'/)
})

test('a table in the encoding of a Chinese Excel is read', () => {
  // 姓名,手机 / 王芳,13800138000 in GB 18030.
  const bytes = Uint8Array.from([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa, 0x0a, 0xcd, 0xf5, 0xb7, 0xbc, 0x2c, 0x31, 0x33, 0x38, 0x30,
    0x30, 0x31, 0x33, 0x38, 0x30, 0x30, 0x30,
  ])

  expect(atOnce(contactsOfFile(bytes))).toMatchObject({ ok: true, imported: { contacts: [{ name: '王芳' }] } })
})

test('a picture is no text', () => {
  expect(atOnce(contactsOfFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])))).toEqual({
    ok: false,
    reason: 'unreadable',
  })
})

test('a file made to fill the memory is read through and kept small', () => {
  const rows = `Name,Note\n${',only a note\n'.repeat(200_000)}A,\n`
  const cells = `Name,Mobile\nA,1${','.repeat(500_000)}\n`

  expect(read(rows)).toMatchObject({ contacts: [{ name: 'A' }], problemCount: 200_000 })
  expect(read(rows)?.problems).toHaveLength(100)
  expect(read(cells)?.contacts).toHaveLength(1)
})
