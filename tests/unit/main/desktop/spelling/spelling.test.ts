import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkSpelling } from '#main/desktop/spelling/spelling.ts'
import { spellingItems } from '#main/desktop/spelling/spelling-items.ts'
import { english } from '#main/desktop/words/en.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

function check(platform: NodeJS.Platform, dictionary: string) {
  const userData = mkdtempSync(join(tmpdir(), 'earshot-spelling-'))
  const languages: string[][] = []
  const session = { setSpellCheckerLanguages: (list: string[]) => void languages.push(list) }
  checkSpelling({ session, userData, dictionary, platform, log: quiet })
  return { languages, file: join(userData, 'Dictionaries', 'en-US-10-1.bdic') }
}

test('the dictionary is there before its language is, so that none is fetched', () => {
  const dictionary = join(mkdtempSync(join(tmpdir(), 'earshot-spelling-')), 'en-US.bdic')
  writeFileSync(dictionary, 'BDic')

  const { languages, file } = check('linux', dictionary)

  expect(languages).toEqual([[], ['en-US']])
  expect(readFileSync(file, 'utf8')).toBe('BDic')
})

test('without the dictionary nothing is checked, and none is fetched either', () => {
  expect(check('win32', '/nowhere').languages).toEqual([[]])
})

test('macOS is left to check by itself', () => {
  expect(check('darwin', '/nowhere').languages).toEqual([])
})

const editFlags = { canCut: true, canCopy: true, canPaste: false } as Electron.EditFlags
const items = (misspelledWord: string, dictionarySuggestions: string[] = []) => {
  const done: string[] = []
  const acts = { replace: (word: string) => done.push(word), learn: (word: string) => done.push(`+${word}`) }
  return { done, all: spellingItems({ misspelledWord, dictionarySuggestions, editFlags }, english, acts) }
}

test('a misspelt word is replaced or learnt', () => {
  const { all, done } = items('helo', ['hello', 'halo', 'help', 'hole', 'held', 'helm'])

  for (const { click } of all) click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)

  expect(done).toEqual(['hello', 'halo', 'help', 'hole', 'held', '+helo'])
})

test('a word that nothing is like is said to be so, and a right one has no such line', () => {
  expect(items('xqzt').all[0]).toMatchObject({ label: 'No suggestions', enabled: false })
  expect(items('').all.map(({ role }) => role)).toEqual(['cut', 'copy', 'paste'])
})
