import type { Agent, Calls, Chats, Pop, PopRequests, Time } from '#contract'
import type { PopEvent } from './event.ts'
import { advance } from './pop.ts'
import { requestsOf } from './requests.ts'
import { nextDeadline } from './rules/popping.ts'
import type { SitePage } from './site-page.ts'
import { noPop, type PageWish, type PopOrder, type PopState, snapshot } from './state.ts'
import { subjectsOf, type Words } from './subjects.ts'
import { originOf } from './template.ts'
import type { PopAgent } from './values.ts'
import type { MakeViews, PageRules, Views } from './views.ts'

export interface PopOptions {
  readonly makeViews: MakeViews
  readonly openInBrowser: (url: string) => void
  /** Of the profile in force. */
  readonly pages: () => readonly SitePage[]
  readonly words: Words
  /** Where the pages were seen last. */
  readonly place: Pop['place']
  readonly onPlace: (place: Pop['place']) => void
  readonly onWish: (wish: PageWish) => void
  readonly onChange: (pop: Pop) => void
  readonly now: () => Time
}

export interface PopPart {
  readonly requests: PopRequests
  current(): Pop
  agent(agent: Agent): void
  calls(calls: Pick<Calls, 'list'>): void
  chats(chats: Pick<Chats, 'list'>): void
  /** Another profile is in force. */
  siteChanged(): void
}

/** The customer's pages beside the call: feeds `advance`, and sees to what comes of it. */
export function createPop(options: PopOptions): PopPart {
  const { now } = options
  const work: Work = { calls: { list: [] }, chats: { list: [] } }
  let state = noPop(options.pages(), options.place)
  let shown: string | null = null
  let deadline: NodeJS.Timeout | undefined
  const views = options.makeViews((tab, fact) => apply({ type: 'fact', tab, fact }))

  function apply(event: PopEvent): void {
    const before = state
    state = advance(before, event)
    for (const order of state.orders) perform({ ...options, views }, order)
    if (state.shown !== shown) {
      shown = state.shown
      views.show(shown)
    }
    if (differ(before, state)) options.onChange(snapshot(state))
    if (state.waits !== before.waits) waitForDeadline()
  }

  function waitForDeadline(): void {
    clearTimeout(deadline)
    const at = nextDeadline(state)
    if (at !== null) deadline = setTimeout(() => apply({ type: 'time', at: now() }), Math.max(0, at - now()))
  }

  function look(): void {
    apply({ type: 'work', subjects: subjectsOf(work.calls, work.chats, options.words), at: now() })
    views.inCall(work.calls.list.some(({ phase }) => phase.name !== 'ended'))
  }

  const shell: Shell = { ...options, views, apply, look, state: () => state }
  return {
    requests: requestsOf(shell),
    current: () => snapshot(state),
    agent: followAgent(shell),
    calls: (calls) => {
      work.calls = calls
      look()
    },
    chats: (chats) => {
      work.chats = chats
      look()
    },
    siteChanged: () => {
      // Whatever is open belongs to the profile before.
      if (state.agent !== null) views.use([], false)
      apply({ type: 'site', pages: options.pages() })
      useViews(shell)
      look()
    },
  }
}

interface Work {
  calls: Pick<Calls, 'list'>
  chats: Pick<Chats, 'list'>
}

export interface Shell extends PopOptions {
  readonly views: Views
  readonly apply: (event: PopEvent) => void
  readonly look: () => void
  readonly state: () => PopState
}

function differ(before: PopState, after: PopState): boolean {
  const [old, young] = [snapshot(before), snapshot(after)]
  const isSame = (key: keyof Pop) => key === 'pages' || old[key] === young[key]
  return before.pages !== after.pages || !(Object.keys(old) as (keyof Pop)[]).every(isSame)
}

function followAgent({ apply, look, state, ...shell }: Shell): PopPart['agent'] {
  const follow = (agent: PopAgent | null) => {
    const wasIn = state().agent !== null
    apply({ type: 'agent', agent })
    if (wasIn !== (agent !== null)) useViews({ ...shell, state })
    if (agent !== null && !wasIn) look()
  }
  return (agent) => {
    if (agent.status === 'signed-out' && state().agent !== null) follow(null)
    if (agent.status !== 'signed-in') return
    const { workNumber, softphoneNumber, skills } = agent
    const known = state().agent
    const workNo = workNumber ?? softphoneNumber
    if (known?.workNo !== workNo || known.skills !== skills) follow({ workNo, skills })
  }
}

function useViews({ views, state }: Pick<Shell, 'views' | 'state'>): void {
  const { pages, agent, place } = state()
  views.use(pages.map(rulesOf), agent !== null)
  // A site without pages has no window for them either.
  views.place(agent === null || pages.length === 0 ? 'closed' : place)
}

function rulesOf(page: SitePage): PageRules {
  const { name, url, keepsSignIn, permissions, hosts = null, sounds, dialableNumbers, servesSupportScript } = page
  return {
    ...{ name, keepsSignIn, permissions, hosts, sounds, dialableNumbers, servesSupportScript },
    origin: originOf(url),
    ca: page.ca ?? null,
  }
}

type Performing = Pick<PopOptions, 'openInBrowser' | 'onWish'> & { readonly views: Views }

function perform({ views, openInBrowser, onWish }: Performing, order: PopOrder): void {
  switch (order.do) {
    case 'open':
      views.open(order.tab, order.page, order.address)
      break
    case 'browse':
      openInBrowser(order.url)
      break
    case 'close':
      views.close(order.tab)
      break
    case 'tell':
      views.tell(order.tab, order.event)
      break
    case 'answer':
      views.answer(order.question, order.answer)
      break
    case 'cancel-download':
      views.download(order.id, 'cancel')
      break
    case 'call-out':
      onWish(order.wish)
  }
}
