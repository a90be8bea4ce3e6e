import type { ChatPhase } from '#contract'
import type { ChatFact, GatewayEvent } from '../../gateway/event.ts'
import { type ChatsState, type LiveChat, OPEN_EVENTS } from '../state.ts'
import { begin } from './begin.ts'
import { chatNamed, put } from './edit.ts'

type ChatCall = Extract<ChatFact, { type: 'chat-call' }> & { readonly at: number }

/** An event that tells of a chat itself (spec/media-and-services.md 2.3). */
export function hearCall(state: ChatsState, event: ChatCall): ChatsState {
  const { callId, queue, queueId, channel, stage } = event
  const chat = chatNamed(state, callId)
  if (stage === 'info') {
    if (chat && chat.phase.name !== 'ended') return state
    const told = {
      ...(queue !== undefined && { queue }),
      ...(queueId !== undefined && { queueId }),
      ...(channel && { channel }),
    }
    return { ...state, announced: { ...state.announced, [callId]: told } }
  }
  if (chat && chat.phase.name !== 'ended') return goOn(state, chat, event)
  // The platform keeps the id of a chat that it offers again; so does an event that comes late or twice.
  return wasOver(state, callId) ? leaveOpen(state, event) : begin(state, event, phaseAt(stage, event.at), event.at)
}

export function wasOver(state: ChatsState, callId: string): boolean {
  const isOver = chatNamed(state, callId)?.phase.name === 'ended'
  return isOver || state.ends.includes(callId) || state.gone.some(({ id }) => id === callId)
}

function phaseAt(stage: ChatCall['stage'], since: number): ChatPhase {
  return { name: stage === 'ringing' ? 'ringing' : 'open', since }
}

function goOn(state: ChatsState, chat: LiveChat, { stage, at, queue, channel }: ChatCall): ChatsState {
  const opens = stage !== 'ringing' && chat.phase.name === 'ringing'
  const learns = (queue !== undefined && chat.queue === undefined) || (channel && chat.channel === 'unknown')
  if (!opens && !learns) return state
  const { failure, ...rest } = chat
  return put(state, {
    ...rest,
    ...(queue !== undefined && chat.queue === undefined && { queue }),
    ...(channel && chat.channel === 'unknown' && { channel }),
    ...(opens ? { phase: { name: 'open', since: at }, asked: null } : failure && { failure }),
  })
}

/** Waits for the platform's word about this call; the shell asks for it. */
export function leaveOpen(state: ChatsState, event: GatewayEvent & { readonly callId: string }): ChatsState {
  const before = state.open.find(({ chatId }) => chatId === event.callId)
  const waiting = state.open.reduce((sum, { events }) => sum + events.length, 0)
  if (waiting >= OPEN_EVENTS) return state
  const one = { chatId: event.callId, events: [...(before?.events ?? []), event] }
  return { ...state, open: before ? state.open.map((it) => (it === before ? one : it)) : [...state.open, one] }
}
