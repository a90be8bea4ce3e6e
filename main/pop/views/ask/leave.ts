import type { IpcMainEvent } from 'electron'
import type { Tab } from '../tab/tab.ts'
import type { Questions } from './questions.ts'

export interface Leaving {
  /** Does what leaves the page; again, and without its leave, when the page wants to stay and the agent does not. */
  leave(why: { readonly closing: boolean }, act: () => void): void
}

/** So long the page has to say that it wants to stay; what it says later is of its own accord. */
const answerMs = 5_000

/** A page with something unsaved is left when the agent says so. */
export function askBeforeLeaving(tab: Tab, questions: Questions): Leaving {
  const { contents } = tab
  let own: { readonly closing: boolean; readonly act: () => void } | null = null
  let allowed = false
  let forgets: NodeJS.Timeout | undefined

  const ask = async (closing: boolean) => (await questions.ask(tab, { kind: 'leave', closing }))?.ok === true
  const askForOwn = async ({ closing, act }: NonNullable<typeof own>) => {
    if (!(await ask(closing)) || contents.isDestroyed()) return
    allowed = true
    act()
  }
  const askForPage = async (event: Pick<IpcMainEvent, 'returnValue'>) => {
    allowed = await ask(false)
    event.returnValue = null
  }

  // Preventing it here is to let the page be left (Electron, `will-prevent-unload`).
  contents.on('will-prevent-unload', (event) => {
    const leaving = own
    own = null
    if (allowed) event.preventDefault()
    else if (leaving !== null) void askForOwn(leaving)
    allowed = false
  })
  contents.ipc.on('page.leave', (event) => {
    // What main began it asks about when Chromium says that the page stays: until then Chromium waits a second only.
    if (own === null && !allowed && !questions.isAsking(tab.id, 'leave')) void askForPage(event)
    else event.returnValue = null
  })
  contents.on('did-navigate', () => {
    own = null
    allowed = false
    questions.drop(tab.id, ['leave'])
  })
  return {
    leave: ({ closing }, act) => {
      own = { closing, act }
      clearTimeout(forgets)
      forgets = setTimeout(() => {
        own = null
      }, answerMs)
      act()
    },
  }
}
