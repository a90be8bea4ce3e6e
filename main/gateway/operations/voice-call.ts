import type { DeclineMode, VideoLayout } from '#contract'
import type { Operation } from '../gateway.ts'
import { command, withQuery } from './operation.ts'

/** Voice call control, spec/ccgateway.md 8.1. Without an id an operation means the current call. */
export function answer(callId?: string): Operation<void> {
  return command('PUT', withQuery('/voicecall/{agentId}/answer', { callid: callId }))
}

export function reject(callId: string | undefined, mode: DeclineMode): Operation<void> {
  const body = { ...(callId && { callid: callId }), mode: mode === 'requeue' ? 1 : 2 }
  return command('POST', '/voicecall/{agentId}/reject', body)
}

export const release = (): Operation<void> => command('DELETE', '/voicecall/{agentId}/release')

export function dropCall(callId: string): Operation<void> {
  return command('POST', `/voicecall/{agentId}/dropcall/${encodeURIComponent(callId)}`)
}

/** Neither has an event: the answer is all there is (18.6). */
export const beginMute = (): Operation<void> => command('POST', '/voicecall/{agentId}/beginmute')
export const endMute = (): Operation<void> => command('POST', '/voicecall/{agentId}/endmute')

export const hold = (): Operation<void> => command('POST', '/voicecall/{agentId}/hold')

export function retrieve(callId: string): Operation<void> {
  return command('POST', withQuery('/voicecall/{agentId}/gethold', { callid: callId }))
}

/** The held call and the one that talks change places. */
export function swap(heldCallId: string): Operation<void> {
  return command('POST', `/voicecall/{agentId}/connecthold/${encodeURIComponent(heldCallId)}`)
}

/** 1 to 24 of `0-9*#`. */
export function sendKeys(keys: string): Operation<void> {
  return command('POST', withQuery('/voicecall/{agentId}/seconddialex', { number: keys }))
}

/** `mediaType` 1 audio, 3 video (12); the direction's default is "unset". */
export function switchMedia(video: boolean): Operation<void> {
  return command('POST', withQuery('/voicecall/{agentId}/mediaswitch', { mediaType: video ? 3 : 1 }))
}

const layouts = { equal: 0, customer: 1, agent: 2, 'third-party': 3 } as const

/** Three-party video (12). */
export function adjustVideo(layout: VideoLayout): Operation<void> {
  return command('POST', '/voicecall/{agentId}/adjustvideomode', { mode: layouts[layout] })
}

/** A helped agent by its work number, oneself by the own softphone number. */
export function disconnect(number: string): Operation<void> {
  return command('POST', `/voicecall/{agentId}/disconnect/${encodeURIComponent(number)}`)
}

/** A colleague's ringing call. */
export function pickUp(workNumber: string): Operation<void> {
  return command('PUT', withQuery('/voicecall/{agentId}/snatchpickup', { destWorkNo: workNumber }))
}
