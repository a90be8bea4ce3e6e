import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Words } from '../words/words.ts'

export interface SpellingMenuActs {
  replace(word: string): unknown
  learn(word: string): unknown
}

type Clicked = Pick<ContextMenuParams, 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'>
type Item = MenuItemConstructorOptions

const MOST = 5

export function spellingItems(clicked: Clicked, words: Words, acts: SpellingMenuActs): readonly Item[] {
  const { canCut, canCopy, canPaste } = clicked.editFlags
  return [
    ...(clicked.misspelledWord === '' ? [] : aboutWord(clicked, words, acts)),
    { role: 'cut', label: words.cut, enabled: canCut },
    { role: 'copy', label: words.copy, enabled: canCopy },
    { role: 'paste', label: words.paste, enabled: canPaste },
  ]
}

function aboutWord({ misspelledWord, dictionarySuggestions }: Clicked, words: Words, acts: SpellingMenuActs): Item[] {
  const offered = dictionarySuggestions
    .slice(0, MOST)
    .map((word): Item => ({ label: word, click: () => acts.replace(word) }))
  return [
    ...(offered.length > 0 ? offered : [{ label: words.noSuggestions, enabled: false }]),
    { type: 'separator' },
    { label: words.addToDictionary, click: () => acts.learn(misspelledWord) },
    { type: 'separator' },
  ]
}
