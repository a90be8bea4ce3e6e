import type { CommandResult, Time } from '#contract'
import type { ChatGateway } from '../chat-gateway.ts'
import type { ChatsEvent } from '../event.ts'
import type { ChatsState } from '../state.ts'

export interface CommandParts {
  readonly gateway: () => ChatGateway
  readonly apply: (event: ChatsEvent) => void
  readonly state: () => ChatsState
  readonly now: () => Time
  /** How long the platform's event may take after it accepted a verb, before the agent is told. */
  readonly confirmMs?: number
}

export const ACCEPTED: CommandResult = { ok: true }
export const NOT_POSSIBLE: CommandResult = { ok: false, reason: 'not-possible-now' }
