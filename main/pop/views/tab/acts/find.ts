import type { Tab } from '../tab.ts'

/** What is looked for in the page, and how often it is there. */
export function createFind({
  contents,
  tell,
}: Pick<Tab, 'contents' | 'tell'>): (text: string, forward: boolean) => void {
  let looked = ''
  contents.on('found-in-page', (_, { matches, activeMatchOrdinal }) => {
    if (looked !== '') tell({ type: 'seen', tab: { find: { text: looked, matches, active: activeMatchOrdinal } } })
  })
  contents.on('did-navigate', () => {
    if (looked !== '') tell({ type: 'seen', tab: { find: null } })
    looked = ''
  })
  return (text, forward) => {
    const again = text === looked
    looked = text
    if (text !== '') {
      // What Chromium calls `findNext` begins a new search.
      contents.findInPage(text, { forward, findNext: !again })
      return
    }
    contents.stopFindInPage('keepSelection')
    tell({ type: 'seen', tab: { find: null } })
  }
}
