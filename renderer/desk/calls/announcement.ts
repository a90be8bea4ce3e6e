import type { Call } from '#contract'
import { ringingAnnouncement } from './call-words.ts'

/** The text of the assertive live region: the newest ringing call, or nothing. */
export function announcementOf(ringing: readonly Call[]): string {
  const newest = ringing.at(-1)
  return newest ? ringingAnnouncement(newest) : ''
}
