import type { Report } from '../report.ts'
import { createMedia, type Media } from './media.ts'

/** How long after a call began the next WebRTC end is prepared, so as not to slow that call down. */
const REFILL_MS = 100

export interface Stock {
  /** The prepared end if there is one, otherwise a new one; none is prepared that takes no keys (RFC 4733). */
  take(takesEvents: boolean): Media
  stop(): Promise<void>
}

/** Keeps one WebRTC end with its offer ready, so that INVITE is written the moment it is wanted. */
export async function createStock(report: Report): Promise<Stock> {
  let ready: Media | null = null
  let timer: NodeJS.Timeout | null = null

  async function prepare(): Promise<void> {
    const media = createMedia(report)
    await media.offer()
    ready = media
  }

  await prepare()
  return {
    take(takesEvents) {
      if (!takesEvents) return createMedia(report, false)
      const media = ready ?? createMedia(report)
      ready = null
      timer ??= setTimeout(() => {
        timer = null
        prepare().catch((error) => report('Preparing an offer', error))
      }, REFILL_MS)
      return media
    },
    async stop() {
      if (timer) clearTimeout(timer)
      await ready?.close()
    },
  }
}
