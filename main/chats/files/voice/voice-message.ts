import type { Time, VoiceMessage } from '#contract'

export interface Recorded {
  readonly content: Uint8Array
  readonly ending: string
}

type Kept = Extract<VoiceMessage, { status: 'kept' }>

/** What is to become of a recording that has been stopped, once its sound is here. */
type Fate = 'send' | 'throw-away' | Kept['why']

/** `recording` names one recording, so that the late sound of another is not taken for it. */
export type VoiceState =
  | { readonly status: 'off' }
  | {
      readonly status: 'recording'
      readonly chatId: string
      readonly recording: string
      readonly since: Time
      readonly level: number
    }
  | {
      readonly status: 'stopping'
      readonly chatId: string
      readonly recording: string
      readonly seconds: number
      readonly fate: Fate
    }
  | (Kept & { readonly recorded: Recorded })
  | Extract<VoiceMessage, { status: 'failed' }>

export type VoiceEvent =
  | {
      readonly type: 'start'
      readonly chatId: string
      readonly recording: string
      readonly inCall: boolean
      readonly at: Time
    }
  | { readonly type: 'stop'; readonly send: boolean; readonly at: Time }
  /** A call rings, is dialled or talks, or a dialog may hear the microphone. */
  | { readonly type: 'in-call'; readonly at: Time }
  | { readonly type: 'limit'; readonly recording: string; readonly at: Time }
  | { readonly type: 'level'; readonly recording: string; readonly level: number }
  | { readonly type: 'recorded'; readonly recording: string; readonly recorded: Recorded; readonly at: Time }
  | { readonly type: 'failed'; readonly recording: string }
  | { readonly type: 'phone-gone' }
  /** The agent has signed out, or the conversation has left the list. */
  | { readonly type: 'over' }

export const off: VoiceState = { status: 'off' }

/**
 * From the agent's click to the next. A call that comes ends it at once and what there is of it is kept: the agent said
 * it and decides what becomes of it, after the call.
 */
export function advanceVoice(state: VoiceState, event: VoiceEvent): VoiceState {
  switch (event.type) {
    case 'start':
      return started(state, event)
    case 'stop':
      return stopped(state, event.send, event.at)
    case 'in-call':
      return state.status === 'recording' ? stopping(state, 'in-call', event.at) : state
    case 'limit':
      return isRecording(state, event.recording) ? stopping(state, 'too-long', event.at) : state
    case 'level':
      return isRecording(state, event.recording) ? { ...state, level: event.level } : state
    case 'recorded':
      return arrived(state, event)
    case 'failed':
      return named(state) === event.recording ? broken(state) : state
    case 'phone-gone':
      return broken(state)
    case 'over':
      return off
  }
}

/** What goes out when this event has come to this state: at most one message, and only one the agent sent. */
export function toSend(state: VoiceState, event: VoiceEvent): (Recorded & { readonly chatId: string }) | null {
  if (event.type === 'stop' && event.send && state.status === 'kept') return { chatId: state.chatId, ...state.recorded }
  if (event.type !== 'recorded' || state.status !== 'stopping' || state.fate !== 'send') return null
  return named(state) === event.recording ? { chatId: state.chatId, ...event.recorded } : null
}

/** The one recording for which the phone window may open a capture of its own, or none: never beside a call. */
export function voiceMessageFor(state: VoiceState, inCall: boolean): string | null {
  return state.status === 'recording' && !inCall ? state.recording : null
}

/** As the desk sees it. */
export function voiceMessageOf(state: VoiceState): VoiceMessage {
  switch (state.status) {
    case 'recording':
      return { status: 'recording', chatId: state.chatId, since: state.since, level: state.level }
    case 'kept':
      return { status: 'kept', chatId: state.chatId, seconds: state.seconds, why: state.why }
    case 'stopping':
      return { status: 'off' }
    case 'off':
    case 'failed':
      return state
  }
}

type Recording = Extract<VoiceState, { status: 'recording' }>

function started(state: VoiceState, event: Extract<VoiceEvent, { type: 'start' }>): VoiceState {
  // What was kept is sent or thrown away first; one click does not lose it.
  if (state.status !== 'off' && state.status !== 'failed') return state
  const { chatId, recording, at } = event
  if (event.inCall) return { status: 'failed', chatId, reason: 'in-call' }
  return { status: 'recording', chatId, recording, since: at, level: 0 }
}

function stopped(state: VoiceState, send: boolean, at: Time): VoiceState {
  if (state.status === 'recording') return stopping(state, send ? 'send' : 'throw-away', at)
  if (state.status === 'stopping') return send ? state : { ...state, fate: 'throw-away' }
  return off
}

function stopping({ chatId, recording, since }: Recording, fate: Fate, at: Time): VoiceState {
  return { status: 'stopping', chatId, recording, seconds: secondsOf(since, at), fate }
}

function arrived(
  state: VoiceState,
  { recording, recorded, at }: Extract<VoiceEvent, { type: 'recorded' }>,
): VoiceState {
  if (named(state) !== recording) return state
  // The phone window has stopped by itself: its microphone was pulled out.
  if (state.status === 'recording') return kept(state.chatId, secondsOf(state.since, at), 'interrupted', recorded)
  if (state.status !== 'stopping' || state.fate === 'send' || state.fate === 'throw-away') return off
  return kept(state.chatId, state.seconds, state.fate, recorded)
}

function kept(chatId: string, seconds: number, why: Kept['why'], recorded: Recorded): VoiceState {
  return { status: 'kept', chatId, seconds, why, recorded }
}

function broken(state: VoiceState): VoiceState {
  if (state.status === 'stopping' && state.fate === 'throw-away') return off
  if (state.status === 'stopping') return { status: 'failed', chatId: state.chatId, reason: 'interrupted' }
  if (state.status !== 'recording') return state
  return { status: 'failed', chatId: state.chatId, reason: 'no-microphone' }
}

function isRecording(state: VoiceState, recording: string): state is Recording {
  return state.status === 'recording' && state.recording === recording
}

function named(state: VoiceState): string | null {
  return state.status === 'recording' || state.status === 'stopping' ? state.recording : null
}

function secondsOf(since: Time, at: Time): number {
  return Math.max(1, Math.round((at - since) / 1_000))
}
