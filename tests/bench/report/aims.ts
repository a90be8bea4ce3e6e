import type { Aim } from '../metric.ts'

/** The middle value, in times that of the limit. */
export function timesLimit(times: number): Aim {
  return { text: `≤ ${times} ×`, isMet: ({ p50 }, limit) => p50 <= times * limit.p50 }
}

export function overLimit(more: number): Aim {
  return { text: `≤ limit + ${more}`, isMet: ({ p50 }, limit) => p50 <= limit.p50 + more }
}

export function p95AtMost(most: number): Aim {
  return { text: `p95 ≤ ${most}`, isMet: ({ p95 }) => p95 <= most }
}

/** So much more than the limit, both by all but the slowest twentieth. */
export function p95OverLimit(more: number): Aim {
  return { text: `p95 ≤ limit + ${more}`, isMet: ({ p95 }, limit) => p95 <= limit.p95 + more }
}

export function p98AtMost(most: number): Aim {
  return { text: `p98 ≤ ${most}`, isMet: ({ p98 }) => p98 <= most }
}

export function p99AtMost(most: number): Aim {
  return { text: `p99 ≤ ${most}`, isMet: ({ p99 }) => p99 <= most }
}

/** Every single value. */
export function atMost(most: number): Aim {
  return { text: most === 0 ? '0' : `≤ ${most}`, isMet: ({ p99 }) => p99 <= most }
}

export function p50AtMost(most: number): Aim {
  return { text: `≤ ${most}`, isMet: ({ p50 }) => p50 <= most }
}

/** No more than happens anyhow. */
export const nothingOverLimit: Aim = { text: '0 over limit', isMet: ({ p95 }, limit) => p95 <= limit.p95 }

/** To be known, and nothing more. */
export const noAim: Aim = { text: '–', isMet: () => true }
