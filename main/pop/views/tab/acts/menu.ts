import { Menu } from 'electron'
import type { TabVerb } from '#contract'
import type { ViewsGround } from '../../ground.ts'
import type { Tab } from '../tab.ts'
import { menuItems } from './menu-items.ts'

/** The page's own menu, of the second mouse button. */
export function offerMenu(
  { contents, tell }: Tab,
  { words, numberOf }: Pick<ViewsGround, 'words' | 'numberOf'>,
  verb: (verb: TabVerb) => void,
): void {
  contents.on('context-menu', (_, params) => {
    const acts = {
      canGoBack: contents.navigationHistory.canGoBack(),
      back: () => verb('back'),
      reload: () => verb('reload'),
      dial: (number: string) => tell({ type: 'calls-out', number, mode: 'audio', clicked: true }),
    }
    Menu.buildFromTemplate(menuItems(params, words(), acts, numberOf)).popup()
  })
}
