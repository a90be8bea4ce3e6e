import type { CommandResult } from '#contract'
import type { MediaTransfer } from '../../operations/media-call.ts'
import * as text from '../../operations/text-chat.ts'
import { type Ask, run } from './ask.ts'
import type { OutgoingMessage, SendResult } from './data.ts'
import { chatData, writeInside } from './media-call.ts'

const NOT_POSSIBLE: CommandResult = { ok: false, reason: 'not-possible-now' }
const ACCEPTED: CommandResult = { ok: true }

/** The older generation: `textchat` (spec/media-and-services.md 2.6). It sends text alone, and has no marks. */
export function textChatVerbs(ask: Ask, messageBytes: () => number) {
  return {
    answer: (chatId: string) => run(ask, text.answerText(chatId)),
    decline: (chatId: string) => run(ask, text.rejectText(chatId)),
    end: (chatId: string) => run(ask, text.dropText(chatId)),
    send: ({ chatId, content }: OutgoingMessage): Promise<SendResult> => {
      if (content.kind !== 'text') return Promise.resolve(NOT_POSSIBLE)
      if (Buffer.byteLength(content.text) > messageBytes()) return Promise.resolve({ ok: false, reason: 'too-long' })
      return run(ask, text.sendText(chatId, content.text))
    },
    /** Reported as refused, so that nobody offers what it does not have. */
    mark: () => Promise.resolve<SendResult>({ ok: false, reason: 'refused' }),
    transfer: ({ callId, to, associatedData }: MediaTransfer) => {
      const { kind, address } = to
      if (kind === 'access-code') return Promise.resolve(NOT_POSSIBLE)
      return run(ask, text.transferText(callId, { kind, address }, associatedData))
    },
    writeInside: (workNumber: string) => writeInside(ask, workNumber),
    /** `setmaxchatnum` is for a whole VDN and a team lead's (2.6): an agent's own limit stays as the site has it. */
    setLimit: () => Promise.resolve(ACCEPTED),
    messagesOf: async (chatId: string) => {
      const found = await ask(text.messagesOfCall(chatId))
      return found.ok ? found.value : null
    },
    fetch: async (messageId: string) => {
      const found = await ask(text.messageNamed(messageId))
      return found.ok ? found.value : null
    },
    ...chatData(ask),
  }
}
