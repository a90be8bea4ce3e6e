import { z } from 'zod'
import type { GatewayFact } from '../event.ts'
import { callEvents } from './call-events.ts'
import { chatEvents } from './chat/chat-events.ts'
import { read, text } from './lenient.ts'
import { serviceEvents } from './service-events.ts'
import { stateEvents } from './state-events.ts'

/** A fact, or the reason why there is none; `eventType` is fit for a log. */
export type ParsedEvent =
  | { readonly fact: GatewayFact; readonly loginTime?: string }
  | { readonly fact: null; readonly eventType: string; readonly why: 'no event type' | 'no call id' }

const readers = new Map([...stateEvents, ...callEvents, ...chatEvents, ...serviceEvents])
const envelope = z.object({ eventType: text, content: z.unknown().optional() })
const session = z.object({ loginTime: text })

/** One event of spec/ccgateway.md 4.1, however its content came; never throws. */
export function parseEvent(value: unknown): ParsedEvent {
  const event = read(envelope, value)
  if (!event?.eventType) return { fact: null, eventType: '', why: 'no event type' }

  const eventType = nameForLog(event.eventType)
  const reader = readers.get(event.eventType)
  if (!reader) return { fact: { type: 'unknown', eventType } }

  const fact = reader(event.content)
  if (!fact) return { fact: null, eventType, why: 'no call id' }
  const loginTime = read(session, event.content)?.loginTime
  return { fact, ...(loginTime && { loginTime }) }
}

/** A name from outside, short and on one line. */
function nameForLog(eventType: string): string {
  return eventType.replace(/[^\w.-]/g, '?').slice(0, 64)
}
