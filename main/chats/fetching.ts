import type { GatewayEvent } from '../gateway/event.ts'
import type { AskingParts } from './asking.ts'

const TRIES = 3

/** The older generation tells of a message by its number alone: it is fetched, one after the other (2.6). */
export function createFetching({ gateway, apply, now, log }: AskingParts) {
  let last: Promise<void> = Promise.resolve()
  const fetchOne = async ({ callId, messageId }: Extract<GatewayEvent, { type: 'chat-waits' }>) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const said = await gateway().fetch(messageId)
      if (said === null) continue
      const nobody = { caller: '', called: '', feature: 0 }
      return apply({ type: 'gateway', event: { type: 'chat-said', callId, ...nobody, said, at: now() } })
    }
    log.warn('Message not fetched', { callId })
  }
  return (event: Extract<GatewayEvent, { type: 'chat-waits' }>): void => {
    last = last.then(() => fetchOne(event))
  }
}
