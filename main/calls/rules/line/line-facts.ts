import type { EndReason, LineFact, Time } from '#contract'
import type { CallsState, Dialog, LiveCall } from '../../state.ts'
import { applyVideoFact, failVideo } from '../../video/video-facts.ts'
import { byDialogId, change, changeDialog, end, isPending, settle } from '../edit.ts'
import { beginTalking } from '../talk.ts'
import { applyToDialog } from './held-lines.ts'
import { type Invite, receiveInvite } from './legs.ts'

/** What SIP's answers mean for the calls. */
export function applyLine(state: CallsState, fact: LineFact, at: Time): CallsState {
  switch (fact.type) {
    case 'invited':
      return receiveInvite(state, inviteOf(fact), at)
    case 'far-side-rings':
      return farSideRings(state, fact.dialogId)
    case 'established':
      return establish(state, fact.dialogId, at)
    case 'ended':
      return endDialog(state, fact, at)
    case 'video':
    case 'video-asked':
    case 'sending':
      return applyVideoFact(state, fact)
    case 'far-side-silent':
      return hearSilence(state, fact.dialogId, fact.silent)
    case 'speaks-muted':
      return speakMuted(state, fact.speaks)
    case 'command-failed':
      return failCommand(state, fact, at)
    default:
      return applyToDialog(state, fact, at)
  }
}

function inviteOf({ dialogId, number, name, video }: Extract<LineFact, { type: 'invited' }>): Invite {
  return { id: dialogId, number, ...(name && { name }), ...(video && { offersVideo: video }) }
}

/** The line could not do what was asked of it: a dial comes to nothing, any other verb can be tried again. */
function failCommand(state: CallsState, fact: Extract<LineFact, { type: 'command-failed' }>, at: Time): CallsState {
  const { verb: what, dialogId } = fact
  if (dialogId !== undefined && (what === 'video' || what === 'share')) return failVideo(state, dialogId, what)
  const call = dialogId === undefined ? undefined : byDialogId(state, dialogId)
  if (!call) return state
  if (fact.verb === 'dial') return end(state, call, 'failed', at)
  const last = call.asked.at(-1)
  const verb = fact.verb === 'keys' ? 'keys' : last?.verb
  if (!verb) return state
  const { transferAsked, ...rest } = settle(call, verb)
  const kept = transferAsked && verb !== 'transfer' ? { ...rest, transferAsked } : rest
  return change(state, call.id, () => ({ ...kept, failure: { verb, reason: 'refused' } }))
}

function farSideRings(state: CallsState, dialogId: string): CallsState {
  const call = byDialogId(state, dialogId)
  if (call?.phase.name !== 'dialling') return state
  const { since } = call.phase
  return change(state, call.id, () => ({ ...call, phase: { name: 'dialling', since, farSideRings: true } }))
}

/** Rule 6: for a call of the SIP line alone the dialog's confirmation is the talking. */
function establish(state: CallsState, dialogId: string, at: Time): CallsState {
  const next = changeDialog(state, dialogId, (dialog) => ({ ...dialog, established: true }))
  const call = byDialogId(next, dialogId)
  return !call || call.talkingSince !== undefined ? next : beginTalking(next, call, at)
}

function endDialog(state: CallsState, fact: Extract<LineFact, { type: 'ended' }>, at: Time): CallsState {
  const dialog = state.dialogs.find(({ id }) => id === fact.dialogId)
  const next = { ...state, dialogs: state.dialogs.filter(({ id }) => id !== fact.dialogId) }
  const call = byDialogId(next, fact.dialogId)
  return call ? end(next, call, reasonOf(call, fact, dialog), at) : next
}

function reasonOf(call: LiveCall, fact: Extract<LineFact, { type: 'ended' }>, dialog: Dialog | undefined): EndReason {
  if (call.handedOver) return 'transferred'
  switch (fact.cause) {
    case 'cancelled':
      return dialog?.established ? 'customer-hung-up' : 'customer-gave-up'
    case 'far-side-hung-up':
      return 'customer-hung-up'
    case 'we-ended':
      return call.phase.name === 'ringing' && !isPending(call, 'hang-up') ? 'declined' : 'agent-hung-up'
    case 'refused':
      return refusal(fact.code)
    case 'failed':
      return 'failed'
    case 'lost':
      return 'line-lost'
  }
}

/** RFC 3261 section 21: busy everywhere or here, and the ways of saying that a number is none. */
function refusal(code: number | undefined): EndReason {
  if (code === 486 || code === 600 || code === 603) return 'busy'
  return code === 404 || code === 484 || code === 604 ? 'wrong-number' : 'failed'
}

/** Silence of the platform's leg is told of the call that talks over it. */
function hearSilence(state: CallsState, dialogId: string, silent: boolean): CallsState {
  const call =
    byDialogId(state, dialogId) ?? state.calls.find(({ phase, dialogId: own }) => phase.name === 'talking' && !own)
  return call ? change(state, call.id, () => ({ ...call, silent })) : state
}

/** The warning is for whoever is muted in the call that talks; on hold nobody is meant to hear. */
function speakMuted(state: CallsState, speaks: boolean): CallsState {
  const told = state.calls.filter(({ speaksMuted }) => speaksMuted)
  const quiet = told.reduce((next, { id }) => change(next, id, withoutWarning), state)
  const call = speaks ? quiet.calls.find(({ phase, muted }) => phase.name === 'talking' && muted) : undefined
  return call ? change(quiet, call.id, () => ({ ...call, speaksMuted: true })) : quiet
}

function withoutWarning({ speaksMuted: _, ...call }: LiveCall): LiveCall {
  return call
}
