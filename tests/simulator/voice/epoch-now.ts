/** Milliseconds since the epoch with fractions, never stepping back, so that moments of different parts can be compared. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now()
}
