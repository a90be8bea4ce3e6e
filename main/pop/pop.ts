import type { PopSubject } from '#contract'
import type { PopEvent } from './event.ts'
import { answer, hearFact } from './rules/facts.ts'
import { open } from './rules/opening.ts'
import { look, ownTab, show, subjectNamed } from './rules/tabs.ts'
import { follow, hearWork, waited } from './rules/work.ts'
import { noPop, ordered, type PopState, tabNamed } from './state.ts'

/**
 * The pages beside the calls after one more event. No clock and no I/O: time stands in the event, and what is to be
 * done in the state's orders.
 */
export function advance(before: PopState, event: PopEvent): PopState {
  const state = before.orders.length === 0 ? before : { ...before, orders: [] }
  switch (event.type) {
    case 'site':
      return { ...noPop(event.pages, state.place), agent: state.agent, made: state.made }
    case 'agent':
      return hearAgent(state, event.agent)
    case 'work':
      return hearWork(state, event.subjects, event.at)
    case 'time':
      return waited(state, event.at)
    case 'followed':
      return follow(state, event.subject, event.at)
    case 'fact':
      return hearFact(state, event.tab, event.fact)
    default:
      return obey(state, event)
  }
}

type Asked = Exclude<PopEvent, { type: 'site' | 'agent' | 'work' | 'time' | 'followed' | 'fact' }>

/** What the agent asks for by hand. */
function obey(state: PopState, event: Asked): PopState {
  switch (event.type) {
    case 'opened-by-hand':
      return openByHand(state, event.page, event.subject)
    case 'shown':
      return show(state, event.tab)
    case 'close':
      return tabNamed(state, event.tab) ? ordered(state, { do: 'close', tab: event.tab }) : state
    case 'close-ended':
      return ordered(
        state,
        ...state.tabs.filter(({ over }) => over).map(({ id: tab }) => ({ do: 'close', tab }) as const),
      )
    case 'answered':
      return answer(state, event.id, event.answer)
    case 'download-forgotten':
      return { ...state, downloads: state.downloads.filter(({ id }) => id !== event.id) }
    case 'refusal-seen':
      return { ...state, refusals: state.refusals.filter(({ id }) => id !== event.id) }
    case 'placed':
      return look({ ...state, place: event.place })
  }
}

/** A page belongs to a signed-in agent: with the sign-in ends everything of it. */
function hearAgent(state: PopState, agent: PopState['agent']): PopState {
  if (agent !== null && state.agent !== null) return { ...state, agent }
  return { ...noPop(state.pages, state.place), agent, made: state.made }
}

function openByHand(state: PopState, name: string, subject: PopSubject | null): PopState {
  const page = state.pages.find((one) => one.name === name)
  const about = subjectNamed(state, subject)
  if (!page || (subject !== null && about === null)) return state
  const there = ownTab(state, name, subject)
  if (there) return show(state, there.id)
  const opened = open(state, page.open === 'both' ? { ...page, open: 'embedded' } : page, about)
  const tab = ownTab(opened, name, subject)
  return tab ? show(opened, tab.id) : opened
}
