import { retryDelayMs } from './retry-delay.ts'
import { type Waker, watchNetwork } from './waker.ts'

export interface RecoveryParts {
  readonly firstAttempt: number
  /** When the connection was lost. */
  readonly since: number
  readonly now: () => number
  readonly random: () => number
  readonly addresses: () => string
  readonly waker: Waker
  readonly isOver: () => boolean
  readonly onAttempt: (attempt: number) => void
  /** Whether that was the last one needed. */
  readonly attempt: () => Promise<'done' | 'again'>
}

/** Attempt after attempt until one is the last or the session is over; there is no limit in time. */
export async function recover(parts: RecoveryParts): Promise<void> {
  const stopWatching = watchNetwork(parts.addresses, parts.waker.wake)
  try {
    for (let attempt = parts.firstAttempt; !parts.isOver(); attempt += 1) {
      parts.onAttempt(attempt)
      await parts.waker.wait(retryDelayMs(attempt, parts.now() - parts.since, parts.random()))
      if (parts.isOver() || (await parts.attempt()) === 'done') return
    }
  } finally {
    stopWatching()
  }
}
