import type { ChatWait } from '#contract'

export type WaitStage = 'calm' | 'warn' | 'late'

/** How long the customer has waited, against what the profile allows. */
export function waitStage({ warnAt, lateAt }: Pick<ChatWait, 'warnAt' | 'lateAt'>, now: number): WaitStage {
  if (now >= lateAt) return 'late'
  return now >= warnAt ? 'warn' : 'calm'
}
