import { LATE_MS } from '../../voice/ear.ts'
import { ahead } from './packet.ts'

const FRAME_MS = 20
/** A beat this late means that we were busy, and with us the socket the packets wait in. */
const STALLED_MS = 60
const TIMESTAMPS = 0x1_00_00_00_00
const TIMESTAMPS_PER_MS = 8

/**
 * When packets came, told from when this process got round to reading them. What waited in the socket while we were
 * busy comes in one burst; then the timestamps of the packets tell their times, and no gap is heard that was not there.
 */
export function createArrivals(start: number) {
  let lastBeat = start
  let last: { at: number; timestamp: number } | null = null
  let stalledUntil = Number.NEGATIVE_INFINITY

  function noticeStall(now: number): void {
    if (now - lastBeat > STALLED_MS) stalledUntil = now
    lastBeat = now
  }

  return {
    /** The time a packet came. */
    arrive(timestamp: number, now: number): number {
      noticeStall(now)
      const ofTimestamp = last ? last.at + ahead(last.timestamp, timestamp, TIMESTAMPS) / TIMESTAMPS_PER_MS : now
      const waited = now - stalledUntil < LATE_MS && ofTimestamp < now
      const at = waited ? Math.max(ofTimestamp, last?.at ?? now) : now
      last = { at, timestamp }
      return at
    },
    /** To be called every 20 ms: the moment until which nothing came, if that is so. */
    nothingUntil(now: number): number | null {
      noticeStall(now)
      if (!last || now - stalledUntil < LATE_MS) return null
      return now - last.at > LATE_MS + FRAME_MS ? now : null
    },
  }
}
