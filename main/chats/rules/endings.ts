import type { ChatEnding, SystemLine, Time } from '#contract'
import type { GatewayEvent } from '../../gateway/event.ts'
import { type ChatsState, ENDS_KNOWN, type LiveChat } from '../state.ts'
import { tellOpening } from './begin.ts'
import { chatNamed, put, withLine } from './edit.ts'

/** The end of a chat, whatever ends it; a chat that is over never comes back by it. */
export function hearEnd(state: ChatsState, chat: LiveChat, event: GatewayEvent): ChatsState {
  if (chat.phase.name === 'ended') return state
  const how = endingBy(chat, event.type)
  return how === null ? state : end(state, chat, how, event.at)
}

const ENDS: ReadonlySet<GatewayEvent['type']> = new Set([
  'no-answer',
  'call-release',
  'customer-release',
  'chat-disconnected',
  'chat-not-made',
])

export function isEnd({ type }: GatewayEvent): boolean {
  return ENDS.has(type)
}

/** An end may overtake its beginning, which is then not believed without the platform's word. */
export function rememberEnd(state: ChatsState, callId: string): ChatsState {
  return state.ends.includes(callId) ? state : { ...state, ends: [...state.ends, callId].slice(-ENDS_KNOWN) }
}

/**
 * Which words end a chat, and what each means: the first word decides. That the agent's own release comes first where
 * the platform takes a chat away, and the customer's where the customer goes, is inferred from the voice call's
 * (spec/ccgateway.md 15.9).
 */
function endingBy(chat: LiveChat, type: GatewayEvent['type']): ChatEnding | null {
  switch (type) {
    case 'no-answer':
      return chat.asked === 'decline' ? 'declined' : 'missed'
    case 'call-release':
      return ownDoing(chat) ?? chat.leaving ?? (chat.handing ? 'transferred' : 'taken-away')
    case 'customer-release':
      return ownDoing(chat) ?? chat.leaving ?? (chat.handing?.sure ? 'transferred' : 'customer-left')
    case 'chat-disconnected':
      return disconnected(chat)
    case 'call-failed':
    case 'chat-not-made':
      return 'ended-by-platform'
    default:
      return null
  }
}

function ownDoing({ asked, phase }: LiveChat): ChatEnding | null {
  if (asked === 'end') return 'agent-ended'
  return asked === 'decline' && phase.name === 'ringing' ? 'declined' : null
}

/** The older generation has one word for all (spec/media-and-services.md 2.6). */
function disconnected(chat: LiveChat): ChatEnding {
  const own = ownDoing(chat)
  if (own !== null) return own
  if (chat.phase.name === 'ringing') return 'missed'
  return chat.handing ? 'transferred' : 'customer-left'
}

export function end(state: ChatsState, chat: LiveChat, how: ChatEnding, at: Time): ChatsState {
  const told = tellOpening(state, chat.id, at)
  const line = lineFor(chat, how)
  const lined = line ? withLine(told, chat.id, line, at) : told
  const { leaving, handing, failure, ...rest } = chatNamed(lined, chat.id) ?? chat
  return put(lined, { ...rest, phase: { name: 'ended', at, how }, asked: null, unanswered: null, typingUntil: null })
}

function lineFor({ handing, leaving, phase }: LiveChat, how: ChatEnding): SystemLine | null {
  if (phase.name === 'ringing') return null
  if (how === 'transferred') return { line: 'transferred', ...(handing && { to: handing.to }) }
  if (how === 'customer-left' || how === 'timed-out') return leaving ? null : { line: how }
  return { line: 'ended' }
}

/** What became of a transfer in mode "success" (spec/ccgateway.md 8.3, 15.2). */
export function hearTransfer(state: ChatsState, chat: LiveChat, succeeded: boolean): ChatsState {
  if (chat.phase.name === 'ended' || !chat.handing) return state
  if (succeeded) return put(state, { ...chat, handing: { ...chat.handing, sure: true } })
  const { handing, ...rest } = chat
  return put(state, { ...rest, asked: null, failure: { verb: 'transfer', reason: 'refused' } })
}
