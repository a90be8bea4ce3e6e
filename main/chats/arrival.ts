import type { Chat, Chats, LineWanted } from '#contract'

type Ring = LineWanted['ring']

export interface ArrivalParts {
  readonly answer: (chatId: string) => Promise<unknown>
  readonly sound: (sound: 'chat' | 'message-in-call') => void
  /** Whether chats are answered by themselves now. */
  readonly byItself: () => boolean
}

/** What a chat that rings sets going: the ring, or its answer. Both answer with the ring that is wanted now. */
export interface Arrival {
  /** What the calls want to ring, and whether one is up. */
  callRings(ring: Ring, calling: boolean): Ring
  changed(chats: Chats): Ring
}

export function createChatArrival(parts: ArrivalParts): Arrival {
  const answered = new Set<string>()
  let call: Ring = 'none'
  let calling = false
  let rings = false

  const take = ({ id }: Chat) => {
    answered.add(id)
    void parts.answer(id)
    parts.sound(calling ? 'message-in-call' : 'chat')
  }
  const ring = () => ringOf({ call, calling, rings })
  return {
    callRings: (wanted, up) => {
      call = wanted
      calling = up
      return ring()
    },
    changed: ({ list }) => {
      const ringing = list.filter(({ phase, pending }) => phase.name === 'ringing' && !pending)
      const byItself = parts.byItself()
      const there = new Set(list.map(({ id }) => id))
      for (const id of answered) if (!there.has(id)) answered.delete(id)
      const taken = byItself ? ringing.filter((chat) => chat.verbs.includes('answer') && !answered.has(chat.id)) : []
      rings = ringing.some((chat) => !taken.includes(chat) && (!answered.has(chat.id) || chat.failure !== undefined))
      for (const chat of taken) take(chat)
      return ring()
    },
  }
}

/** A call's ring goes before a chat's; beside a voice a chat is one soft tone. */
function ringOf({ call, calling, rings }: { readonly call: Ring; readonly calling: boolean; readonly rings: boolean }) {
  if (call !== 'none' || !rings) return call
  return calling ? 'chat-waiting' : 'chat'
}
