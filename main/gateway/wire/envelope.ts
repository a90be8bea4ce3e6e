import { z } from 'zod'
import { read, text } from './lenient.ts'

/** What every answer and every event comes in (spec/ccgateway.md 1.2, 4.1). */
export interface Envelope {
  /** `"0"` is success. */
  readonly retcode: string
  readonly message: string
  readonly result: unknown
  /** A new credential inside the frame (5.3, inferred). */
  readonly guid?: string
  /** As they came, oldest first. */
  readonly events: readonly unknown[]
  /** The request this answers, where the peer says so. */
  readonly id?: string
}

const wire = z.object({
  id: text,
  retcode: text,
  message: text,
  msg: text,
  result: z.unknown().optional(),
  guid: text,
  event: z.unknown().optional(),
  eventList: z.unknown().optional(),
  eventType: text,
})

/** Null for what is not JSON or has nothing of an envelope. */
export function parseEnvelope(source: string): Envelope | null {
  try {
    return readEnvelope(JSON.parse(source))
  } catch {
    return null
  }
}

export function readEnvelope(value: unknown): Envelope | null {
  if (Array.isArray(value)) return { retcode: '0', message: '', result: undefined, events: value }
  const frame = read(wire, value)
  if (!frame) return null

  const events = eventsOf(frame, value)
  const retcode = frame.retcode || (events.length > 0 || frame.guid ? '0' : undefined)
  if (!retcode) return null
  return {
    retcode,
    message: frame.message ?? frame.msg ?? '',
    result: frame.result,
    events,
    ...(frame.guid && { guid: frame.guid }),
    ...(frame.id && { id: frame.id }),
  }
}

/** One event, a list of them (4.2, 4.3), or an event that came without an envelope (15.2, 15.6). */
function eventsOf(frame: z.infer<typeof wire>, value: unknown): readonly unknown[] {
  const events = [frame.event, frame.eventList].flat().filter((event) => event !== null && event !== undefined)
  return events.length === 0 && frame.eventType ? [value] : events
}
