import type { Chat, ChatEnding, ChatVerb } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { chatTitle } from '../ui/chat/chat-title.ts'

export function endingWord(how: ChatEnding): string {
  const words: { readonly [E in ChatEnding]: () => string } = {
    'agent-ended': m.chat_end_agent,
    'customer-left': m.chat_end_customer_left,
    'timed-out': m.chat_end_timed_out,
    transferred: m.chat_end_transferred,
    missed: m.chat_end_missed,
    declined: m.chat_end_declined,
    'taken-away': m.chat_end_taken_away,
    'ended-by-platform': m.chat_end_platform,
  }
  return words[how]()
}

/** What did not happen, in words. */
export function verbFailure(verb: ChatVerb): string {
  const words: { readonly [V in ChatVerb]: () => string } = {
    answer: m.chat_answer_failed,
    decline: m.chat_decline_failed,
    send: m.chat_send_failed,
    transfer: m.chat_transfer_failed,
    consult: m.chat_consult_failed,
    end: m.chat_end_failed,
    close: m.chat_close_failed,
  }
  return words[verb]()
}

/** The one line under the name: who writes, or what was written last and by whom. */
export function lastLine({ phase, last, typing, queue }: Pick<Chat, 'phase' | 'last' | 'typing' | 'queue'>): string {
  if (typing) return m.chat_typing()
  if (last) return last.side === 'agent' ? m.chat_you_wrote({ text: last.line }) : last.line
  return phase.name === 'ringing' ? (queue ?? '') : ''
}

/** A consultation inside stands for what it is about. */
export function kindWord({ about, direction }: Pick<Chat, 'about' | 'direction'>, word: string): string {
  if (about) return m.chat_inner()
  return direction === 'internal' ? m.chat_internal() : word
}

export function ringingAnnouncement(chat: Pick<Chat, 'customer' | 'queue'>, channel: string): string {
  const who = chatTitle(chat)
  return chat.queue ? m.chat_announce_queue({ who, channel, queue: chat.queue }) : m.chat_announce({ who, channel })
}

export function isShown(chat: Chat, verb: ChatVerb): boolean {
  return chat.verbs.includes(verb) || chat.pending === verb
}
