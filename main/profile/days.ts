import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Day } from '#contract'
import type { Log } from '../log/log.ts'
import { type Kept, keepRecord, type RecordFile } from './kept-record.ts'

const ms = z.number().min(0)
const day: z.ZodType<Day> = z.object({
  date: z.iso.date(),
  firstSignInAt: ms.nullable(),
  calls: z.int().min(0),
  missed: z.int().min(0),
  talkMs: ms,
  talkingSince: z.null(),
  states: z.object({ idle: ms, busy: ms, rest: ms, 'wrap-up': ms, talking: ms }),
  current: z.null(),
})

/** What was seen of the agents' own days, by a mark each. */
export interface Days {
  readonly days: Readonly<Record<string, Day>>
}

export function keepDays(file: RecordFile, log: Log): Kept<Days> {
  return keepRecord<Days>({
    file,
    fields: { days: z.record(z.string(), day) },
    initial: { days: {} },
    migrations: [],
    log,
  })
}

/** Tells agents of one machine apart without keeping who they are. */
export function markOf(instanceId: string, workNumber: string): string {
  return createHash('sha256').update(`${instanceId} ${workNumber}`).digest('hex').slice(0, 12)
}
