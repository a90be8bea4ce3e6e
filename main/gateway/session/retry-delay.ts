/**
 * How long to wait before the next attempt, by how long the connection has been gone. Often at first, when most
 * outages end and the server still keeps the session; from 1 s to 15 s after that (spec/ccgateway.md 5.3).
 */
const steps = [
  { lostForMs: 30_000, delayMs: 600 },
  { lostForMs: 60_000, delayMs: 1_000 },
  { lostForMs: 120_000, delayMs: 4_000 },
  { lostForMs: Number.POSITIVE_INFINITY, delayMs: 15_000 },
] as const

/** The first attempt is at once, but not of a thousand desks in the same millisecond. */
const firstWithinMs = 250

/** `random` from 0 to 1; a quarter more or less spreads the desks of a site. */
export function retryDelayMs(attempt: number, lostForMs: number, random: number): number {
  if (attempt === 1) return firstWithinMs * random
  const step = steps.find((candidate) => lostForMs < candidate.lostForMs)
  return (step?.delayMs ?? 15_000) * (0.75 + random / 2)
}
