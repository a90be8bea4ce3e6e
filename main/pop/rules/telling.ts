import type { PageEventName, PopSubject } from '#contract'
import { ordered, type PopState } from '../state.ts'
import type { Stage, Subject } from '../subjects.ts'
import { eventFor } from '../values.ts'
import { isOf } from './tabs.ts'

/** spec/media-and-services.md 5.3; that a call which the agent makes rings when the far side does is inferred. */
const EVENTS: { readonly [S in Stage]: PageEventName | null } = {
  incoming: null,
  dialling: null,
  ringing: 'Ringing',
  'far-side-rings': 'Ringing',
  talking: 'Talking',
  over: 'Release',
}

/** A page that begins hears that it may, and where its call stands. */
export function begin(state: PopState, tab: string, about: Subject | null): PopState {
  const name = about && EVENTS[about.stage]
  const hello = told(state, [tab], 'Init', null)
  return name ? told(hello, [tab], name, about) : hello
}

/** What has become of a call or chat, if it is anything to a page. */
export function tellStage(state: PopState, before: Stage | null, about: Subject): PopState {
  const name = EVENTS[about.stage]
  if (name === null || name === (before && EVENTS[before])) return state
  return tell(state, name, about)
}

/**
 * Its own pages hear it, and those that belong to nobody, which are what the workbench's one page is. The page of
 * another call would show this call's customer as its own.
 */
export function tell(state: PopState, name: PageEventName, about: Subject): PopState {
  return told(state, [...hearers(state, about.subject), ...hearers(state, null)], name, about)
}

function hearers({ tabs }: PopState, subject: PopSubject | null): readonly string[] {
  return tabs.filter((tab) => tab.opener === null && isOf(tab, subject)).map(({ id }) => id)
}

function told(state: PopState, tabs: readonly string[], name: PageEventName, about: Subject | null): PopState {
  const { agent } = state
  if (agent === null) return state
  const event = eventFor(name, agent, about)
  return ordered(state, ...tabs.map((tab) => ({ do: 'tell', tab, event }) as const))
}
