import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Contact } from '#contract'
import { openContactFile } from '#main/directory/contacts/contact-file.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const ann: Contact = { id: 'a', name: 'Ann', company: '', numbers: [{ label: 'work', number: '1' }], note: 'x\ny' }
const ben: Contact = { ...ann, id: 'b', name: 'Ben' }

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'earshot-contacts-'))
  const file = join(path, 'contacts.jsonl')
  return { path, file, contacts: openContactFile(file, log, () => new Date(0)) }
}

test("what was written is read, and is nobody else's to read", async () => {
  const { file, contacts } = folder()

  expect(await contacts.write([ann, ben])).toBe(true)

  expect(await contacts.read()).toEqual({ contacts: [ann, ben], setAside: null, locked: false })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('without a file there are no contacts yet', async () => {
  expect(await folder().contacts.read()).toEqual({ contacts: [], setAside: null, locked: false })
})

test('damage costs the lines that are damaged, and the whole is kept under another name', async () => {
  const { file, path, contacts } = folder()
  await contacts.write([ann, ben])
  writeFileSync(file, readFileSync(file, 'utf8').replace('"Ann"', '"Ann'))

  const read = await contacts.read()

  expect(read.contacts).toEqual([ben])
  expect(readdirSync(path)).toContain(read.setAside)
  expect(readFileSync(join(path, read.setAside ?? ''), 'utf8')).toContain('"Ann')
})

test('a file that cannot be read is not written over', async () => {
  const { file, contacts } = folder()
  mkdirSync(file)

  expect(await contacts.read()).toMatchObject({ locked: true })
})

test('a disk that refuses is told', async () => {
  const { path, file, contacts } = folder()
  mkdirSync(`${file}.next`)
  chmodSync(path, 0o700)

  expect(await contacts.write([ann])).toBe(false)
})

test('of many writes at once the newest is what stays', async () => {
  const { contacts } = folder()

  const done = await Promise.all([[ann], [ann, ben], [ben]].map((these) => contacts.write(these)))

  expect(done).toEqual([true, true, true])
  expect((await contacts.read()).contacts).toEqual([ben])
})
