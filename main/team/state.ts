import type { ListenedTo, Message, Rights, SeenAgent, Team, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import {
  advance as advanceInspection,
  type InspectionEvent,
  type LiveInspection,
  shownInspection,
} from './inspection.ts'
import { allSeen, isMessage, withMessage, withSeen } from './messages.ts'
import { NO_RIGHTS } from './rights.ts'

export interface TeamState {
  readonly rights: Rights
  readonly inspection: LiveInspection | null
  readonly listenedTo: ListenedTo | null
  readonly messages: readonly Message[]
  readonly seen: readonly SeenAgent[]
}

export type TeamEvent =
  | InspectionEvent
  | { readonly type: 'rights'; readonly rights: Rights }
  | { readonly type: 'messages-seen' }
  /** What came earlier in the shift, before Earshot was started again. */
  | { readonly type: 'messages-kept'; readonly messages: readonly Message[] }
  /** The agent's call was taken over; the platform sends no other word of the inspection's end (spec/ccgateway.md 11). */
  | { readonly type: 'taken-over' }
  /** Somebody else signs in here: what came for the one before is not theirs. */
  | { readonly type: 'new-agent' }

export const NO_TEAM: TeamState = { rights: NO_RIGHTS, inspection: null, listenedTo: null, messages: [], seen: [] }

/** Everything between an agent and a team lead, seen from either side. */
export function advance(state: TeamState, event: TeamEvent): TeamState {
  switch (event.type) {
    case 'rights':
      return { ...state, rights: event.rights }
    case 'messages-kept':
      return state.messages.length > 0 ? state : { ...state, messages: event.messages }
    case 'messages-seen':
      return { ...state, messages: allSeen(state.messages) }
    case 'taken-over':
      return state.listenedTo ? { ...state, listenedTo: null } : state
    case 'new-agent':
      return { ...NO_TEAM, rights: state.rights }
    case 'signed-out':
      return { ...state, inspection: null, listenedTo: null, seen: [] }
    case 'gateway':
      return withInspection(hear(state, event.event), event)
    default:
      return withInspection(state, event)
  }
}

function withInspection(state: TeamState, event: InspectionEvent): TeamState {
  const inspection = advanceInspection(state.inspection, event)
  return inspection === state.inspection ? state : { ...state, inspection }
}

function hear(state: TeamState, event: GatewayEvent): TeamState {
  if (isMessage(event)) return { ...state, messages: withMessage(state.messages, event) }
  switch (event.type) {
    case 'inspection':
      return { ...state, listenedTo: listenedTo(event) }
    case 'inspection-over':
      return state.listenedTo ? { ...state, listenedTo: null } : state
    case 'watched-agent': {
      const { workNumber, present, at } = event
      return { ...state, seen: withSeen(state.seen, { workNumber, present, at }) }
    }
    default:
      return state
  }
}

type Begins = Extract<GatewayEvent, { type: 'inspection' }> & { readonly at: Time }

/** `insert` is the platform's word for barging in (spec/ccgateway.md 11). */
function listenedTo({ how, by, at }: Begins): ListenedTo {
  return { how: how === 'insert' ? 'barge' : how, since: at, ...(by && { by }) }
}

/** `tell`: whether this site tells an agent that somebody listens. */
export function shown({ inspection, listenedTo, ...rest }: TeamState, tell: boolean): Team {
  return { ...rest, inspection: shownInspection(inspection), listenedTo: tell ? listenedTo : null }
}
