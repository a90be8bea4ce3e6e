import type { ChatMessage, MessageFailure, MessageState } from '#contract'
import { m } from '../../../messages/compiled/messages.js'
import { retcodeSentence } from '../../../messages/retcode.ts'
import { plainLine } from '../text/text-parts.ts'

/** Foreign text inside a sentence of ours: its direction ends where it ends (UAX 9, 6.3). */
export function isolated(text: string): string {
  return `\u2068${plainLine(text)}\u2069`
}

/** Who wrote it, as it stands over their messages. `customer`: how the customer of this chat is called. */
export function senderOf({ side, name }: Pick<ChatMessage, 'side' | 'name'>, customer: string): string {
  const own = name === undefined ? '' : plainLine(name).trim()
  if (side === 'agent') return m.conv_you()
  if (side === 'robot') return own ? m.conv_robot_named({ name: isolated(own) }) : m.conv_robot()
  if (side === 'colleague') return own || m.conv_colleague()
  if (side === 'system') return m.conv_system()
  return own || customer || m.conv_customer()
}

export function stateWord(state: MessageState): string {
  const words: { readonly [N in MessageState['name']]: () => string } = {
    received: () => '',
    sending: m.conv_sending,
    sent: m.conv_sent,
    delivered: m.conv_delivered,
    read: m.conv_read,
    failed: m.conv_not_sent,
  }
  return words[state.name]()
}

/** What happened, then what to do. */
export function failureWord(reason: MessageFailure, retcode?: string): string {
  const words: { readonly [R in MessageFailure]: () => string } = {
    'sensitive-word': m.conv_failed_sensitive,
    'too-long': m.conv_failed_too_long,
    'no-answer': m.conv_failed_no_answer,
    'not-connected': m.conv_failed_not_connected,
    'chat-over': m.conv_failed_chat_over,
    'file-refused': m.conv_failed_file,
    refused: () => (retcode ? retcodeSentence(retcode) : m.conv_failed_refused()),
  }
  const sentence = words[reason]()
  return retcode && reason !== 'refused' ? m.with_code({ sentence, code: retcode }) : sentence
}
