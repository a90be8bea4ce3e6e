import type { DeclineMode } from '#contract'
import type { Operation } from '../gateway.ts'
import { callId as callIdOf, read } from '../wire/lenient.ts'
import { command, commandMs, withQuery } from './operation.ts'

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

export interface CallOut {
  readonly called: string
  /** The number shown; absent: the platform's. */
  readonly caller?: string
  readonly skillId?: number
  readonly callData?: string
}

/** Its answer is the call's id (8.2); null where the gateway leaves it out. */
export function callOut({ called, caller, skillId, callData }: CallOut): Operation<string | null> {
  const body = {
    called,
    ...(caller && { caller }),
    ...(skillId !== undefined && { skillid: skillId }),
    ...(callData && { callappdata: callData }),
  }
  return {
    method: 'PUT',
    path: '/voicecall/{agentId}/callout',
    body,
    read: (result) => read(callIdOf, result) ?? null,
    timeoutMs: commandMs,
  }
}
