import type { WebContents } from 'electron'
import type { ViewFact } from '../views.ts'
import { guardPermissions } from './ask/permissions.ts'
import { createQuestions, type Questions } from './ask/questions.ts'
import { createDownloads, type Downloads } from './downloads/downloads.ts'
import type { ViewsGround } from './ground.ts'
import { type Guard, openSitePages } from './page/site-pages.ts'
import { keepWarm } from './page/warm.ts'
import { createStage } from './stage/stage.ts'
import { openWindows } from './tab/adopt.ts'
import type { OpenedTab, TabGround } from './tab/open-tab.ts'
import type { Tab } from './tab/tab.ts'

export type Parts = ReturnType<typeof partsOf>

/** What the views are made of, introduced to each other. */
export function partsOf(ground: ViewsGround, hear: (tab: string, fact: ViewFact) => void) {
  const tabs = new Map<string, OpenedTab>()
  const at = { shown: null as string | null, inCall: false }
  const stage = createStage(ground)
  const questions = createQuestions()
  const downloads = createDownloads(ground, questions)
  const pages = openSitePages(ground, guardOf(tabs, questions, downloads))
  /** What Chromium shows where there is no page would lie over the desk's own words. */
  const draw = () => {
    const shown = tabs.get(at.shown ?? '')
    stage.show(shown && isThere(shown) ? shown.tab.view : null)
  }
  const add = (opened: OpenedTab) => {
    tabs.set(opened.tab.id, opened)
    stage.add(opened.tab.view)
    opened.silence(at.inCall)
    draw()
  }
  const tabGround: TabGround = {
    ...ground,
    questions,
    hear,
    isSeen: (tab) => at.shown === tab && stage.shown() !== null,
    openWindows: (tab, hand) => openWindows(tab, tabGround, hand, add),
    toDesk: () => stage.window().webContents.focus(),
    onState: draw,
    onZoomed: () => {
      for (const { zoomSeen } of tabs.values()) zoomSeen()
    },
    onGone: (id) => {
      const gone = tabs.get(id)
      tabs.delete(id)
      if (gone) stage.remove(gone.tab.view)
    },
  }
  return {
    ...{ tabs, stage, questions, downloads, pages, tabGround, add },
    warm: keepWarm(ground),
    show: (id: string | null) => {
      at.shown = id
      draw()
    },
    inCall: (on: boolean) => {
      at.inCall = on
      for (const { silence } of tabs.values()) silence(on)
    },
  }
}

/** What is asked of a session is asked by one of its tabs. */
function guardOf(tabs: ReadonlyMap<string, OpenedTab>, questions: Questions, downloads: Downloads): Guard {
  const openedIn = (contents: WebContents | null) => [...tabs.values()].find(({ tab }) => tab.contents === contents)
  return (session, page) => {
    const tabOf = (contents: WebContents | null) => openedIn(contents)?.tab
    downloads.hear(session, tabOf)
    const onExternal = ({ contents }: Tab, url: string) => openedIn(contents)?.callsOut.link(url)
    return guardPermissions(session, { page, tabOf, onExternal }, questions)
  }
}

function isThere({ state }: OpenedTab): boolean {
  const now = state()
  return now.name !== 'crashed' && (now.name !== 'failed' || now.why === 'too-slow')
}
