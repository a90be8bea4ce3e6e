import type { LineFact, Time } from '#contract'
import type { CallsState, LiveCall } from '../../state.ts'
import { byDialogId, change, changeDialog, confirm } from '../edit.ts'
import { acceptTransfer, advanceTransfer, failTransfer } from '../platform/stages.ts'
import { beginTalking } from '../talk.ts'

/** What SIP answered to hold, keys and transfer on a call of the line's own (softphone only, or unannounced). */
export function applyToDialog(state: CallsState, fact: LineFact, at: Time): CallsState {
  const call = 'dialogId' in fact && fact.dialogId !== undefined ? byDialogId(state, fact.dialogId) : undefined
  if (!call) return state
  switch (fact.type) {
    case 'hold':
      return hold(state, call, fact.dialogId, fact.held, at)
    case 'held-by-far-side':
      return change(state, call.id, () => ({ ...call, heldByFarSide: fact.held }))
    case 'transfer':
      return transfer(state, call, fact.stage, at)
    default:
      return state
  }
}

function hold(state: CallsState, call: LiveCall, dialogId: string, held: boolean, at: Time): CallsState {
  const next = changeDialog(state, dialogId, (dialog) => ({ ...dialog, held }))
  if (call.talkingSince === undefined) return next
  if (!held) return beginTalking(next, call, at)
  const since = call.phase.name === 'held' ? call.phase.since : at
  return change(next, call.id, () => confirm(call, { name: 'held', since }))
}

type Told = Extract<LineFact, { type: 'transfer' }>['stage']

/** The last NOTIFY decides (RFC 3515 section 2.4.5); the BYE that follows it is of a call that was handed over. */
function transfer(state: CallsState, call: LiveCall, stage: Told, at: Time): CallsState {
  if (stage === 'failed') return failTransfer(state, call)
  if (stage === 'done') return change(state, call.id, () => ({ ...acceptTransfer(call, at), handedOver: true }))
  return advanceTransfer(state, call, stage, at)
}
