import type { Reason } from '#contract'
import { getLocale } from '../../messages/compiled/runtime.js'

/** Rest lengths offered at once; the platform takes 1 to 86399 seconds (spec/ccgateway.md 6, 11). */
export const restMinutes: readonly number[] = [5, 10, 15, 20, 30, 45, 60]

export function reasonName({ name }: Reason): string {
  return name[getLocale()]
}
