import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyAside, isDamaged } from '#main/desktop/stores/damaged-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-stores-'))
})
afterAll(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const put = (text: string) => {
  const file = join(folder, 'settings.json')
  writeFileSync(file, text)
  return file
}

describe('a file is damaged', () => {
  test.each([
    ['zeros', '\0'.repeat(300)],
    ['half of itself', '{"theme": "da'],
    ['nothing', ''],
    ['a list', '[1]'],
    ['a null', 'null'],
  ])('when it holds %s', (_, text) => {
    expect(isDamaged(put(text))).toBe(true)
  })

  test('and not when it holds an object, or is not there', () => {
    expect(isDamaged(put('{}'))).toBe(false)
    expect(isDamaged(join(folder, 'no.json'))).toBe(false)
  })
})

test('it is copied beside itself under a name that says when', () => {
  const name = copyAside(put('\0\0'), new Date('2026-03-01T12:00:00Z'))

  expect(name).toBe('settings.damaged-2026-03-01T12-00-00-000Z.json')
  expect(readFileSync(join(folder, name ?? ''), 'utf8')).toBe('\0\0')
})

test('a copy that cannot be made is no reason to fail', () => {
  expect(copyAside(join(folder, 'no.json'), new Date())).toBeNull()
})
