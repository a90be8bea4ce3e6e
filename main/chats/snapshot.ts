import type { Chat, Chats, ChatVerb, ChatWait, Time } from '#contract'
import type { ChatsState, LiveChat } from './state.ts'

/** What the windows show. */
export function snapshot(state: ChatsState): Chats {
  const list = [...state.chats].sort(inOrder).map((chat) => publicChat(chat, state))
  return { site: state.site, list }
}

function publicChat(chat: LiveChat, state: ChatsState): Chat {
  const { messages, older, count, lastPlace, seen, back, unanswered, answers, ...more } = chat
  const { typingUntil, asked, leaving, handing, opening, robot, called, queueId, ...shown } = more
  const waits = waitOf(chat, state)
  return {
    ...shown,
    typing: typingUntil !== null,
    verbs: verbsOf(chat, state),
    messages: count,
    ...(waits && { waits }),
    ...(asked !== null && { pending: asked }),
  }
}

function waitOf({ unanswered }: LiveChat, { site }: ChatsState): ChatWait | null {
  if (unanswered === null) return null
  const { warn, late } = unanswered.for === 'first-answer' ? site.firstAnswerSeconds : site.replySeconds
  const { since } = unanswered
  return { ...unanswered, warnAt: since + warn * 1_000, lateAt: since + late * 1_000 }
}

/** In the order of the header. An inner conversation is nobody else's to have (spec/ccgateway.md 16.4). */
export function verbsOf({ phase, direction, handing }: LiveChat, { refused }: ChatsState): readonly ChatVerb[] {
  if (phase.name === 'ringing') return ['answer', 'decline']
  if (phase.name === 'ended') return ['close']
  const customer = direction !== 'internal'
  return [
    'send',
    ...(customer && !handing ? (['transfer'] as const) : []),
    ...(customer && !refused.inside ? (['consult'] as const) : []),
    'end',
  ]
}

/** Pinned ones lead; ringing first, then whoever waits longest, then by the last word, then what is over. */
function inOrder(one: LiveChat, other: LiveChat): number {
  return (
    Number(other.pinned) - Number(one.pinned) ||
    groupOf(one) - groupOf(other) ||
    momentOf(one) - momentOf(other) ||
    (one.id < other.id ? -1 : 1)
  )
}

function groupOf({ phase, unanswered }: LiveChat): number {
  if (phase.name === 'ringing') return 0
  if (phase.name === 'ended') return 3
  return unanswered === null ? 2 : 1
}

/** Oldest first where somebody waits; newest first where nobody does. */
function momentOf(chat: LiveChat): Time {
  const { phase, unanswered, last, startedAt } = chat
  if (phase.name === 'ringing') return phase.since
  if (phase.name === 'ended') return -phase.at
  return unanswered ? unanswered.since : -(last?.at ?? startedAt)
}
