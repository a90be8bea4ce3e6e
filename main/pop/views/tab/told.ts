import type { PageEvent } from '#contract'
import type { Tab } from './tab.ts'

/** More than happens in any call; the oldest are forgotten. */
const mostKept = 100

/** What the page is told of its call, kept for one that begins later, or again. */
export interface Told {
  event(event: PageEvent): void
  /** The page has begun: this is what came before it. */
  begin(): readonly PageEvent[]
}

export function createTold({ contents }: Pick<Tab, 'contents'>): Told {
  const events: PageEvent[] = []
  let listens = false
  contents.on('did-navigate', () => {
    listens = false
  })
  const send = (event: PageEvent) => {
    if (!contents.isDestroyed()) contents.send('event', { name: 'page.event', value: event })
  }
  return {
    event: (event) => {
      events.push(event)
      if (events.length > mostKept) events.shift()
      // Not in the middle of what has happened to the call (main/bridge/publisher.ts).
      if (listens) queueMicrotask(() => send(event))
    },
    begin: () => {
      listens = true
      return [...events]
    },
  }
}
