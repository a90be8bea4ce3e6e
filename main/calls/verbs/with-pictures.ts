import type { CallsRequests, CommandResult } from '#contract'
import type { LiveCall } from '../state.ts'
import { legOf } from '../video/leg.ts'
import { beganAsVideo } from '../video/video-of.ts'
import { ACCEPTED, type AskParts, ask, NOT_POSSIBLE } from './ask.ts'

type WithPictures = Pick<CallsRequests, 'calls.video' | 'calls.shareScreen' | 'calls.layout'>

/** What is done with the picture of a call. */
export function withPictures(parts: AskParts): WithPictures {
  const { gateway, command, state, chooseScreen } = parts
  return {
    'calls.video': ({ callId, on }) =>
      ask(parts, callId, on ? 'start-video' : 'stop-video', { send: (call) => switchVideo(parts, call, on) }),
    'calls.shareScreen': ({ callId, on, sourceId }) =>
      ask(parts, callId, on ? 'share-screen' : 'stop-sharing', {
        send: (call) => {
          const leg = legOf(state(), call)
          if (!leg) return Promise.resolve(NOT_POSSIBLE)
          if (on) chooseScreen?.(sourceId ?? null)
          command({ verb: 'share', dialogId: leg.id, on })
          return Promise.resolve(ACCEPTED)
        },
      }),
    'calls.layout': async ({ callId, layout }) => {
      const result = await ask(parts, callId, 'set-layout', { send: () => gateway.layout(layout) })
      // No event tells of it (spec/ccgateway.md 8.1).
      if (result.ok) parts.apply({ type: 'layout', id: callId, layout })
      return result
    },
  }
}

/**
 * A voice call of the platform's is made a video call by the platform, whose re-INVITE follows (spec/ccgateway.md 12,
 * inferred); one that began as video, one whose far side asks, and one of the line alone by SIP.
 */
async function switchVideo(parts: AskParts, call: LiveCall, on: boolean): Promise<CommandResult> {
  const { command, state } = parts
  const leg = legOf(state(), call)
  if (!leg) return NOT_POSSIBLE
  const settled = leg.video?.asked ? !on : on && leg.video?.sends
  if (settled) {
    parts.apply({ type: 'video-settled', id: call.id, verb: on ? 'start-video' : 'stop-video' })
    return ACCEPTED
  }
  if (call.dialogId === undefined && !beganAsVideo(call, state()) && !leg.video?.asked)
    return switchByPlatform(parts, leg.id, on)
  command({ verb: 'video', dialogId: leg.id, on, await: false })
  return ACCEPTED
}

async function switchByPlatform({ gateway, command }: AskParts, dialogId: string, on: boolean): Promise<CommandResult> {
  if (on) command({ verb: 'video', dialogId, on: true, await: true })
  const result = await gateway.switchVideo(on)
  if (on && !result.ok) command({ verb: 'video', dialogId, on: false, await: true })
  return result
}
