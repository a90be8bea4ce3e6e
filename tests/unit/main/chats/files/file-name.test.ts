import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, endingOf } from '#main/chats/files/file-name.ts'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\Desktop\\invoice.pdf', 'invoice.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\u0000b\r\nc.txt', 'abc.txt'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['com¹.log', '_com¹.log'],
  ['report.pdf. . .', 'report.pdf'],
  ['.htaccess', 'htaccess'],
  ['file.txt:hidden.exe', 'file.txt_hidden.exe'],
  ['发票 2026.pdf', '发票 2026.pdf'],
  ['..', ''],
])('%j becomes %j', (raw, clean) => {
  expect(cleanFileName(raw)).toBe(clean)
})

test('a long name keeps its ending and its characters whole', () => {
  const name = cleanFileName(`${'😀'.repeat(200)}.docx`)

  expect(name.length).toBeLessThanOrEqual(120)
  expect(name.endsWith('.docx')).toBe(true)
  // Throws at half a character.
  expect(encodeURIComponent(name)).toContain('docx')
})

test('whatever it is called, it can be written into a folder and nowhere else', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'./\\ :\u202E\0conNUL1'), maxLength: 300 }),
  )
  fc.assert(
    fc.property(names, (raw) => {
      const name = cleanFileName(raw)

      expect(name.length).toBeLessThanOrEqual(120)
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u)
      expect(name).not.toMatch(/^[\s.]|[\s.]$/)
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
      expect(() => encodeURIComponent(name)).not.toThrow()
      expect(cleanFileName(name)).toBe(name)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['a.tar.GZ', 'gz'],
  ['a', ''],
  ['.profile', ''],
  ['a.', ''],
  ['a.verylongending', ''],
  ['a.p df', ''],
])('the ending of %j is %j', (name, ending) => {
  expect(endingOf(name)).toBe(ending)
})
