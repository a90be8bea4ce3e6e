import type { Agent } from '../../model.ts'

/** Agents' numbers begin with `a` in events (spec/ccgateway.md 15.2). */
export function insideNumber({ workNumber }: Agent): string {
  return `a${workNumber}`
}
