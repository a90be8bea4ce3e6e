import { z } from 'zod'
import type { GatewayFact } from '../event.ts'
import { unlessChat } from './chat/chat-events.ts'
import type { EventReader } from './event-reader.ts'
import { callId, known, number, read, text } from './lenient.ts'

export type { EventReader } from './event-reader.ts'

type FactOf<T extends GatewayFact['type']> = Extract<GatewayFact, { type: T }>

const call = z.object({
  callid: callId,
  callId: callId,
  caller: text,
  called: text,
  feature: number,
  mediaAbility: number,
  mediaability: number,
  type: text,
  skillName: text,
  skillId: number,
  otherPhone: text,
  partner: text,
  number: text,
  result: number,
  transfer: text,
})

type Call = Omit<z.infer<typeof call>, 'callid' | 'callId'> & { readonly id: string }

/** The id under either spelling, or the content itself (spec/ccgateway.md 15: "`callid` and `callId` are both used"). */
function readCall(content: unknown): Call | null {
  const fields = read(call, content) ?? call.parse({ callid: content })
  const id = fields.callid ?? fields.callId
  return id ? { ...fields, id } : null
}

const VIDEO: ReadonlySet<number> = new Set([2, 3, 6])

/** 1 voice, 2 video, 3 both, 6 H5 video (16.6). */
function mediaOf({ mediaAbility, mediaability }: Call): { readonly video?: boolean } {
  const ability = mediaAbility ?? mediaability
  return ability === undefined ? {} : { video: VIDEO.has(ability) }
}

/** `feature` -1 is "other" (16.4); `type` says whether the agent is only helping (8.4, inferred). */
function withParties(type: 'ringing' | 'auto-answer' | 'talking'): EventReader {
  return (content) => {
    const found = readCall(content)
    if (!found) return null
    const { id, caller = '', called = '', feature = -1 } = found
    const part = found.type === 'assistant' ? 'assistant' : 'main'
    const handed = found.transfer === 'yes' ? { transferred: true as const } : {}
    return { type, callId: id, caller, called, feature, part, ...mediaOf(found), ...handed }
  }
}

type IdOnly = 'hold' | 'call-release' | 'no-answer' | 'return-from-ivr'

function withId(type: IdOnly): EventReader {
  return (content) => {
    const found = readCall(content)
    return found && { type, callId: found.id }
  }
}

function failed(how: FactOf<'call-failed'>['how']): EventReader {
  return (content) => {
    const found = readCall(content)
    return found && { type: 'call-failed', callId: found.id, how }
  }
}

const callInfo: EventReader = (content) => {
  const found = readCall(content)
  if (!found) return null
  const { id, caller = '', called = '', skillName, skillId: queueId } = found
  return { type: 'call-info', callId: id, caller, called, ...known({ queue: skillName || undefined, queueId }) }
}

const customerAlerting: EventReader = (content) => {
  const found = readCall(content)
  return found && { type: 'customer-alerting', callId: found.id, otherPhone: found.otherPhone ?? '' }
}

const customerRelease: EventReader = (content) => {
  const found = readCall(content)
  return found && { type: 'customer-release', callId: found.id, ...(found.number && { number: found.number }) }
}

/** 0 is success (15.2); a result that cannot be read is none. */
const transferResult: EventReader = (content) => {
  const found = readCall(content)
  return found && { type: 'transfer-result', callId: found.id, succeeded: found.result === 0 }
}

/** A caller who was lost before anybody spoke to them (15.9). */
const abandoned: EventReader = (content) => {
  const found = readCall(content)
  return found && { type: 'call-abandoned', callId: found.id, caller: found.caller ?? '' }
}

/** The comma may be the full-width one (15.2). */
const conference: EventReader = (content) => {
  const found = readCall(content)
  if (!found) return null
  const partners = (found.partner ?? '').split(/[,，]/).map((partner) => partner.trim())
  return { type: 'conference', callId: found.id, partners: partners.filter((partner) => partner !== '') }
}

/** spec/ccgateway.md 15.2. */
export const callEvents: readonly (readonly [eventType: string, reader: EventReader])[] = [
  ['AgentEvent_Incoming_CallInfo', unlessChat('info', callInfo)],
  ['AgentEvent_Ringing', unlessChat('ringing', withParties('ringing'))],
  ['AgentEvent_Auto_Answer', unlessChat('auto-answer', withParties('auto-answer'))],
  ['AgentEvent_Talking', unlessChat('talking', withParties('talking'))],
  ['AgentEvent_Customer_Alerting', customerAlerting],
  ['AgentEvent_Hold', withId('hold')],
  ['AgentEvent_Conference', conference],
  ['AgentEvent_Call_Release', withId('call-release')],
  ['AgentEvent_Customer_Release', customerRelease],
  ['AgentEvent_No_Answer', withId('no-answer')],
  ['AgentEvent_AbandonCall', abandoned],
  ['AgentEvent_Call_Out_Fail', failed('call-out')],
  ['AgentEvent_Inside_Call_Fail', failed('inside')],
  ['AgentEvent_Consult_Fail', failed('consult')],
  ['AgentEvent_Connect_Fail', failed('connect')],
  ['AgentEvent_SuccTransResult', transferResult],
  ['AgentEvent_ReturnFromIvr', withId('return-from-ivr')],
]
