import type { PageFailure, PageState } from '#contract'
import type { Tab } from '../tab.ts'
import { aborted, failureOf } from './failure.ts'

/** So long nobody is told anything; then the agent hears that the server is slow, and the page goes on loading. */
const patienceMs = 20_000

export interface Loading {
  state(): PageState
  /** The page went where it may not, or its server let nobody in. */
  refused(why: PageFailure, code: string): void
  responds(well: boolean): void
  stop(): void
}

interface Seen {
  load: PageState
  responds: boolean
  crashed: boolean
}

function stateOf({ load, responds, crashed }: Seen): PageState {
  if (crashed) return { name: 'crashed' }
  return responds ? load : { name: 'not-responding' }
}

/** What becomes of the page in a view. */
export function hearLoading({ contents, tell }: Pick<Tab, 'contents' | 'tell'>, onState: () => void): Loading {
  const seen: Seen = { load: { name: 'loading' }, responds: true, crashed: false }
  let told = ''
  const change = (next: Partial<Seen>) => {
    Object.assign(seen, next)
    const state = stateOf(seen)
    if (JSON.stringify(state) === told) return
    told = JSON.stringify(state)
    tell({ type: 'state', state })
    onState()
  }
  const fail = (why: PageFailure, code: string) => change({ load: { name: 'failed', why, code } })
  const patience = countPatience(() => seen.load.name === 'loading' && fail('too-slow', ''))
  const shown = () => {
    patience.end()
    if (seen.load.name === 'loading' || isSlow(seen.load)) change({ load: { name: 'shown' } })
  }
  const refused = (why: PageFailure, code: string) => {
    patience.end()
    fail(why, code)
  }

  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return
    patience.begin()
    change({ load: { name: 'loading' }, responds: true, crashed: false })
  })
  contents.on('dom-ready', shown)
  contents.on('did-stop-loading', shown)
  contents.on('did-fail-load', (_, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) refused(failureOf(code), description)
  })
  contents.on('render-process-gone', () => {
    patience.end()
    change({ crashed: true })
  })
  return {
    state: () => stateOf(seen),
    refused,
    responds: (well) => change({ responds: well }),
    stop: patience.end,
  }
}

function isSlow(state: PageState): boolean {
  return state.name === 'failed' && state.why === 'too-slow' && state.code === ''
}

function countPatience(onOver: () => void) {
  let timer: NodeJS.Timeout | undefined
  const end = () => clearTimeout(timer)
  return {
    begin: () => {
      end()
      timer = setTimeout(onOver, patienceMs)
    },
    end,
  }
}
