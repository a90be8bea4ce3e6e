import type { CallVerb } from '#contract'
import type { AskedVerb, CallsEvent, ConfirmedVerb } from '../event.ts'
import { CALLOUT_LEG_MS, type CallsState, type LiveCall, type NewCall, type VideoWanted } from '../state.ts'
import { consent, withoutConsent } from '../video/consent.ts'
import { decideVideo } from '../video/decide.ts'
import { add, byGatewayId, called, change, end, settle } from './edit.ts'
import { beginConsult, consultAlone } from './platform/consult.ts'
import { acceptTransfer } from './platform/stages.ts'

type Command = Extract<
  CallsEvent,
  {
    type:
      | 'asked'
      | 'confirmed'
      | 'failed'
      | 'keys-accepted'
      | 'video-wanted'
      | 'video-settled'
      | 'layout'
      | 'dialled'
      | 'named'
      | 'consulting'
      | 'not-dialled'
      | 'associated-data'
  }
>
type About<T extends Command['type']> = Extract<Command, { type: T }>

/** What the agent asked for, and what became of the asking. Nothing here changes a phase: only facts do. */
export function applyCommand(state: CallsState, event: Command): CallsState {
  if (event.type === 'dialled') return dial(state, event)
  if (event.type === 'associated-data') return keepData(state, event)
  const call = state.calls.find(({ id }) => id === event.id)
  if (!call) return event.type === 'consulting' ? consultAlone(state, event, event.at) : state
  switch (event.type) {
    case 'asked':
      return ask(state, call, event)
    case 'confirmed':
      return change(state, call.id, () => confirmed(settle(call, event.verb), event.verb, event.at))
    case 'failed':
      return change(state, call.id, () => fail(call, event))
    case 'video-wanted':
    case 'video-settled':
    case 'layout':
      return decideVideo(state, call, event)
    case 'keys-accepted':
      return change(state, call.id, () => sendKeys(call, event))
    case 'named':
      return name(state, call, event.gatewayId)
    case 'consulting':
      return beginConsult(state, call, event, event.at)
    case 'not-dialled':
      return end({ ...state, legExpectedUntil: null }, call, event.wrongNumber ? 'wrong-number' : 'failed', event.at)
  }
}

function dial(state: CallsState, event: About<'dialled'>): CallsState {
  const { number, dialogId, video, at } = event
  const phase = { name: 'dialling', since: at, farSideRings: false } as const
  const direction = event.inside ? 'internal' : 'outgoing'
  const videoWanted: VideoWanted = dialogId ? 'now' : 'once-talking'
  const call: NewCall = { direction, number, ...(dialogId && { dialogId }), ...(video && { videoWanted }) }
  const next = add(state, call, phase, at)
  if (!dialogId) return { ...next, legExpectedUntil: at + CALLOUT_LEG_MS }
  const dialog = { id: dialogId, number, since: at, disposition: 'ring', established: false } as const
  return { ...next, dialogs: [...next.dialogs, dialog] }
}

/**
 * The gateway's name for a callout may come after the first events about it. They have been adopted already, or have
 * made a call of their own where they said too little: that one is the agent's, then.
 */
function name(state: CallsState, call: LiveCall, gatewayId: string): CallsState {
  if (call.gatewayId !== undefined || call.dialogId !== undefined) return state
  const without = { ...state, calls: state.calls.filter(({ id }) => id !== call.id) }
  if (state.endedIds.includes(gatewayId)) return without
  const made = byGatewayId(without, gatewayId)
  if (!made) return change(state, call.id, () => called(call, gatewayId))
  const { direction, number } = call
  return change(without, made.id, () => ({ ...made, direction, number }))
}

function ask(state: CallsState, call: LiveCall, { verb, transfer }: About<'asked'>): CallsState {
  const { failure: _, ...rest } = call
  const asks = state.asks + 1
  const asked = [...call.asked.filter((one) => one.verb !== verb), { verb, ask: asks }]
  const next = { ...state, asks }
  if (!transfer) return change(next, call.id, () => consent({ ...rest, asked }, verb))
  const { transferFailed: __, ...anew } = rest
  return change(next, call.id, () => ({ ...anew, asked, transferAsked: transfer }))
}

function confirmed(call: LiveCall, verb: ConfirmedVerb, at = call.startedAt): LiveCall {
  switch (verb) {
    case 'mute':
    case 'unmute':
      return mute(call, verb === 'mute')
    case 'pause-recording':
      return { ...call, recording: 'paused' }
    case 'resume-recording':
      return { ...call, recording: 'on' }
    case 'transfer':
      return acceptTransfer(call, at)
    case 'set-layout':
      return call
  }
}

function mute(call: LiveCall, muted: boolean): LiveCall {
  const { speaksMuted: _, ...rest } = call
  const phase = call.phase.name === 'talking' ? { ...call.phase, muted } : call.phase
  return { ...rest, phase, muted }
}

function sendKeys(call: LiveCall, { keys, secret }: About<'keys-accepted'>): LiveCall {
  return { ...call, keysSent: (call.keysSent ?? '') + (secret ? '•'.repeat(keys.length) : keys) }
}

/**
 * A refused mute still holds here: whoever pressed Mute believes that nobody hears them, so the microphone stays
 * closed and the failure is shown. Only a confirmed unmute opens it.
 */
function fail(call: LiveCall, event: About<'failed'>): LiveCall {
  const { verb, reason, retcode, ask: one } = event
  const pending = call.asked.find((asked) => asked.verb === verb && (one === undefined || asked.ask === one))
  if (!pending && verb !== 'keys') return verb === 'mute' ? mute(call, true) : call
  const { transferAsked, ...rest } = settle(verb === 'mute' ? mute(call, true) : call, verb)
  const kept = transferAsked && verb !== 'transfer' ? { ...rest, transferAsked } : rest
  const failed = { ...kept, failure: { verb, reason, ...(retcode && { retcode }) } }
  return verb === 'start-video' ? withoutConsent(failed) : failed
}

function keepData(state: CallsState, { gatewayId, text }: About<'associated-data'>): CallsState {
  const call = state.calls.find((one) => one.gatewayId === gatewayId)
  return call ? change(state, call.id, () => ({ ...call, associatedData: text })) : state
}

/** The asking of a verb that has just been applied, for the one who waits for its outcome. */
export function askOf(state: CallsState, id: string, verb: AskedVerb): number | undefined {
  const isIt = (asked: { readonly verb: CallVerb }) => asked.verb === verb
  return state.calls.find((call) => call.id === id)?.asked.find(isIt)?.ask
}
