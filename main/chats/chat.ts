import type { GatewayEvent } from '../gateway/event.ts'
import type { ChatsEvent } from './event.ts'
import { begin, tellOpening } from './rules/begin.ts'
import { hearCall, leaveOpen, wasOver } from './rules/calls.ts'
import { ask, settle } from './rules/commands.ts'
import { changed, chatNamed } from './rules/edit.ts'
import { hearEnd, hearTransfer, isEnd, rememberEnd } from './rules/endings.ts'
import { hear } from './rules/hear.ts'
import { close, keep, look, note, pin, remember, see } from './rules/list.ts'
import { discard, follow, post } from './rules/own.ts'
import { applyPresent, settleByEvent, settleOpen } from './rules/platform-word.ts'
import { type ChatsState, noChats } from './state.ts'

/** The conversations after one more event. No clock and no I/O: time stands in the event, and news in the state. */
export function advance(before: ChatsState, event: ChatsEvent): ChatsState {
  const state = before.news.length === 0 ? before : { ...before, news: [] }
  switch (event.type) {
    case 'gateway':
      return hearGateway(state, event.event)
    case 'fetched':
      return hearIn(state, event.chatId, (chat) => hear(state, chat, event.said, event.at))
    case 'known':
      return settleOpen(state, event, hearGateway)
    case 'present':
      return applyPresent(state, event)
    case 'posted':
      return post(state, event)
    case 'resent':
    case 'sent':
    case 'send-failed':
      return follow(state, event)
    case 'discarded':
      return discard(state, event)
    default:
      return advanceMore(state, event)
  }
}

type Rest = Exclude<
  ChatsEvent,
  { type: 'gateway' | 'fetched' | 'known' | 'present' | 'posted' | 'resent' | 'sent' | 'send-failed' | 'discarded' }
>

function advanceMore(state: ChatsState, event: Rest): ChatsState {
  switch (event.type) {
    case 'site':
      return { ...state, site: event.site }
    case 'signed-in':
      return { ...noChats(state.site), workNumber: event.workNumber }
    case 'signed-out':
      return noChats({ ...state.site, available: false })
    case 'remembered':
      return remember(state, event.gone)
    case 'marks-refused':
      return { ...state, refused: { ...state.refused, marks: true }, site: { ...state.site, typing: false } }
    case 'inside-refused':
      return { ...state, refused: { ...state.refused, inside: true } }
    case 'inside-made':
      return makeInside(state, event)
    case 'asked':
      return ask(state, event)
    case 'settled':
      return settle(state, event)
    default:
      return advanceList(state, event)
  }
}

type OfList = Extract<ChatsEvent, { type: 'seen' | 'pinned' | 'noted' | 'data' | 'closed' | 'kept' | 'time' }>

function advanceList(state: ChatsState, event: OfList): ChatsState {
  switch (event.type) {
    case 'seen':
      return see(state, event)
    case 'pinned':
      return pin(state, event)
    case 'noted':
      return note(state, event)
    case 'data':
      return changed(state, event.chatId, (chat) => ({ ...chat, associatedData: event.text }))
    case 'closed':
      return close(state, event.chatId)
    case 'kept':
      return keep(state)
    case 'time':
      return look(state, event.at, tellOpening)
  }
}

/** What the gateway's word means for the chats (spec/media-and-services.md 2.3, 2.6). */
function hearGateway(state: ChatsState, event: GatewayEvent): ChatsState {
  if (!('callId' in event) || event.callId === undefined) return state
  const { callId } = event
  const inQuestion = state.open.some(({ chatId }) => chatId === callId)
  if (!inQuestion) return hearKnown(state, { ...event, callId })
  // In their order behind what is in question already; only a chat that was never over needs nobody's word to begin.
  const begins = event.type === 'chat-call' && event.stage !== 'info' && !wasOver(state, callId)
  return begins ? settleByEvent(state, event, hearGateway) : leaveOpen(state, { ...event, callId })
}

function hearKnown(state: ChatsState, event: GatewayEvent & { readonly callId: string }): ChatsState {
  switch (event.type) {
    case 'chat-call':
      return hearCall(state, event)
    case 'chat-said':
      return hearSaid(state, event)
    case 'transfer-result':
      return hearIn(state, event.callId, (chat) => hearTransfer(state, chat, event.succeeded))
    case 'chat-transfer-failed':
      return hearIn(state, event.callId, (chat) => hearTransfer(state, chat, false))
    default:
      return hearOther(state, event)
  }
}

function hearOther(state: ChatsState, event: GatewayEvent & { readonly callId: string }): ChatsState {
  const chat = chatNamed(state, event.callId)
  if (chat) return hearEnd(state, chat, event)
  return isEnd(event) ? rememberEnd(state, event.callId) : state
}

function hearSaid(state: ChatsState, event: Extract<GatewayEvent, { type: 'chat-said' }>): ChatsState {
  const chat = chatNamed(state, event.callId)
  if (chat) return hear(state, chat, event.said, event.at)
  const isOld = state.gone.some(({ id, ids }) => id === event.callId && ids.has(event.said.id ?? ''))
  return isOld ? state : leaveOpen(state, event)
}

function hearIn(state: ChatsState, id: string, heard: (chat: ChatsState['chats'][number]) => ChatsState): ChatsState {
  const chat = chatNamed(state, id)
  return chat ? heard(chat) : state
}

/** The platform gave an inner conversation its id; its own events may have come before. */
function makeInside(state: ChatsState, event: Extract<ChatsEvent, { type: 'inside-made' }>): ChatsState {
  const { chatId: callId, workNumber: called, about, at } = event
  const word = { callId, caller: state.workNumber ?? '', called, feature: 6 }
  const made = chatNamed(state, callId) ? state : begin(state, word, { name: 'open', since: at }, at)
  return about === undefined ? made : changed(made, callId, (chat) => ({ ...chat, about }))
}
