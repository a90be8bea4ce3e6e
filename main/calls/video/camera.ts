import type { CallVerb } from '#contract'
import type { CallsState, LiveCall } from '../state.ts'
import { legOf } from './leg.ts'

/**
 * The only place that opens the camera: the one dialog that may see it, or none. Its call talks, the agent wants video
 * in this very call, both sides have agreed that we send, and nothing is pending that closes it.
 */
export function cameraFor(state: CallsState): string | null {
  if (!state.video || state.phone === 'other') return null
  // Whoever is about to turn to another caller does not mean to be seen by this one.
  if (state.calls.some((call) => call.phase.name !== 'talking' && isPending(call, TURNING_AWAY))) return null
  const call = state.calls.filter(shows).sort((a, b) => since(b) - since(a))[0]
  const leg = call && legOf(state, call)
  return leg?.established && !leg.held && leg.video?.sends ? leg.id : null
}

const CLOSING: ReadonlySet<CallVerb> = new Set(['stop-video', 'hold', 'hang-up'])
const TURNING_AWAY: ReadonlySet<CallVerb> = new Set(['answer', 'retrieve'])

function isPending(call: LiveCall, verbs: ReadonlySet<CallVerb>): boolean {
  return call.asked.some(({ verb }) => verbs.has(verb))
}

function shows(call: LiveCall): boolean {
  const wanted = call.videoWanted === 'now' && call.part !== 'listen'
  return call.phase.name === 'talking' && wanted && !isPending(call, CLOSING)
}

function since(call: LiveCall): number {
  return call.phase.name === 'talking' ? call.phase.since : 0
}
