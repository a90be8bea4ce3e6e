import type { Time } from '#contract'
import { type CallsState, type Dialog, type Disposition, LEG_MS } from '../../state.ts'
import { add, changeDialog, platformLeg } from '../edit.ts'

export type Invite = Pick<Dialog, 'id' | 'number' | 'name' | 'offersVideo'>

/** An INVITE has come: what it is for decides what is done with it (rules 1, 3, 4 and 6). */
export function receiveInvite(state: CallsState, invite: Invite, at: Time): CallsState {
  if (state.dialogs.some(({ id }) => id === invite.id)) return state
  const disposition = dispositionOf(state, at)
  const dialog: Dialog = { ...invite, since: at, disposition, established: false }
  const next = { ...state, dialogs: [...state.dialogs, dialog] }
  if (disposition === 'take') return { ...next, legExpectedUntil: null }
  return disposition === 'ring' ? letRing(next, dialog, at) : next
}

function dispositionOf(state: CallsState, at: Time): Disposition {
  // The platform rings the agent's other phone; nobody is meant to ring this one.
  if (state.phone === 'other') return 'refuse'
  if (!state.gateway) return state.accepting ? 'ring' : 'refuse'
  return state.legExpectedUntil !== null && at <= state.legExpectedUntil ? 'take' : 'wait'
}

/** The INVITE rings for the agent as a call of the SIP line alone. */
export function letRing(state: CallsState, dialog: Dialog, at: Time): CallsState {
  const ringing = changeDialog(state, dialog.id, (known) => ({ ...known, disposition: 'ring' }))
  const { number, name } = dialog
  return add(
    ringing,
    { direction: 'incoming', number, dialogId: dialog.id, ...(name && { name }) },
    { name: 'ringing', since: at },
    at,
  )
}

/**
 * An agent who was out of call handling is taken up again: a call that had ended before, declined or transferred, may
 * be what comes (spec/ccgateway.md 8.1, reject mode 1; that it keeps its id is inferred).
 */
export function beginOffer(state: CallsState): CallsState {
  return state.settled ? { ...state, settled: false, mayReturn: state.endedIds } : state
}

/** The gateway said that it rings this softphone: the INVITE that waits, or the next one, is its leg. */
export function announceLeg(state: CallsState, at: Time): CallsState {
  // The platform has one leg to a softphone; a repeated word about it must not adopt a stranger's INVITE.
  if (isLegInUse(state)) return state
  const waiting = state.dialogs.find((dialog) => dialog.disposition === 'wait')
  if (waiting) return changeDialog(state, waiting.id, (dialog) => ({ ...dialog, disposition: 'take' }))
  return { ...state, legExpectedUntil: at + LEG_MS }
}

/** Its BYE or CANCEL may come after the next announcement: the two planes do not wait for each other. */
export function releaseLeg(state: CallsState): CallsState {
  const leg = platformLeg(state)
  return leg ? changeDialog(state, leg.id, (dialog) => ({ ...dialog, released: true })) : state
}

/**
 * The platform's own word that its leg was picked up, and none was taken for it: it is the one INVITE that rang
 * unannounced and was answered by hand. The call is asked about next, as any other (rule 1).
 */
export function adoptLeg(state: CallsState): CallsState {
  if (platformLeg(state)) return state
  const answered = state.calls.filter(
    ({ direction, dialogId, phase, asked }) =>
      direction === 'incoming' && dialogId && (phase.name === 'talking' || asked.some(({ verb }) => verb === 'answer')),
  )
  const [call, another] = answered
  if (!call?.dialogId || another) return state
  const adopted = changeDialog(state, call.dialogId, (dialog) => ({ ...dialog, disposition: 'take' }))
  return { ...adopted, calls: adopted.calls.filter(({ id }) => id !== call.id) }
}

/**
 * A leg whose call is over does not stand in the way of the next one, although its BYE may still be on its way: the
 * next customer can be faster. One that is just being taken, or has a call on it, is in use.
 */
function isLegInUse(state: CallsState): boolean {
  const leg = platformLeg(state)
  if (!leg || leg.released) return false
  return !leg.established || state.calls.some((call) => !call.dialogId && call.phase.name !== 'arriving')
}
