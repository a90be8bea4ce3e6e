import type { MakeViews, PageRules, ViewFact, Views } from '../views.ts'
import { createQuestions } from './ask/questions.ts'
import type { ViewsGround } from './ground.ts'
import { openSitePages } from './page/site-pages.ts'
import { keepWarm } from './page/warm.ts'
import { createStage } from './stage/stage.ts'
import { type OpenedTab, openTab, type TabGround } from './tab/open-tab.ts'

type Hear = (tab: string, fact: ViewFact) => void

/** Real views in the desk's window, or in one of their own: they do what they are told and tell what they see. */
export function createViews(ground: ViewsGround): MakeViews {
  return (hear) => viewsOf(partsOf(ground, hear))
}

type Parts = ReturnType<typeof partsOf>

function partsOf(ground: ViewsGround, hear: Hear) {
  const tabs = new Map<string, OpenedTab>()
  const stage = createStage(ground)
  const questions = createQuestions()
  const tabGround: TabGround = {
    ...ground,
    questions,
    hear,
    onGone: (id) => {
      const gone = tabs.get(id)
      tabs.delete(id)
      if (gone) stage.remove(gone.tab.view)
    },
  }
  return {
    tabs,
    stage,
    questions,
    tabGround,
    pages: openSitePages(ground, () => undefined),
    warm: keepWarm(ground),
    shown: () => [...tabs.values()].find(({ tab }) => tab.view === stage.shown()),
  }
}

function viewsOf(parts: Parts): Views {
  const { tabs, stage, questions, pages, warm, tabGround } = parts
  return {
    use: (rules, signedIn) => use(parts, rules, signedIn),
    open: (id, name, address) => {
      const page = pages.find(name)
      if (page === undefined) throw new Error('a page that the profile does not have')
      const opened = openTab(id, page, warm.take(page), tabGround)
      tabs.set(id, opened)
      stage.add(opened.tab.view)
      opened.load(address)
    },
    close: (id) => tabs.get(id)?.close(),
    show: (id) => stage.show(tabs.get(id ?? '')?.tab.view ?? null),
    place: stage.place,
    room: stage.room,
    focus: () => parts.shown()?.tab.contents.focus(),
    tab: (id, verb) => tabs.get(id)?.verb(verb),
    find: (id, text, forward) => tabs.get(id)?.find(text, forward),
    answer: ({ id }, answer) => questions.answer(id, answer),
    download: () => undefined,
    tell: (id, event) => tabs.get(id)?.event(event),
    inCall: (isUp) => {
      for (const { silence } of tabs.values()) silence(isUp)
    },
  }
}

function use({ tabs, pages, warm }: Parts, rules: readonly PageRules[], signedIn: boolean): void {
  pages.use(rules)
  warm.keep(signedIn ? pages.all() : [])
  if (signedIn) return
  for (const { end } of [...tabs.values()]) end()
  pages.forget()
}
