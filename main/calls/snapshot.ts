import type { Call, Calls, LineCommand } from '#contract'
import { partiesOf } from './rules/parties.ts'
import type { CallsState, Disposition, LiveCall } from './state.ts'
import { transferModesOf } from './transfer.ts'
import { verbsOf } from './verbs/verbs-of.ts'
import { takenUp } from './video/consent.ts'
import { legOf } from './video/leg.ts'
import { videoOf } from './video/video-of.ts'

/** What the windows show: the call of the call bar first, the last one that ended at the end. */
export function snapshot(state: CallsState): Calls {
  const live = [...state.calls].sort((a, b) => rank(a) - rank(b) || a.startedAt - b.startedAt)
  const shown = state.lastEnded ? [...live, state.lastEnded] : live
  return { list: shown.map((call) => publicCall(call, state)), missed: state.missed }
}

function publicCall(call: LiveCall, state: CallsState): Call {
  const { gatewayId, alsoKnownAs, dialogId, muted, feature, others, asked, about, ...more } = call
  const { transferAsked, handedOver, nameless, mergedLeg, joining, ...most } = more
  const { videoCall, videoWanted, layout, ends, queueId, ...shown } = most
  const video = videoOf(call, state)
  const verbs = verbsOf(call, state)
  const pending = asked.at(-1)?.verb
  return {
    ...shown,
    verbs,
    parties: partiesOf(call),
    ...(pending && { pending }),
    ...(video && { video }),
    ...(verbs.includes('transfer') && { transferModes: transferModesOf(call, state) }),
    ...(state.phoneRings && AWAITED.has(call.phase.name) && !dialogId && { awaitsPhone: true }),
    ...(state.disagreement?.told && IN_QUESTION.has(call.phase.name) && !dialogId && { disagrees: true }),
  }
}

const AWAITED: ReadonlySet<string> = new Set(['arriving', 'ringing', 'dialling'])
const IN_QUESTION: ReadonlySet<string> = new Set(['arriving', 'ringing', 'dialling', 'talking'])

function rank(call: LiveCall): number {
  const order = ['talking', 'ringing', 'dialling', 'arriving', 'held', 'ended']
  return order.indexOf(call.phase.name)
}

export function ringOf(state: CallsState): 'none' | 'call' | 'waiting' {
  const rings = state.calls.some((call) => call.phase.name === 'ringing' && call.asked.length === 0)
  if (!rings) return 'none'
  return state.calls.some(({ phase }) => phase.name === 'talking' || phase.name === 'dialling') ? 'waiting' : 'call'
}

/** What the phone window is told once, because it has just been decided. */
export function commandsBetween(before: CallsState, after: CallsState): readonly LineCommand[] {
  return [...dispositions(before, after), ...holds(before, after), ...videos(before, after)]
}

/** Answered or dialled with video, and up since just now. */
function videos(before: CallsState, after: CallsState): readonly LineCommand[] {
  return takenUp(before, after).flatMap((call): LineCommand[] => {
    const leg = legOf(after, call)
    return leg ? [{ verb: 'video', dialogId: leg.id, on: true, await: false }] : []
  })
}

function dispositions(before: CallsState, after: CallsState): readonly LineCommand[] {
  const known = new Map<string, Disposition>(before.dialogs.map(({ id, disposition }) => [id, disposition]))
  return after.dialogs.flatMap(({ id: dialogId, disposition }): LineCommand[] => {
    const told = known.get(dialogId)
    // What has rung was answered by hand before it could be taken.
    if (told === disposition || told === 'ring') return []
    if (disposition === 'take') return [{ verb: 'answer', dialogId }]
    return disposition === 'refuse' ? [{ verb: 'decline', dialogId, code: 486 }] : []
  })
}

/** A call of the line that has to wait because another one talks now: its far side is told to hold. */
function holds(before: CallsState, after: CallsState): readonly LineCommand[] {
  const talked = new Set(before.calls.filter(({ phase }) => phase.name === 'talking').map(({ id }) => id))
  return after.calls.flatMap(({ id, dialogId, phase }): LineCommand[] => {
    if (dialogId === undefined || phase.name !== 'held' || !talked.has(id)) return []
    const dialog = after.dialogs.find((one) => one.id === dialogId)
    return dialog && !dialog.held ? [{ verb: 'hold', dialogId, held: true }] : []
  })
}
