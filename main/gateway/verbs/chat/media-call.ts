import type { CommandResult } from '#contract'
import { isRefused } from '../../link/perform.ts'
import { allCallIds, appData, callInfoByCallId, setCallData, setCallDataByPost } from '../../operations/call-data.ts'
import * as media from '../../operations/media-call.ts'
import { callInside } from '../../operations/text-chat.ts'
import { answer } from '../../operations/voice-call.ts'
import { commandResult } from '../command-result.ts'
import { type Ask, run } from './ask.ts'
import { dataOf, type Mark, markData, type OutgoingMessage, type SendResult } from './data.ts'

const NOT_POSSIBLE: CommandResult = { ok: false, reason: 'not-possible-now' }

/** The newer generation: `mediacall`, and the voice calls' own operations with an id (spec/media-and-services.md 2.1, 2.2). */
export function mediaCallVerbs(ask: Ask, messageBytes: () => number) {
  const post = async (chatId: string, customer: string, data: object, content: string): Promise<SendResult> => {
    const text = JSON.stringify(data)
    if (Buffer.byteLength(text) > messageBytes()) return { ok: false, reason: 'too-long' }
    return run(ask, media.sendMessage(chatId, customer, text, content))
  }
  return {
    answer: (chatId: string) => run(ask, answer(chatId)),
    /** Back to its queue, where somebody else may take it. */
    decline: (chatId: string) => run(ask, media.rejectChat(chatId, 1)),
    end: (chatId: string) => run(ask, media.releaseChat(chatId)),
    send: (message: OutgoingMessage): Promise<SendResult> => {
      const data = dataOf(message)
      if (data === null) return Promise.resolve(NOT_POSSIBLE)
      return post(message.chatId, message.to.to, data, String(data.content))
    },
    mark: (mark: Mark) => post(mark.chatId, mark.to.to, markData(mark), ''),
    transfer: (order: media.MediaTransfer) => run(ask, media.transferMedia(order)),
    writeInside: (workNumber: string) => writeInside(ask, workNumber),
    setLimit: (mediaType: string, limit: number) => run(ask, media.setCallNumbers(mediaType, limit)),
    /** Nothing gives a message again (2.2). */
    messagesOf: () => Promise.resolve(null),
    fetch: () => Promise.resolve(null),
    ...chatData(ask),
  }
}

/**
 * `mediacall` has nothing for an inner conversation. The one operation that is known anywhere is the older
 * generation's `internalcall` (2.6), whose messages then come as any other's (inferred); where it is refused, there is
 * none.
 */
export async function writeInside(ask: Ask, workNumber: string): Promise<CommandResult & { readonly chatId?: string }> {
  const made = await ask(callInside(workNumber))
  return made.ok && made.value ? { ok: true, chatId: made.value } : commandResult(made)
}

/** What both generations read of a call (spec/ccgateway.md chapter 9). */
export function chatData(ask: Ask) {
  return {
    /** Null: not answered. Chats and calls alike. */
    async callIds(): Promise<readonly string[] | null> {
      const ids = await ask(allCallIds())
      if (ids.ok) return ids.value
      return ids.failure.kind === 'refused' ? [] : null
    },
    /** `none`: the platform has no such text call any more; null: not answered. */
    async details(chatId: string) {
      const found = await ask(callInfoByCallId(chatId))
      if (!found.ok) return found.failure.kind === 'refused' ? 'none' : null
      const call = found.value
      if (!call?.chat || call.endedAt !== undefined) return 'none'
      const { callId, caller, called, feature, queue, answeredAt, chat } = call
      return { callId, caller, called, feature, answered: answeredAt !== undefined, ...(queue && { queue }), ...chat }
    },
    async associatedData(chatId: string): Promise<string | null> {
      const found = await ask(appData(chatId))
      return found.ok ? found.value : null
    },
    /** Sites differ in the method (spec/ccgateway.md 9). */
    async setAssociatedData(chatId: string, text: string): Promise<CommandResult> {
      const put = await ask(setCallData(chatId, text))
      const unknown = isRefused(put, '000-002') || (!put.ok && put.failure.kind === 'garbled')
      return commandResult(unknown ? await ask(setCallDataByPost(chatId, text)) : put)
    },
  }
}
