export interface Attempt {
  readonly server: string
  readonly delayMs: number
}

const firstPauseMs = 1_000
const longestPauseMs = 10_000

/** Half to one and a half times, so that a thousand phones do not knock together. */
function spread(ms: number, random: number): number {
  return Math.round(ms * (0.5 + random))
}

/**
 * The `count`-th attempt (from 0) since the line was last up: every server once, in order and at once; then, round
 * after round, a pause that doubles up to its limit. It never gives up.
 */
export function nextAttempt(servers: readonly string[], count: number, random: number): Attempt | null {
  const server = servers[count % servers.length]
  if (server === undefined) return null
  const round = Math.floor(count / servers.length)
  if (round === 0 || count % servers.length > 0) return { server, delayMs: 0 }
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(round - 1, 10))
  return { server, delayMs: spread(pauseMs, random) }
}

/** RFC 3261 section 20.33: seconds, perhaps followed by a comment or parameters. */
export function retryAfterMs(header: string | undefined): number {
  const seconds = Number.parseInt(header ?? '', 10)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : 0
}

/** When to register again: after 70 to 80 % of what was granted, so that a refresh can fail and be repeated in time. */
export function refreshAfterMs(grantedSeconds: number, random: number): number {
  const share = grantedSeconds < 30 ? 0.5 : 0.7 + 0.1 * random
  return Math.round(grantedSeconds * share * 1_000)
}
