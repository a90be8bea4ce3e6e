import type { PopRefusal, PopSubject } from '#contract'
import type { SitePage } from '../site-page.ts'
import { MOST_REFUSALS, ordered, type PopState } from '../state.ts'
import type { Subject } from '../subjects.ts'
import { addressOf } from '../template.ts'
import { valuesFor } from '../values.ts'
import type { PageAddress } from '../views.ts'
import { addTab, isFull } from './tabs.ts'
import { begin } from './telling.ts'

/** Opens this page, or says why it cannot be. Who asked for it has seen to that it is not there yet. */
export function open(state: PopState, page: SitePage, about: Subject | null): PopState {
  if (state.agent === null) return state
  const subject = about?.subject ?? null
  const built = addressOf(page, valuesFor(page, state.agent, about))
  if (!built.ok) return refuse(state, page.name, subject, built.why)
  const browsed = page.open === 'embedded' ? state : ordered(state, { do: 'browse', url: built.address.url })
  return page.open === 'browser' ? browsed : openTab(browsed, page, about, built.address)
}

function openTab(state: PopState, page: SitePage, about: Subject | null, address: PageAddress): PopState {
  const subject = about?.subject ?? null
  if (isFull(state)) return refuse(state, page.name, subject, { kind: 'too-many' })
  const made = state.made + 1
  const id = `tab-${made}`
  const { host, protocol } = new URL(address.url)
  const begun = { id, page: page.name, opener: null, subject, host, secure: protocol === 'https:' }
  const opened = ordered(addTab({ ...state, made }, begun), { do: 'open', tab: id, page: page.name, address })
  return begin(opened, id, about)
}

function refuse(state: PopState, page: string, subject: PopSubject | null, why: PopRefusal['why']): PopState {
  const made = state.made + 1
  const refusal = { id: `refusal-${made}`, page, subject, why }
  return { ...state, made, refusals: [...state.refusals, refusal].slice(-MOST_REFUSALS) }
}
