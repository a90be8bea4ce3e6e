import type { Time } from '#contract'

/**
 * Whether a request was meant for this machine: a page elsewhere whose name was made to resolve to the loopback
 * address ("DNS rebinding") still says its own name here.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/** Programs send no origin; a page sends the one it is from, and can be anybody's. */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[]): boolean {
  return origin === undefined || allowed.includes(origin)
}

export interface Bucket {
  readonly tokens: number
  readonly at: Time
}

export interface Rate {
  readonly most: number
  readonly perSecond: number
}

/** The next bucket, or null when there is nothing in it. */
export function take(bucket: Bucket | undefined, rate: Rate, at: Time): Bucket | null {
  const { tokens, at: before } = bucket ?? { tokens: rate.most, at }
  const filled = Math.min(rate.most, tokens + (Math.max(0, at - before) / 1_000) * rate.perSecond)
  return filled < 1 ? null : { tokens: filled - 1, at }
}

/** Counts by name, each with a bucket of its own. */
export function createRates(rate: Rate, now: () => Time) {
  const buckets = new Map<string, Bucket>()
  return {
    allows: (name: string): boolean => {
      const next = take(buckets.get(name), rate, now())
      if (next) buckets.set(name, next)
      return next !== null
    },
    /** Whether one would be allowed, without taking it. */
    has: (name: string): boolean => take(buckets.get(name), rate, now()) !== null,
  }
}
