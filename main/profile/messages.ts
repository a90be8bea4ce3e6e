import { z } from 'zod'
import type { Message } from '#contract'
import type { Log } from '../log/log.ts'
import { type Kept, keepRecord, type RecordFile } from './kept-record.ts'

const text = z.string().max(5_000)
const message: z.ZodType<Message> = z.object({
  id: text,
  kind: z.enum(['note', 'bulletin']),
  at: z.number(),
  from: text.exactOptional(),
  fromName: text.exactOptional(),
  text: text.exactOptional(),
  seen: z.boolean(),
})

/** Notes and bulletins of one agent's day; the next day, or the next agent, begins with none. */
export interface DayMessages {
  /** The agent's mark (`days.ts`). */
  readonly of: string
  /** As `Date.toDateString` writes it. */
  readonly day: string
  readonly messages: readonly Message[]
}

const NONE: DayMessages = { of: '', day: '', messages: [] }

export function keepMessages(file: RecordFile, log: Log): Kept<DayMessages> {
  const fields = { of: text, day: text, messages: z.array(message).max(200).readonly() }
  return keepRecord<DayMessages>({ file, fields, initial: NONE, migrations: [], log })
}
