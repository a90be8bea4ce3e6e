import type { Channel, Chat, ChatPhase, SystemLine, Time } from '#contract'
import type { ChatsState, Gone, LiveChat } from '../state.ts'
import { chatNamed, put, withLine } from './edit.ts'

/** What is told of a chat when it is first heard of, by whichever event or answer. */
export interface FirstWord {
  readonly callId: string
  readonly caller: string
  readonly called: string
  readonly feature: number
  readonly queue?: string
  readonly queueId?: number
  readonly channel?: Channel
  readonly transferredFrom?: string
}

/** spec/ccgateway.md 16.4. */
const INTERNAL = 6
const OUTGOING = 7

/** A chat on the list: new, or one that was over and is offered again under its old id. */
export function begin(state: ChatsState, word: FirstWord, phase: ChatPhase, at: Time): ChatsState {
  const before = chatNamed(state, word.callId)
  const chat = before ? { ...before, phase, ...fresh(word, at) } : newChat(state, word, phase, at)
  const { [word.callId]: _, ...announced } = state.announced
  const gone = state.gone.filter(({ id }) => id !== word.callId)
  const ends = state.ends.filter((id) => id !== word.callId)
  return put({ ...state, announced, ends, gone }, chat)
}

function newChat(state: ChatsState, word: FirstWord, phase: ChatPhase, at: Time): LiveChat {
  const { callId: id, caller, called } = word
  const told = state.announced[id]
  const queue = word.queue ?? told?.queue
  const queueId = word.queueId ?? told?.queueId
  const direction = directionOf(word.feature)
  const gone = state.gone.find((one) => one.id === id)
  return {
    id,
    channel: direction === 'internal' ? 'agent' : (word.channel ?? told?.channel ?? 'unknown'),
    customer: { id: farSide(direction, caller, called, state.workNumber) },
    ...(queue !== undefined && { queue }),
    ...(queueId !== undefined && { queueId }),
    called,
    direction,
    phase,
    messages: [],
    unstamped: new Set(),
    pinned: false,
    note: '',
    back: {},
    ...(gone ? remembered(gone) : NOTHING_SAID),
    ...fresh({ ...word, ...(queue !== undefined && { queue }) }, at),
  }
}

const NOTHING_SAID = {
  older: new Set<string>(),
  count: 0,
  lastPlace: 0,
  seen: 0,
  unread: 0,
  robot: false,
}

function remembered({ ids, lastPlace, count }: Gone) {
  return { older: ids, count, lastPlace, seen: lastPlace, unread: 0, robot: false }
}

/** What begins anew each time it is offered. */
function fresh(word: FirstWord, at: Time) {
  const waits = directionOf(word.feature) === 'incoming'
  return {
    startedAt: at,
    unanswered: waits ? ({ since: at, for: 'first-answer' } as const) : null,
    answers: {},
    typingUntil: null,
    asked: null,
    opening: openingOf(word),
  }
}

function openingOf({ queue, transferredFrom }: FirstWord): readonly SystemLine[] {
  if (transferredFrom !== undefined) return [{ line: 'transferred', from: withoutMark(transferredFrom) }]
  return queue === undefined ? [] : [{ line: 'queued', queue }]
}

function directionOf(feature: number): Chat['direction'] {
  if (feature === INTERNAL) return 'internal'
  return feature === OUTGOING ? 'outgoing' : 'incoming'
}

function farSide(direction: Chat['direction'], caller: string, called: string, own: string | null): string {
  if (direction === 'incoming') return caller
  if (direction === 'outgoing') return called
  return withoutMark(withoutMark(caller) === own ? called : caller)
}

/** Agents' numbers start with `a` or `A` (spec/ccgateway.md 15.2). */
function withoutMark(number: string): string {
  return number.replace(/^[aA](?=\d)/, '')
}

/** The lines that were held back until the first word of this agent's part. */
export function tellOpening(state: ChatsState, chatId: string, at: Time): ChatsState {
  const chat = chatNamed(state, chatId)
  if (!chat || chat.opening.length === 0) return state
  const told = put(state, { ...chat, opening: [] })
  return chat.opening.reduce((next, line) => withLine(next, chatId, line, at), told)
}
