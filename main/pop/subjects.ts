import type { Call, Calls, Chat, Chats, PopSubject } from '#contract'
import type { PopValue, PopValues } from './site-page.ts'

/** How far a call or chat has come. `far-side-rings`: where the agent dials. */
export type Stage = 'incoming' | 'ringing' | 'dialling' | 'far-side-rings' | 'talking' | 'over'

/** A call or chat with a customer, as pages may know it. */
export interface Subject {
  readonly subject: PopSubject
  readonly stage: Stage
  readonly outgoing: boolean
  readonly media: 'audio' | 'video' | 'chat'
  /** The customer's, as the platform wrote it. */
  readonly number: string
  readonly person: string
  /** It is the call of the call bar. */
  readonly front: boolean
  /** What the platform has said of it; the agent's part of the values is not in here. */
  readonly values: PopValues
  /** What may come any moment: the data of a call, which has been asked for, and the platform's id of one just dialled. */
  readonly awaited: readonly PopValue[]
}

/** What the windows are not told of a call. */
export interface CallWord {
  readonly gatewayId?: string
  /** Of the SIP line alone: no platform will ever say a word of it. */
  readonly dialogId?: string
  readonly ends?: { readonly caller: string; readonly called: string }
  readonly queueId?: number
  readonly videoCall?: boolean
  readonly videoWanted?: string
}

/** The same of a chat. */
export interface ChatWord {
  readonly called: string
  readonly queueId?: number
}

/** Whom main's other parts know more of than they hand to the windows. */
export interface Words {
  readonly ofCall: (callId: string) => CallWord | null
  readonly ofChat: (chatId: string) => ChatWord | null
}

/** One for each call or chat: no id of a call is one of a chat. */
export function keyOf(subject: PopSubject): string {
  return subject.kind === 'call' ? `call ${subject.callId}` : `chat ${subject.chatId}`
}

export function isSame(one: PopSubject | null, other: PopSubject | null): boolean {
  return one !== null && other !== null && keyOf(one) === keyOf(other)
}

/** Conversations with customers; a colleague has no page in the customer's systems [inferred]. */
export function subjectsOf(
  { list: calls }: Pick<Calls, 'list'>,
  { list: chats }: Pick<Chats, 'list'>,
  words: Words,
): readonly Subject[] {
  return [
    ...calls.flatMap((call, place) => {
      const word = words.ofCall(call.id) ?? {}
      return isWithCustomer(call, word) ? [ofCall(call, word, place === 0)] : []
    }),
    ...chats.flatMap((chat) => (chat.direction === 'internal' ? [] : [ofChat(chat, words.ofChat(chat.id))])),
  ]
}

/** A call of which only the agent's ringing phone is known is nobody's yet. */
function isWithCustomer({ direction, part, number }: Call, { gatewayId }: CallWord): boolean {
  return direction !== 'internal' && part === 'main' && (number !== '' || gatewayId !== undefined)
}

function ofCall(call: Call, word: CallWord, first: boolean): Subject {
  const { id: callId, number, name, queue, associatedData } = call
  const outgoing = call.direction === 'outgoing'
  const stage = stageOfCall(call, outgoing)
  const media = (word.videoCall ?? word.videoWanted !== undefined) ? 'video' : 'audio'
  const { caller = '', called = '' } = word.ends ?? {}
  return {
    subject: { kind: 'call', callId },
    ...{ stage, outgoing, media, number },
    person: name ?? number,
    front: first && stage !== 'over',
    values: known({
      callerNum: outgoing ? unmarked(caller) : number,
      calledNum: outgoing ? number : unmarked(called),
      callid: word.gatewayId,
      mediaType: media,
      mediaCode: '1',
      callType: outgoing ? '1' : '0',
      calldata: associatedData,
      skillName: queue,
      skillId: word.queueId?.toString(),
    }),
    awaited: stage === 'over' || word.dialogId !== undefined ? [] : awaitedOf(word, associatedData),
  }
}

function awaitedOf({ gatewayId }: CallWord, associatedData: string | undefined): readonly PopValue[] {
  const data = associatedData === undefined ? (['calldata'] as const) : []
  return gatewayId === undefined ? ['callid', ...data] : data
}

function stageOfCall({ phase }: Call, outgoing: boolean): Stage {
  switch (phase.name) {
    case 'arriving':
      return outgoing ? 'dialling' : 'incoming'
    case 'dialling':
      return phase.farSideRings ? 'far-side-rings' : 'dialling'
    case 'ringing':
      return 'ringing'
    case 'talking':
    case 'held':
      return 'talking'
    case 'ended':
      return 'over'
  }
}

const stageOfChat = { ringing: 'ringing', open: 'talking', ended: 'over' } as const

function ofChat(chat: Chat, word: ChatWord | null): Subject {
  const { id: chatId, customer, channel, queue, associatedData } = chat
  const outgoing = chat.direction === 'outgoing'
  const stage = stageOfChat[chat.phase.name]
  return {
    subject: { kind: 'chat', chatId },
    ...{ stage, outgoing, media: 'chat', number: customer.id },
    person: customer.name ?? customer.id,
    front: false,
    values: known({
      callerNum: outgoing ? undefined : customer.id,
      calledNum: outgoing ? customer.id : unmarked(word?.called ?? ''),
      callid: chatId,
      mediaType: channel === 'unknown' ? undefined : channel,
      mediaCode: '5',
      callType: outgoing ? '1' : '0',
      calldata: associatedData,
      skillName: queue,
      skillId: word?.queueId?.toString(),
    }),
    awaited: associatedData === undefined && stage === 'talking' ? ['calldata'] : [],
  }
}

/** Agents' numbers start with `a` or `A` (spec/ccgateway.md 15.2, Ringing). */
function unmarked(number: string): string {
  return number.replace(/^a(?=\d)/i, '')
}

/** What is empty is not known. */
function known(values: { readonly [V in keyof PopValues]: string | undefined }): PopValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}
