import type { WebContentsView } from 'electron'
import type { PageEvent, TabVerb } from '#contract'
import type { PageAddress, ViewFact } from '../../views.ts'
import type { Questions } from '../ask/questions.ts'
import type { ViewsGround } from '../ground.ts'
import { createFind } from './find.ts'
import { loadAddress } from './load.ts'
import { hearLoading } from './loading.ts'
import { hearSeen } from './seen.ts'
import type { SitePage, Tab } from './tab.ts'
import { createTold } from './told.ts'
import { createVerbs } from './verbs.ts'

export interface TabGround extends ViewsGround {
  readonly questions: Questions
  readonly hear: (tab: string, fact: ViewFact) => void
  readonly onGone: (tab: string) => void
}

/** A view and everything that is done with it. */
export interface OpenedTab {
  readonly tab: Tab
  load(address: PageAddress): void
  close(): void
  /** At once, without asking the page. */
  end(): void
  verb(verb: TabVerb): void
  find(text: string, forward: boolean): void
  event(event: PageEvent): void
  silence(inCall: boolean): void
}

export function openTab(id: string, page: SitePage, view: WebContentsView, ground: TabGround): OpenedTab {
  const contents = view.webContents
  const tell = (fact: ViewFact) => ground.hear(id, fact)
  const tab: Tab = { id, page, view, contents, tell }
  const loading = hearLoading(tab, () => undefined)
  hearSeen(tab)
  const told = createTold(tab)
  const verbs = createVerbs(tab)
  ground.asking.set(contents.id, {
    origin: page.rules.origin,
    requests: {
      'page.setup': () => ({ dialableNumbers: page.rules.dialableNumbers, events: told.begin() }),
      'page.callOut': ({ number, mode }) => tell({ type: 'calls-out', number, mode, clicked: false }),
    },
  })
  const webContentsId = contents.id
  contents.once('destroyed', () => {
    loading.stop()
    ground.asking.delete(webContentsId)
    ground.questions.drop(id)
    ground.onGone(id)
    tell({ type: 'closed' })
  })
  return {
    tab,
    load: (address) => loadAddress(contents, address, ground.log),
    close: () => contents.close({ waitForBeforeUnload: true }),
    end: () => contents.close(),
    verb: verbs,
    find: createFind(tab),
    event: told.event,
    silence: (inCall) => contents.setAudioMuted(inCall && !page.rules.sounds),
  }
}
