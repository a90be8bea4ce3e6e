import type { LeftOpen } from './centre.ts'
import type { Platform } from './platform/model.ts'

/** What a shift must not leave behind. A session's own timers are there as long as somebody is signed in. */
export function leftOpen({ agents, live, chats, waiting, exchange, pending }: Platform): LeftOpen {
  const people = [...agents.values()]
  return {
    calls: live.size,
    chats: chats.live.size,
    shares: people.reduce((sum, { shares }) => sum + shares.length, 0),
    waiting: waiting.length,
    legs: people.filter(({ leg }) => leg !== null).length,
    rooms: exchange.busy,
    timers: pending(),
    ticking: exchange.ticking,
  }
}
