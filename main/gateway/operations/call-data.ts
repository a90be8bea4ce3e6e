import { z } from 'zod'
import type { Channel } from '#contract'
import type { Operation } from '../gateway.ts'
import { channelOf } from '../wire/chat/channels.ts'
import { isChat } from '../wire/chat/is-chat.ts'
import { callId, known, listOf, number, read, text } from '../wire/lenient.ts'
import { command, query, withQuery } from './operation.ts'

/** The gateway's call object, spec/ccgateway.md chapter 9. */
export interface CallDetails {
  readonly callId: string
  readonly caller: string
  readonly called: string
  /** 16.4; -1 is other. */
  readonly feature: number
  readonly queue?: string
  readonly queueId?: number
  readonly callData?: string
  readonly answeredAt?: number
  readonly endedAt?: number
  readonly waitedSeconds?: number
  readonly mediaType?: number
  /** A text call (spec/ccgateway.md 16.5, 16.6), and where its customer writes. */
  readonly chat?: { readonly channel?: Channel }
}

const wire = z.object({
  callid: callId,
  callId: callId,
  caller: text,
  called: text,
  callfeature: number,
  callskill: text,
  callskillid: number,
  calldata: text,
  begintime: number,
  endtime: number,
  waitTime: number,
  mediaType: number,
  mediaAbility: number,
  subMediaType: number,
})

const idOf = ({ callid, callId }: z.infer<typeof wire>) => callid ?? callId
const isText = (value: string | undefined): value is string => value !== undefined && value !== ''

/** The call, or null when the gateway has none. */
export function readCall(result: unknown): CallDetails | null {
  const fields = read(wire, result)
  const id = fields && idOf(fields)
  if (!fields || !id) return null
  const { caller = '', called = '', callfeature: feature = -1 } = fields
  return { callId: id, caller, called, feature, ...more(fields) }
}

function more(fields: z.infer<typeof wire>) {
  const channel = channelOf({ ...fields, feature: fields.callfeature })
  return known({
    queue: fields.callskill || undefined,
    queueId: fields.callskillid,
    callData: fields.calldata || undefined,
    answeredAt: fields.begintime || undefined,
    endedAt: fields.endtime || undefined,
    waitedSeconds: fields.waitTime,
    mediaType: fields.mediaType,
    chat: isChat(fields) ? known({ channel }) : undefined,
  })
}

export const callInfoBeforeAnswer = (): Operation<CallDetails | null> =>
  query('/calldata/{agentId}/callinfobeforeanswer', readCall)

/** The current call only, not the last one. */
export const callInfo = (): Operation<CallDetails | null> =>
  query(withQuery('/calldata/{agentId}/callinfo', { isNoContainLastCall: true }), readCall)

export function callInfoByCallId(id: string): Operation<CallDetails | null> {
  return query(`/calldata/{agentId}/callinfobycallid/${encodeURIComponent(id)}`, readCall)
}

/** Every call of the agent's, also those that wait. */
export const allCallIds = (): Operation<string[]> =>
  query('/calldata/{agentId}/allcallid', (result) => read(listOf(callId.pipe(z.string())), result) ?? [])

/** Those that wait. None is refused (400-003). */
export const holdList = (): Operation<string[]> =>
  query('/calldata/{agentId}/holdlist', (result) => (read(listOf(wire), result) ?? []).map(idOf).filter(isText))

/** Everybody in the current call. That it is a list of numbers is inferred: only its name is published. */
export const remoteNumbers = (): Operation<string[]> =>
  query('/calldata/{agentId}/remotenumbers', (result) => (read(listOf(text), result) ?? []).filter(isText))

export function appData(id?: string): Operation<string> {
  const path = withQuery('/calldata/{agentId}/appdata', { isEncodeResult: false, callId: id })
  return query(path, (result) => read(text, result) ?? '')
}

function setting(method: 'PUT' | 'POST', callid: string, calldata: string): Operation<void> {
  return command(method, '/calldata/{agentId}/setcalldataex', { callid, calldata, isDataEncoded: false })
}

/** At most 16 KB (chapter 9). */
export const setCallData = (callId: string, text: string): Operation<void> => setting('PUT', callId, text)
/** The same at a gateway that takes no PUT there. */
export const setCallDataByPost = (callId: string, text: string): Operation<void> => setting('POST', callId, text)
