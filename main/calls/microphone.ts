import type { CallVerb } from '#contract'
import { platformLeg } from './rules/edit.ts'
import { legToSpeakIn } from './rules/platform/inspecting.ts'
import type { CallsState, LiveCall } from './state.ts'

/**
 * Rule 2, the only place: the one dialog that may hear the microphone, or none. A call must be talking by the
 * platform's own word, not muted, with nothing pending that closes it, and its SIP dialog must be up.
 */
export function microphoneFor(state: CallsState): string | null {
  if (state.phone === 'other') return null
  // Whoever is about to talk to another caller does not mean this one.
  if (state.calls.some((call) => call.phase.name !== 'talking' && isPending(call, TURNING_AWAY))) return null
  const call = state.calls.filter(speaks).sort((a, b) => since(b) - since(a))[0]
  if (!call) return legToSpeakIn(state)
  const dialog = call.dialogId ? state.dialogs.find(({ id }) => id === call.dialogId) : platformLeg(state)
  return dialog?.established && !dialog.held ? dialog.id : null
}

const CLOSING: ReadonlySet<CallVerb> = new Set(['mute', 'hold', 'hang-up'])
const TURNING_AWAY: ReadonlySet<CallVerb> = new Set(['answer', 'retrieve'])

function isPending(call: LiveCall, verbs: ReadonlySet<CallVerb>): boolean {
  return call.asked.some(({ verb }) => verbs.has(verb))
}

function speaks(call: LiveCall): boolean {
  return call.phase.name === 'talking' && !call.muted && call.part !== 'listen' && !isPending(call, CLOSING)
}

function since(call: LiveCall): number {
  return call.phase.name === 'talking' ? call.phase.since : 0
}
