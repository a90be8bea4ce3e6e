import type { MakeViews, PageRules, Views } from '../views.ts'
import type { ViewsGround } from './ground.ts'
import { type Parts, partsOf } from './parts.ts'
import { openTab } from './tab/open-tab.ts'

/** Real views in the desk's window, or in one of their own: they do what they are told and tell what they see. */
export function createViews(ground: ViewsGround): MakeViews {
  return (hear) => viewsOf(partsOf(ground, hear))
}

function viewsOf(parts: Parts): Views {
  const { tabs, stage, questions, pages, warm, downloads, tabGround } = parts
  return {
    use: (rules, signedIn) => use(parts, rules, signedIn),
    open: (id, name, address) => {
      const page = pages.find(name)
      if (page === undefined) throw new Error('a page that the profile does not have')
      const opened = openTab(id, page, warm.take(page), tabGround)
      // Asked for first: to make room for a page takes longer than to ask for it.
      opened.load(address)
      parts.add(opened)
    },
    close: (id) => tabs.get(id)?.close(),
    show: parts.show,
    place: stage.place,
    room: stage.room,
    focus: () => stage.shown()?.webContents.focus(),
    tab: (id, verb) => tabs.get(id)?.act(verb),
    find: (id, text, forward) => tabs.get(id)?.find(text, forward),
    answer: ({ id }, answer) => questions.answer(id, answer),
    download: downloads.act,
    tell: (id, event) => tabs.get(id)?.event(event),
    inCall: parts.inCall,
  }
}

/** Nobody is signed in any more: nothing of what they looked at stays. */
function use({ tabs, pages, warm, downloads }: Parts, rules: readonly PageRules[], signedIn: boolean): void {
  pages.use(rules)
  warm.keep(signedIn ? pages.all() : [])
  if (signedIn) return
  downloads.cancelAll()
  for (const { end } of [...tabs.values()]) end()
  pages.forget()
}
