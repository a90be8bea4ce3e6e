import type { Chat, ChatMessage, MessageFailure } from '#contract'
import { answeringOf } from '#renderer/desk/chats/composer/answering.svelte.ts'
import { Writing } from '#renderer/desk/chats/composer/text/writing.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { chatSite, deskState } from '#support/desk-preview/state.ts'

const site = { ...chatSite, textBytes: 100, sensitiveWords: ['refund', '退款'] }

/** A chat that is written in, with main as the desk sees it. */
export function start() {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const messages = new Set<(value: unknown) => void>()
  const bridge: typeof fake.bridge = {
    ...fake.bridge,
    subscribe: (name, listener) => {
      if (name === 'chats.messages') messages.add(listener as (value: unknown) => void)
      return fake.bridge.subscribe(name, listener)
    },
  }
  const answering = answeringOf(bridge)
  const chat = { verbs: ['send', 'end'] as Chat['verbs'] }
  const clock = { now: 0 }
  const writingIn = (chatId: string) =>
    new Writing({ bridge, answering, chatId, chat: () => chat, site: () => site, now: () => clock.now })
  const asked = (name: string) => fake.asked.filter((one) => one.name === name).map(({ input }) => input)
  const sent = () => asked('chats.send').map((input) => (input as { text: string }).text)
  const tell = (news: Partial<ChatMessage>) => {
    for (const listener of messages) listener([messageOf(news)])
  }
  return { fake, answering, chat, clock, writing: writingIn('c1'), writingIn, asked, sent, tell }
}

function messageOf(news: Partial<ChatMessage>): ChatMessage {
  return {
    ...{ chatId: 'c1', id: 'm1', place: 1, side: 'agent', at: 0, content: { kind: 'text', text: 'Full refund' } },
    ...{ state: { name: 'sending' }, ...news },
  }
}

export const failed = (reason: MessageFailure, retcode?: string): Partial<ChatMessage> => ({
  state: { name: 'failed', reason, ...(retcode && { retcode }) },
})
