import type { GatewayEvent } from '../gateway/event.ts'
import type { AskingParts } from './asking.ts'
import { createFetching } from './fetching.ts'
import { isEnd } from './rules/endings.ts'
import type { ChatsState } from './state.ts'

export interface Hearing {
  /** Takes what is about chats; false: it is about something else. */
  gatewayEvent(event: GatewayEvent): boolean
  /** Whether this call of the platform's is a chat, as far as is known. */
  holds(callId: string): boolean
}

/** Which of the gateway's events are about chats: those that say so, and whatever names one of them. */
export function hearing(parts: AskingParts): Hearing {
  const { apply, state } = parts
  const noteKeys = notingKeys(parts)
  const fetch = createFetching(parts)
  const holds = (callId: string) => isHeld(state(), callId)
  const take = (event: GatewayEvent) => {
    if (event.type === 'chat-said') noteKeys(event.said.unknownKeys)
    if (event.type === 'chat-waits') fetch(event)
    else apply({ type: 'gateway', event })
  }
  return {
    holds,
    gatewayEvent: (event) => {
      const isOurs = event.type.startsWith('chat-') || ('callId' in event && holds(event.callId ?? ''))
      // An end before any beginning may be of a chat; the calls make of it what they do of any other.
      if (isOurs || isEnd(event)) take(event)
      return isOurs
    },
  }
}

function isHeld({ chats, gone, open, announced }: ChatsState, callId: string): boolean {
  return (
    chats.some(({ id }) => id === callId) ||
    gone.some(({ id }) => id === callId) ||
    open.some(({ chatId }) => chatId === callId) ||
    callId in announced
  )
}

/** Each name once, and never what stood under it. */
function notingKeys({ log }: AskingParts) {
  const noted = new Set<string>()
  return (keys: readonly string[]): void => {
    const fresh = keys.filter((key) => !noted.has(key))
    for (const key of fresh) noted.add(key)
    if (fresh.length > 0) log.info('Members of a message not known', { names: fresh.join(' ') })
  }
}
