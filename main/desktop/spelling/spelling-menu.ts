import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '#contract'
import { wordsIn } from '../words/words.ts'
import { type SpellingMenuActs, spellingItems } from './spelling-items.ts'

/** A click with the other button where somebody writes: what the word should be, and what one does with text. */
export function offerSpelling({ webContents }: BrowserWindow, language: () => Language): void {
  const acts: SpellingMenuActs = {
    replace: (word) => webContents.replaceMisspelling(word),
    learn: (word) => webContents.session.addWordToSpellCheckerDictionary(word),
  }
  webContents.on('context-menu', (_, params: ContextMenuParams) => {
    if (!params.isEditable) return
    const items: MenuItemConstructorOptions[] = [...spellingItems(params, wordsIn(language()), acts)]
    Menu.buildFromTemplate(items).popup()
  })
}
