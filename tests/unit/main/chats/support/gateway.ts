import type { ChatGateway } from '#main/chats/chat-gateway.ts'

const accepted = () => Promise.resolve({ ok: true } as const)

/** A gateway that accepts everything and knows nothing, but for what is given. */
export function fakeChatGateway(does: Partial<ChatGateway> = {}): ChatGateway {
  return {
    answer: accepted,
    decline: accepted,
    end: accepted,
    send: accepted,
    mark: accepted,
    transfer: accepted,
    writeInside: accepted,
    setLimit: accepted,
    callIds: () => Promise.resolve([]),
    details: () => Promise.resolve('none'),
    associatedData: () => Promise.resolve(null),
    setAssociatedData: accepted,
    messagesOf: () => Promise.resolve(null),
    fetch: () => Promise.resolve(null),
    ...does,
  }
}
