import type { Calls, Chats, Pop, Time } from '#contract'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'
import type { PopEvent } from './event.ts'
import { advance } from './pop.ts'
import { nextDeadline } from './rules/popping.ts'
import type { SitePage } from './site-page.ts'
import { noPop, type PageWish, type PopOrder, type PopState, snapshot } from './state.ts'
import { subjectsOf, type Words } from './subjects.ts'
import type { MakeViews, Views } from './views.ts'

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
  readonly log: Pick<Log, 'error'>
}

/** The one state of the pages, and the one way to change it. */
export interface Shell extends PopOptions {
  readonly views: Views
  state(): PopState
  apply(event: PopEvent): void
  /** These are the calls and chats now; what is not given is as it was. */
  look(work?: Partial<Work>): void
}

interface Work {
  readonly calls: Pick<Calls, 'list'>
  readonly chats: Pick<Chats, 'list'>
}

/** Feeds `advance`, and sees to what comes of it: the views, the windows, the clock. */
export function createShell(options: PopOptions): Shell {
  const { now } = options
  let work: Work = { calls: { list: [] }, chats: { list: [] } }
  let state = noPop(options.pages(), options.place)
  let shown: string | null = null
  let deadline: NodeJS.Timeout | undefined
  const views = options.makeViews((tab, fact) => apply({ type: 'fact', tab, fact }))
  const carryOut = carryingOut({ ...options, views }, (event) => apply(event))

  function apply(event: PopEvent): void {
    const before = state
    state = advance(before, event)
    for (const order of state.orders) carryOut(order)
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

  function look(news: Partial<Work> = {}): void {
    work = { ...work, ...news }
    apply({ type: 'work', subjects: subjectsOf(work.calls, work.chats, options.words), at: now() })
    views.inCall(work.calls.list.some(({ phase }) => phase.name !== 'ended'))
  }

  return { ...options, views, apply, look, state: () => state }
}

function differ(before: PopState, after: PopState): boolean {
  const [old, young] = [snapshot(before), snapshot(after)]
  const isSame = (key: keyof Pop) => key === 'pages' || old[key] === young[key]
  return before.pages !== after.pages || !(Object.keys(old) as (keyof Pop)[]).every(isSame)
}

type Performing = Pick<PopOptions, 'openInBrowser' | 'onWish' | 'log'> & { readonly views: Views }

const NOT_MADE = { name: 'failed', why: 'other', code: '' } as const

/** Calls wait behind this: a view that cannot be made is its tab's affair and nobody else's. */
function carryingOut(performing: Performing, apply: (event: PopEvent) => void): (order: PopOrder) => void {
  return (order) => {
    try {
      perform(performing, order)
    } catch (error) {
      performing.log.error('a page could not be seen to', { order: order.do, error: explain(error) })
      if (order.do === 'open') apply({ type: 'fact', tab: order.tab, fact: { type: 'state', state: NOT_MADE } })
    }
  }
}

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
