import type { CallVerb } from '#contract'
import type { CallsState, LiveCall } from '../state.ts'
import { legOf } from './leg.ts'

/** The agent's word about their camera: asked for it is given, and whoever presses Stop is believed at once. */
export function consent(call: LiveCall, verb: CallVerb): LiveCall {
  if (verb === 'start-video') return { ...call, videoWanted: 'now' }
  return verb === 'stop-video' ? withoutConsent(call) : call
}

export function withoutConsent({ videoWanted: _, ...call }: LiveCall): LiveCall {
  return call
}

/**
 * A call of the platform's that was answered or dialled with video begins with voice; once it talks and its leg is up,
 * video is asked for.
 */
export function takeUpVideo(state: CallsState): CallsState {
  const due = state.calls.filter((call) => isDue(call, state))
  if (due.length === 0) return state
  return {
    ...state,
    calls: state.calls.map((call) => (due.includes(call) ? { ...call, videoWanted: 'now' as const } : call)),
  }
}

function isDue(call: LiveCall, state: CallsState): boolean {
  return (
    call.videoWanted === 'once-talking' && call.phase.name === 'talking' && legOf(state, call)?.established === true
  )
}

/** Those that `takeUpVideo` has just taken up. */
export function takenUp(before: CallsState, after: CallsState): readonly LiveCall[] {
  const waiting = new Set(before.calls.filter((call) => call.videoWanted === 'once-talking').map(({ id }) => id))
  return after.calls.filter((call) => waiting.has(call.id) && call.videoWanted === 'now')
}
