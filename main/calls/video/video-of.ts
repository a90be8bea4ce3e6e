import type { CallVerb, CallVideo } from '#contract'
import type { CallsState, LiveCall } from '../state.ts'
import { legOf } from './leg.ts'

/** What the windows show of a call's picture; absent where there can be none. */
export function videoOf(call: LiveCall, state: CallsState): CallVideo | undefined {
  if (!state.video || state.phone === 'other' || call.part === 'listen') return undefined
  const leg = legOf(state, call)
  switch (call.phase.name) {
    case 'ended':
      return undefined
    case 'ringing':
      return { ...NOTHING, ...(beganAsVideo(call, state) && { askedByFarSide: true }) }
    case 'talking':
      return {
        sending: leg?.video?.sends ? leg.video.source : 'off',
        receiving: leg?.video?.receives ?? false,
        ...(leg?.video?.asked && { askedByFarSide: true }),
        ...(call.layout && { layout: call.layout }),
      }
    case 'held':
      return { ...NOTHING, ...(call.videoWanted === 'now' && { waits: true }) }
    default:
      return NOTHING
  }
}

const NOTHING = { sending: 'off', receiving: false } as const

/** By the platform's word, or else by what its INVITE, or the caller's own, offered. */
export function beganAsVideo(call: LiveCall, state: CallsState): boolean {
  return call.videoCall ?? legOf(state, call)?.offersVideo ?? false
}

export function isOnVideo(call: LiveCall, state: CallsState): boolean {
  const video = call.phase.name === 'talking' ? legOf(state, call)?.video : undefined
  return video !== undefined && (video.sends || video.receives)
}

/** The verbs of a call that talks with those of its picture, and without those that video does not allow. */
export function withVideoVerbs(verbs: readonly CallVerb[], call: LiveCall, state: CallsState): readonly CallVerb[] {
  const leg = legOf(state, call)
  if (!videoOf(call, state) || !leg?.established || leg.held) return verbs
  const onPlatform = call.dialogId === undefined
  // `seconddialex` is not for video (spec/ccgateway.md 8.1).
  const left = onPlatform && isOnVideo(call, state) ? verbs.filter((verb) => verb !== 'keys') : verbs
  const last = left.indexOf('hang-up')
  return [...left.slice(0, last), ...pictureVerbs(call, state), ...left.slice(last)]
}

function pictureVerbs(call: LiveCall, state: CallsState): readonly CallVerb[] {
  const leg = legOf(state, call)
  if (leg?.video?.asked) return ['start-video', 'stop-video']
  if (!isOnVideo(call, state)) return ['start-video']
  const isOpen = call.videoWanted === 'now' && leg?.video?.sends === true
  const sharing: CallVerb = leg?.video?.source === 'screen' ? 'stop-sharing' : 'share-screen'
  const layout = call.dialogId === undefined && (call.others?.length ?? 0) > 1
  return [
    ...(isOpen ? [sharing] : (['start-video'] as const)),
    'stop-video',
    ...(layout ? (['set-layout'] as const) : []),
  ]
}
