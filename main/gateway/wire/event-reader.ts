import type { GatewayFact } from '../event.ts'

/** What an event's content says, or null when what it cannot do without is missing. */
export type EventReader = (content: unknown) => GatewayFact | null
