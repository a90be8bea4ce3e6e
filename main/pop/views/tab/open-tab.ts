import { setPriority } from 'node:os'
import type { WebContentsView } from 'electron'
import type { PageEvent, PageState, TabVerb } from '#contract'
import type { PageAddress, ViewFact } from '../../views.ts'
import { askForCertificate } from '../ask/client-certificate.ts'
import { serveDialogs } from '../ask/dialogs.ts'
import { askBeforeLeaving } from '../ask/leave.ts'
import { dropWithDocument } from '../ask/next-document.ts'
import type { Questions } from '../ask/questions.ts'
import { askForSignIn } from '../ask/sign-in.ts'
import type { ViewsGround } from '../ground.ts'
import { watchInput } from '../limits/input.ts'
import { leaveKeyboard } from '../limits/keyboard.ts'
import { limitNavigation } from '../limits/navigation.ts'
import { limitPrinting } from '../limits/printing.ts'
import type { PageWindows } from '../limits/windows.ts'
import { closer } from './acts/close.ts'
import { createFind } from './acts/find.ts'
import { hearKeys } from './acts/keys.ts'
import { loadAddress } from './acts/load.ts'
import { offerMenu } from './acts/menu.ts'
import { createVerbs } from './acts/verbs.ts'
import { type CallsOut, callerOut, requestsOf } from './asking.ts'
import type { SitePage, Tab } from './tab.ts'
import { createTold } from './told.ts'
import { hearLoading, type Loading } from './watch/loading.ts'
import { yieldToVoice } from './watch/priority.ts'
import { watchResponding } from './watch/responding.ts'
import { hearSeen } from './watch/seen.ts'
import { silencer } from './watch/silence.ts'

/** What is the agent's own doing in a page. */
export type Hand = Pick<PageWindows, 'byHand' | 'onDialLink'>

export interface TabGround extends ViewsGround {
  readonly questions: Questions
  readonly hear: (tab: string, fact: ViewFact) => void
  readonly isSeen: (tab: string) => boolean
  readonly openWindows: (tab: Tab, hand: Hand) => void
  /** The keyboard goes back to our own window. */
  readonly toDesk: () => void
  readonly onState: () => void
  readonly onZoomed: () => void
  readonly onGone: (tab: string) => void
}

/** A view and everything that is done with it. */
export interface OpenedTab {
  readonly tab: Tab
  readonly callsOut: CallsOut
  state(): PageState
  load(address: PageAddress): void
  /** The page is asked first. */
  close(): void
  end(): void
  act(verb: TabVerb): void
  find(text: string, forward: boolean): void
  event(event: PageEvent): void
  silence(inCall: boolean): void
  zoomSeen(): void
}

const now = () => performance.now()

export function openTab(id: string, page: SitePage, view: WebContentsView, ground: TabGround): OpenedTab {
  const contents = view.webContents
  const tab: Tab = { id, page, view, contents, tell: (fact) => ground.hear(id, fact) }
  const { questions } = ground
  const hand = watchInput(contents, now)
  const loading = hearLoading(tab, ground.onState)
  const told = createTold(tab)
  const leaving = askBeforeLeaving(tab, questions)
  const verbs = createVerbs(tab, leaving, ground.onZoomed)
  const callsOut = callerOut(tab, ground, hand.oncePerDeed(), now)
  // Its own addresses in the agent's network are nothing that a page needs.
  contents.setWebRTCIPHandlingPolicy('default_public_interface_only')
  yieldToVoice(tab, { setPriority, log: ground.log })
  hearSeen(tab)
  limit(tab, ground, loading, { byHand: hand.oncePerDeed(), onDialLink: callsOut.link })
  serveDialogs(tab, questions)
  limitPrinting(tab, hand.oncePerDeed())
  offerMenu(tab, ground, verbs.act)
  ground.asking.set(contents.id, { origin: page.rules.origin, requests: requestsOf(tab, told, callsOut) })
  endWith(tab, ground, loading)
  const { close, end } = closer(tab, leaving, questions)
  hearKeys(tab, { ...verbs, close, toDesk: ground.toDesk })
  return {
    ...{ tab, callsOut, close, end, state: loading.state },
    load: (address) => loadAddress(contents, address, ground.log),
    ...verbs,
    find: createFind(tab),
    event: told.event,
    silence: silencer(tab),
  }
}

function limit(tab: Tab, ground: TabGround, loading: Loading, hand: Hand): void {
  const { questions } = ground
  dropWithDocument(tab, questions)
  leaveKeyboard(tab.contents, ground.focused)
  askForCertificate(tab, questions)
  askForSignIn(tab, questions, () => loading.refused('sign-in', '401'))
  limitNavigation(tab, { onDialLink: hand.onDialLink, onRefused: () => loading.refused('not-allowed', '') })
  ground.openWindows(tab, hand)
}

/** What runs as long as there is a view, and what is told when there is none. */
function endWith({ id, contents, tell }: Tab, ground: TabGround, loading: Loading): void {
  const { questions, asking } = ground
  const webContentsId = contents.id
  const pulse = watchResponding(
    { contents },
    {
      isSeen: () => ground.isSeen(id) && loading.state().name !== 'failed',
      isWaiting: () => questions.isAsking(id, 'dialog') || questions.isAsking(id, 'leave'),
      onChange: loading.responds,
    },
  )
  contents.once('destroyed', () => {
    loading.stop()
    pulse.stop()
    asking.delete(webContentsId)
    questions.drop(id)
    ground.onGone(id)
    tell({ type: 'closed' })
  })
}
