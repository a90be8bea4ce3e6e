import type { CallParty, Time, Transfer } from '#contract'
import type { CallsState, LiveCall } from '../../state.ts'
import { change, settle } from '../edit.ts'
import { partiesOf, without } from '../parties.ts'

/**
 * The gateway took the transfer on; where an event about it came first, the transfer is under way already. That the
 * customer of a "suspend" transfer is with the IVR from then on is told by nothing else (spec/ccgateway.md 8.3).
 */
export function acceptTransfer(call: LiveCall, at: Time): LiveCall {
  const { transferAsked: wish, transferFailed: _, ...rest } = call
  if (!wish) return call
  const settled = settle(rest, 'transfer')
  if (wish.mode !== 'suspend') return { ...settled, transfer: { ...wish, since: at, stage: 'asked' } }
  const phase = call.phase.name === 'held' ? call.phase : { name: 'held' as const, since: at }
  return { ...settle(settled, 'hold'), phase, transfer: { ...wish, since: at, stage: 'in-ivr' } }
}

/** A word about the third party: it tells that the transfer is under way, and how far. */
export function advanceTransfer(state: CallsState, call: LiveCall, stage: Transfer['stage'], at: Time): CallsState {
  const accepted = acceptTransfer(call, at)
  const { transfer } = accepted
  if (!transfer) return state
  return change(state, call.id, () => ({ ...accepted, transfer: { ...transfer, stage } }))
}

export function isTransferring(call: LiveCall): boolean {
  return call.transfer !== undefined || call.transferAsked !== undefined
}

/** How the transfer is meant, accepted or not yet. */
export function transferOf(call: LiveCall): Pick<Transfer, 'to' | 'mode'> | undefined {
  return call.transfer ?? call.transferAsked
}

/** The transfer came to nothing, and the agent keeps the customer. */
export function failTransfer(state: CallsState, call: LiveCall): CallsState {
  const failed = transferOf(call)
  if (!failed) return state
  const { to, mode } = failed
  return change(state, call.id, () => ({ ...outOfTransfer(call), transferFailed: { to, mode } }))
}

/** The agent took the customer back, or the third party is gone and the customer is not. */
export function endTransfer(state: CallsState, call: LiveCall): CallsState {
  return change(state, call.id, () => outOfTransfer(call))
}

function outOfTransfer(call: LiveCall): LiveCall {
  const { transfer: _, transferAsked: __, ...rest } = without(call, transferOf(call)?.to.address ?? '')
  return settle(rest, 'transfer', 'take-back')
}

/** Everybody is connected: agent and third party alone (talk), or all three (spec/ccgateway.md 8.3). */
export function joinThird(state: CallsState, call: LiveCall, partners: readonly string[], at: Time): CallsState {
  const accepted = acceptTransfer(call, at)
  const { transfer } = accepted
  if (!transfer) return state
  const joined = transfer.mode === 'three-party'
  const third: CallParty = { number: transfer.to.address, kind: 'outside', state: 'talking' }
  const before = partiesOf(call).filter(({ number }) => partners.length === 0 || partners.includes(number))
  const waiting = before.map((party): CallParty => ({ ...party, state: joined ? 'talking' : 'held' }))
  return change(state, call.id, () => ({
    ...accepted,
    others: [...waiting, third],
    transfer: { ...transfer, stage: joined ? 'joined' : 'talking' },
  }))
}

/**
 * What became of a transfer in mode "success". The platform's two words, this one and the release, come in either
 * order: a call that ended as hung up by the customer a moment ago was handed over in truth.
 */
export function applyTransferResult(state: CallsState, gatewayId: string, succeeded: boolean): CallsState {
  const call = state.calls.find((one) => one.gatewayId === gatewayId)
  if (call) {
    if (!succeeded) return failTransfer(state, call)
    return isTransferring(call) ? change(state, call.id, () => ({ ...call, handedOver: true })) : state
  }
  return succeeded ? handOverLate(state, gatewayId) : state
}

function handOverLate(state: CallsState, gatewayId: string): CallsState {
  const { lastEnded } = state
  const mistaken = lastEnded?.gatewayId === gatewayId && lastEnded.transfer?.mode === 'success'
  if (!mistaken || lastEnded.phase.name !== 'ended') return state
  return { ...state, lastEnded: { ...lastEnded, phase: { ...lastEnded.phase, reason: 'transferred' } } }
}

/** The customer of a "suspend" transfer has left for the IVR: the agent's call waits for them. */
export function enterIvr(state: CallsState, call: LiveCall, at: Time): CallsState {
  return change(state, call.id, () => acceptTransfer(call, at))
}

/** Whether this one is expected back from an IVR, so that a word about it is not too late. */
export function mayComeBack({ lastEnded }: CallsState, gatewayId: string): boolean {
  return lastEnded?.gatewayId === gatewayId && lastEnded.transfer?.mode === 'suspend'
}
