import type { WebContents } from 'electron'

type Holder = Pick<WebContents, 'id' | 'focus' | 'isDestroyed'>

/**
 * Electron gives the keyboard to what it loads; before `focusOnNavigation` (page/preferences.ts) was there it could not
 * be told otherwise. It goes back at once to whoever had it, who may be in the middle of a word.
 */
export function leaveKeyboard(contents: WebContents, holder: () => Holder | null): void {
  let held: Holder | null = null
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) held = holder()
  })
  contents.on('did-navigate', () => {
    held = null
  })
  contents.on('focus', () => {
    const before = held
    if (before === null || before.id === contents.id) return
    // Within the event itself it would be taken again.
    setImmediate(() => {
      if (!before.isDestroyed()) before.focus()
    })
  })
}
