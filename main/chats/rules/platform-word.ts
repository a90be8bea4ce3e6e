import type { ChatPhase, Time } from '#contract'
import type { GatewayEvent } from '../../gateway/event.ts'
import type { ChatDetails } from '../chat-gateway.ts'
import type { ChatsEvent } from '../event.ts'
import type { ChatsState } from '../state.ts'
import { begin } from './begin.ts'
import { chatNamed, put, withLine } from './edit.ts'
import { end } from './endings.ts'

type About<T extends ChatsEvent['type']> = Extract<ChatsEvent, { type: T }>
type Again = (state: ChatsState, event: GatewayEvent) => ChatsState

/** The platform has been asked about a call that was in question: what waited for its word goes on, none is lost. */
export function settleOpen(state: ChatsState, { chatId, details, at }: About<'known'>, again: Again): ChatsState {
  const waiting = state.open.find((one) => one.chatId === chatId)
  if (!waiting) return state
  const settled = without(state, waiting)
  const said = waiting.events.filter(({ type }) => type === 'chat-said')
  if (details) {
    return waiting.events.reduce(again, show(settled, details, at, chatNamed(settled, chatId)?.phase.name === 'ended'))
  }
  // The platform has no such chat any more: what was said in it is shown all the same.
  if (said.length === 0) return settled
  const known = chatNamed(settled, chatId)
  return said.reduce(again, known ? settled : overAlready(settled, said[0], at))
}

/** A chat that was heard of first by what was said in it begins by its own event; nobody has to be asked any more. */
export function settleByEvent(
  state: ChatsState,
  event: GatewayEvent & { readonly callId: string },
  again: Again,
): ChatsState {
  const waiting = state.open.find(({ chatId }) => chatId === event.callId)
  if (!waiting) return again(state, event)
  return waiting.events.reduce(again, again(without(state, waiting), event))
}

function without(state: ChatsState, waiting: ChatsState['open'][number]): ChatsState {
  return { ...state, open: state.open.filter((one) => one !== waiting) }
}

function phaseOf({ answered }: ChatDetails, since: Time): ChatPhase {
  return { name: answered ? 'open' : 'ringing', since }
}

function overAlready(state: ChatsState, event: GatewayEvent | undefined, at: Time): ChatsState {
  if (event?.type !== 'chat-said') return state
  const begun = begin(state, event, { name: 'ended', at, how: 'ended-by-platform' }, at)
  const chat = chatNamed(begun, event.callId)
  return chat ? put(begun, { ...chat, unanswered: null, opening: [] }) : begun
}

/** After a reconnection nothing is replayed: the platform is asked, and believed. */
export function applyPresent(state: ChatsState, { askedOf, chats, rereads, at }: About<'present'>): ChatsState {
  const there = new Map(chats.map((details) => [details.callId, details]))
  const ended = askedOf.filter((id) => !there.has(id)).reduce((next, id) => endMissing(next, id, at), state)
  const shown = chats.reduce((next, details) => show(next, details, at), ended)
  if (rereads) return shown
  const here = new Set([...askedOf, ...there.keys()])
  return [...here]
    .filter((id) => chatNamed(shown, id)?.phase.name === 'open')
    .reduce((next, id) => withLine(next, id, { line: 'gap' }, at), shown)
}

function endMissing(state: ChatsState, id: string, at: Time): ChatsState {
  const chat = chatNamed(state, id)
  if (!chat || chat.phase.name === 'ended') return state
  return end(state, chat, chat.phase.name === 'ringing' ? 'missed' : 'ended-by-platform', at)
}

function show(state: ChatsState, details: ChatDetails, at: Time, returns = false): ChatsState {
  const chat = chatNamed(state, details.callId)
  if (!chat || returns) return begin(state, details, phaseOf(details, at), at)
  // The answer may be older than an event that came meanwhile: what has ended stays so.
  if (chat.phase.name !== 'ringing' || !details.answered) return state
  return put(state, { ...chat, phase: { name: 'open', since: at }, asked: null })
}
