import type { CallsEvent } from './event.ts'
import { applyCommand } from './rules/commands.ts'
import { disagreementDue, watchDisagreement } from './rules/disagreement.ts'
import { end } from './rules/edit.ts'
import { letRing } from './rules/line/legs.ts'
import { applyLine } from './rules/line/line-facts.ts'
import { applyGateway } from './rules/platform/gateway-facts.ts'
import { applyPresent } from './rules/platform/present.ts'
import { ANNOUNCEMENT_MS, type CallsState, NO_CALLS } from './state.ts'
import { takeUpVideo } from './video/consent.ts'

/**
 * The six rules of a call (design/product.md) in one function: every gateway event, line fact, request and lapse of
 * time goes through it, and an event that makes no sense changes nothing.
 */
export function advance(state: CallsState, event: CallsEvent): CallsState {
  return watchDisagreement(takeUpVideo(follow(state, event)), timeOf(event))
}

function follow(state: CallsState, event: CallsEvent): CallsState {
  switch (event.type) {
    case 'gateway':
      return applyGateway(state, event.event)
    case 'line':
      return applyLine(state, event.fact, event.at)
    case 'present':
      return applyPresent(state, event)
    case 'signed-in': {
      const { type: _, ...site } = event
      return { ...NO_CALLS, ...site, missed: state.missed, made: state.made, asks: state.asks }
    }
    case 'signed-out':
      return state.calls.reduce((next, call) => end(next, call, 'ended-by-platform', event.at), state)
    case 'accepting':
      return { ...state, accepting: event.accepting }
    case 'inspecting':
      return { ...state, inspecting: event.voice === 'none' ? false : event.voice }
    case 'missed-seen':
      return { ...state, missed: state.missed.map((call) => ({ ...call, seen: true })) }
    case 'missed-known':
      return { ...state, missed: withKnown(state.missed, event) }
    case 'time':
      return waitedEnough(state, event.at)
    default:
      return applyCommand(state, event)
  }
}

function timeOf(event: CallsEvent): number | undefined {
  if (event.type === 'gateway') return event.event.at
  return 'at' in event ? event.at : undefined
}

function withKnown(
  missed: CallsState['missed'],
  { missed: known, since }: Extract<CallsEvent, { type: 'missed-known' }>,
): CallsState['missed'] {
  const later = missed.filter(({ id, at }) => at >= since && !known.some((one) => one.id === id))
  return [...later, ...known]
}

/** Rule 3: two seconds without the gateway's word, and an INVITE rings like an ordinary call. */
function waitedEnough(state: CallsState, at: number): CallsState {
  return state.dialogs
    .filter((dialog) => dialog.disposition === 'wait' && at >= dialog.since + ANNOUNCEMENT_MS)
    .reduce((next, dialog) => letRing(next, dialog, at), state)
}

/** When `time` must be told next, or null when nothing waits. */
export function nextDeadline(state: CallsState): number | null {
  const waiting = state.dialogs.filter((dialog) => dialog.disposition === 'wait')
  const due = [...waiting.map((dialog) => dialog.since + ANNOUNCEMENT_MS), ...disagreementDue(state)]
  return due.length === 0 ? null : Math.min(...due)
}
