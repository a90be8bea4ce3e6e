import type { Call, Calls, CallVerb, LineCommand } from '#contract'
import type { CallsState, Disposition, LiveCall } from './state.ts'

/** What the windows show: the call of the call bar first, the last one that ended at the end. */
export function snapshot(state: CallsState): Calls {
  const live = [...state.calls].sort((a, b) => rank(a) - rank(b) || a.startedAt - b.startedAt)
  const shown = state.lastEnded ? [...live, state.lastEnded] : live
  return { list: shown.map(publicCall), missed: state.missed }
}

function publicCall(call: LiveCall): Call {
  const { gatewayId: _, dialogId: __, muted: ___, ...shown } = call
  return { ...shown, verbs: verbsOf(call) }
}

function rank(call: LiveCall): number {
  const order = ['talking', 'ringing', 'dialling', 'arriving', 'held', 'ended']
  return order.indexOf(call.phase.name)
}

/** What can be done now: one answer for desk, tray, alert and hotkeys. */
export function verbsOf(call: LiveCall): readonly CallVerb[] {
  switch (call.phase.name) {
    case 'ringing':
      return ['answer', 'decline']
    case 'dialling':
    case 'held':
      return ['hang-up']
    case 'talking':
      return [call.muted ? 'unmute' : 'mute', 'hang-up']
    default:
      return []
  }
}

export function ringOf(state: CallsState): 'none' | 'call' | 'waiting' {
  const rings = state.calls.some((call) => call.phase.name === 'ringing' && call.pending === undefined)
  if (!rings) return 'none'
  return state.calls.some(({ phase }) => phase.name === 'talking' || phase.name === 'dialling') ? 'waiting' : 'call'
}

/** What the phone window is told once, because a dialog's disposition has just been decided. */
export function commandsBetween(before: CallsState, after: CallsState): readonly LineCommand[] {
  const known = new Map<string, Disposition>(before.dialogs.map(({ id, disposition }) => [id, disposition]))
  return after.dialogs.flatMap(({ id: dialogId, disposition }): LineCommand[] => {
    const told = known.get(dialogId)
    // What has rung was answered by hand before it could be taken.
    if (told === disposition || told === 'ring') return []
    if (disposition === 'take') return [{ verb: 'answer', dialogId }]
    return disposition === 'refuse' ? [{ verb: 'decline', dialogId, code: 486 }] : []
  })
}
