import { type CallsState, DISAGREEMENT_MS } from '../state.ts'
import { platformLeg } from './edit.ts'

/** How long the gateway gets to settle it before it is asked again. */
const AGAIN_MS = 10_000

/**
 * The platform's word and its leg are two facts about one conversation (design/product.md): where they have differed
 * for two seconds the agent is told, and the gateway is asked.
 */
export function watchDisagreement(state: CallsState, at: number | undefined): CallsState {
  if (!doDisagree(state)) return state.disagreement ? { ...state, disagreement: null } : state
  if (at === undefined) return state
  const { disagreement } = state
  if (!disagreement) return { ...state, disagreement: { since: at, told: false, askedAt: null } }
  const due = disagreement.askedAt === null ? disagreement.since + DISAGREEMENT_MS : disagreement.askedAt + AGAIN_MS
  return at < due ? state : { ...state, disagreement: { ...disagreement, told: true, askedAt: at } }
}

/** A call that talks without a leg, or a leg that is up and no call for it. */
function doDisagree(state: CallsState): boolean {
  if (!state.gateway || state.phone === 'other') return false
  const leg = platformLeg(state)
  const calls = state.calls.filter(({ dialogId, nameless }) => dialogId === undefined && !nameless)
  if (calls.some(({ phase }) => phase.name === 'talking')) return !leg?.established
  // Out of call handling with a customer on hold: the word of their end may be lost.
  if (state.settled && calls.some(({ phase }) => phase.name === 'held')) return true
  return leg?.established === true && !leg.released && !state.alwaysOffHook && !state.inspecting && calls.length === 0
}

export function disagreementDue({ disagreement }: CallsState): readonly number[] {
  if (!disagreement) return []
  const { since, askedAt } = disagreement
  return [askedAt === null ? since + DISAGREEMENT_MS : askedAt + AGAIN_MS]
}

/** The gateway is to be asked: the moment of the last asking has just changed. */
export function asksBetween(before: CallsState, after: CallsState): boolean {
  const asked = after.disagreement?.askedAt ?? null
  return asked !== null && asked !== before.disagreement?.askedAt
}
