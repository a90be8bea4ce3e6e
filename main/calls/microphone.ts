import { platformLeg } from './edit.ts'
import type { CallsState, LiveCall } from './state.ts'

/**
 * Rule 2, the only place: the one dialog that may hear the microphone, or none. A call must be talking by the
 * platform's own word, not muted, with nothing pending that closes it, and its SIP dialog must be up.
 */
export function microphoneFor(state: CallsState): string | null {
  const call = state.calls.filter(speaks).sort((a, b) => since(b) - since(a))[0]
  if (!call) return null
  const dialog = call.dialogId ? state.dialogs.find(({ id }) => id === call.dialogId) : platformLeg(state)
  return dialog?.established ? dialog.id : null
}

function speaks(call: LiveCall): boolean {
  return call.phase.name === 'talking' && !call.muted && call.pending !== 'mute' && call.pending !== 'hang-up'
}

function since(call: LiveCall): number {
  return call.phase.name === 'talking' ? call.phase.since : 0
}
