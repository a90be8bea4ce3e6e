import type { Operation } from '../gateway.ts'
import { command } from './operation.ts'

/** spec/media-and-services.md 2.2; `data` is a JSON document as text, `content` the same words again (the sample). */
export function sendMessage(callid: string, userid: string, data: string, content: string): Operation<void> {
  return command('POST', '/mediacall/{agentId}/sendmessage', { callid, userid, data, content })
}

/** 1 to 60 at once for one media type, which must be one of a signed-in queue's (2.2). */
export function setCallNumbers(mediaType: string, limit: number): Operation<void> {
  return command('POST', '/mediacall/{agentId}/setcallnums', { mediaType, callnums: String(limit) })
}

export interface MediaTransfer {
  readonly callId: string
  readonly to: { readonly kind: 'queue' | 'agent' | 'access-code'; readonly address: string }
  readonly mode: 'release' | 'success'
  readonly associatedData?: string | undefined
}

const deviceTypes = { queue: 1, agent: 2, 'access-code': 4 } as const
const modes = { release: 0, success: 2 } as const

/** 2.2; `calldata` at most 2,048 bytes. */
export function transferMedia({ callId, to, mode, associatedData }: MediaTransfer): Operation<void> {
  return command('POST', '/mediacall/{agentId}/transfer', {
    callid: callId,
    devicetype: deviceTypes[to.kind],
    mode: modes[mode],
    address: to.address,
    ...(associatedData && { calldata: associatedData }),
  })
}

/**
 * "Release of that callid" through the call-release operation (2.1): `release` has no id anywhere in
 * spec/ccgateway.md 8.1, `dropcall` has (inferred, chapter 11, 4).
 */
export function releaseChat(callId: string): Operation<void> {
  return command('POST', `/voicecall/{agentId}/dropcall/${encodeURIComponent(callId)}`)
}

/** The voice call's own, with the id (inferred, chapter 11, 4): 2 gives it up and leaves the agent as they are. */
export function rejectChat(callid: string, mode: 1 | 2): Operation<void> {
  return command('POST', '/voicecall/{agentId}/reject', { callid, mode })
}
