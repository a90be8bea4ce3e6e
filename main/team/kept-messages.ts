import type { Message } from '#contract'

/** Where an agent's messages of today are kept, so that a restart within the shift does not lose them. */
export interface KeptMessages {
  of(workNumber: string): readonly Message[]
  keep(workNumber: string, messages: readonly Message[]): void
}
