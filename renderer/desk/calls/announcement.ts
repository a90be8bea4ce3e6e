import type { Call } from '#contract'
import { pictureAnnouncement, ringingAnnouncement, waitingAnnouncement } from './call-words.ts'

/** The text of the assertive live region: the newest ringing call, or nothing. */
export function announcementOf(live: readonly Call[]): string {
  const newest = newestRinging(live)
  return newest && !isBusy(live) ? ringingAnnouncement(newest) : ''
}

/** The text of the polite one: a call that waits while the agent talks to somebody else. */
export function waitingOf(live: readonly Call[]): string {
  const newest = newestRinging(live)
  return newest && isBusy(live) ? waitingAnnouncement(newest) : ''
}

/** What the agent may not overlook of the pictures: who sees what of them. */
export function pictureOf(live: readonly Call[]): string {
  const talking = live.find(({ phase }) => phase.name === 'talking')
  return talking ? pictureAnnouncement(talking) : ''
}

const newestRinging = (live: readonly Call[]) => live.filter(({ phase }) => phase.name === 'ringing').at(-1)
const isBusy = (live: readonly Call[]) =>
  live.some(({ phase }) => phase.name === 'talking' || phase.name === 'dialling')
