import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDamaged, moveAside } from '#main/desktop/stores/damaged-file.ts'

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

test('it is given a name that says when, and is for its owner only', () => {
  const name = moveAside(put('\0\0'), new Date('2026-03-01T12:00:00Z'))

  expect(name).toBe('settings.damaged-2026-03-01T12-00-00-000Z.json')
  expect(readFileSync(join(folder, name ?? ''), 'utf8')).toBe('\0\0')
  expect(statSync(join(folder, name ?? '')).mode & 0o777).toBe(0o600)
  expect(existsSync(join(folder, 'settings.json'))).toBe(false)
})

test('a name that cannot be given is no reason to fail', () => {
  expect(moveAside(join(folder, 'no.json'), new Date())).toBeNull()
})
