import { randomUUID } from 'node:crypto'
import type { Time, VoiceMessage, VoiceRequests } from '#contract'
import {
  advanceVoice,
  off,
  type Recorded,
  toSend,
  type VoiceEvent,
  type VoiceState,
  voiceMessageFor,
  voiceMessageOf,
} from './voice-message.ts'

export const longestVoiceMs = 60_000

export interface VoiceOptions {
  readonly onVoiceMessage: (voiceMessage: VoiceMessage) => void
  /** What the phone window may record now, or null. */
  readonly want: (recording: string | null) => void
  readonly send: (voice: Recorded & { readonly chatId: string }) => void
  readonly now: () => Time
}

export interface VoiceMessages {
  readonly phoneRequests: VoiceRequests
  start(chatId: string): void
  stop(send: boolean): void
  /** Whether a call rings, is dialled or talks, or any dialog may hear the microphone. */
  inCall(is: boolean): void
  phoneGone(): void
  over(): void
  current(): VoiceMessage
}

/** The shell round `voice-message.ts`: its clock, and who is told what. */
export function createVoiceMessages({ onVoiceMessage, want, send, now }: VoiceOptions): VoiceMessages {
  let state: VoiceState = off
  let inCall = false
  let limit: NodeJS.Timeout | undefined

  function apply(event: VoiceEvent): void {
    const before = state
    state = advanceVoice(before, event)
    // Before anybody is told: whatever closes the capture waits for nothing.
    want(voiceMessageFor(state, inCall))
    if (state.status !== 'recording') clearTimeout(limit)
    if (state !== before) onVoiceMessage(voiceMessageOf(state))
    const voice = toSend(before, event)
    if (voice !== null) send(voice)
  }

  return {
    phoneRequests: {
      'voice.level': ({ recording, level }) => apply({ type: 'level', recording, level }),
      'voice.recorded': ({ recording, ...recorded }) => apply({ type: 'recorded', recording, recorded, at: now() }),
      'voice.failed': ({ recording }) => apply({ type: 'failed', recording }),
    },
    start: (chatId) => {
      const recording = randomUUID()
      apply({ type: 'start', chatId, recording, inCall, at: now() })
      if (state.status === 'recording' && state.recording === recording)
        limit = setTimeout(() => apply({ type: 'limit', recording, at: now() }), longestVoiceMs)
    },
    stop: (wanted) => apply({ type: 'stop', send: wanted, at: now() }),
    inCall: (is) => {
      inCall = is
      if (is) apply({ type: 'in-call', at: now() })
    },
    phoneGone: () => apply({ type: 'phone-gone' }),
    over: () => apply({ type: 'over' }),
    current: () => voiceMessageOf(state),
  }
}
