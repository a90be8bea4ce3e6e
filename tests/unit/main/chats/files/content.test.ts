import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FileContent, readFileContent, writeFileContent } from '#main/chats/files/content.ts'
import { cleanFileName } from '#main/chats/files/file-name.ts'

const uuid = '7d9f0a52-1c1e-4f6a-9a57-0e9f6d1c2b3a'

test('a picture is its id alone, a jpg unless somebody says otherwise', () => {
  expect(readFileContent({ mediaType: 'IMAGE', content: uuid })).toEqual({
    kind: 'image',
    file: { fileId: uuid, ending: 'jpg' },
  })
  expect(readFileContent({ mediaType: 'IMAGE', content: uuid, mediaFileType: 'PNG' })?.file.ending).toBe('png')
})

test('an id with a name in it says its ending itself', () => {
  expect(readFileContent({ mediaType: 'AUDIO', content: `local/202611221930-${uuid}/voice.amr` })?.file).toEqual({
    fileId: `local/202611221930-${uuid}/voice.amr`,
    name: 'voice.amr',
    ending: 'amr',
  })
})

test('a file has name, size, id and ending', () => {
  expect(readFileContent({ mediaType: 'FILE', content: `test_txt.txt,6,${uuid},txt` })).toEqual({
    kind: 'file',
    file: { fileId: uuid, name: 'test_txt.txt', bytes: 6, ending: 'txt' },
  })
})

test('a name with commas is still one name', () => {
  expect(readFileContent({ mediaType: 'DOCUMENT', content: `a, b, and c.pdf,1024,${uuid},pdf` })?.file.name).toBe(
    'a, b, and c.pdf',
  )
})

test('FILE_VIDEO with an mp3 is sound', () => {
  expect(readFileContent({ mediaType: 'FILE_VIDEO', content: `${uuid},mp3` })?.kind).toBe('audio')
  expect(readFileContent({ mediaType: 'FILE_IMAGE', content: `${uuid},jpg` })?.kind).toBe('image')
})

test.each(['', ' ', 'two words', 'a\nb', '‮gpj'])('%j is no id', (content) => {
  expect(readFileContent({ mediaType: 'IMAGE', content })).toBeNull()
})

test('what is no file is not read as one', () => {
  expect(readFileContent({ mediaType: 'TEXT', content: uuid })).toBeNull()
  expect(readFileContent({ mediaType: 'toString', content: uuid })).toBeNull()
})

test('whatever comes is read, and its name is clean', () => {
  const anything = fc.record({
    mediaType: fc.constantFrom('IMAGE', 'AUDIO', 'VIDEO', 'FILE', 'DOCUMENT', 'FILE_IMAGE', 'FILE_VIDEO'),
    content: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' })).map((parts) => parts.join(',')),
    ),
  })
  fc.assert(
    fc.property(anything, (wire) => {
      const name = readFileContent(wire)?.file.name
      if (name !== undefined) expect(cleanFileName(name)).toBe(name)
    }),
  )
})

test('what is written is read again', () => {
  const named = fc
    .string({ unit: 'binary' })
    .map(cleanFileName)
    .filter((name) => name !== '')
  const file = fc.record({
    fileId: fc.uuid(),
    name: named,
    bytes: fc.nat(),
    ending: fc.constantFrom('pdf', 'txt', 'docx'),
  })
  fc.assert(
    fc.property(file, (one) => {
      const content: FileContent = { kind: 'file', file: one }
      expect(readFileContent(writeFileContent(content))).toEqual({
        kind: 'file',
        file: { ...one, name: one.name.replaceAll(',', '_') },
      })
    }),
  )
})

test.each(['image', 'audio', 'video'] as const)('an own %s is its id', (kind) => {
  expect(writeFileContent({ kind, file: { fileId: uuid, ending: 'png' } })).toEqual({
    mediaType: kind.toUpperCase(),
    content: uuid,
  })
})
