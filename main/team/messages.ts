import type { Message, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'

const KEPT = 200

/** Whether an event is a note or a bulletin. */
export function isMessage(event: GatewayEvent): event is Extract<GatewayEvent, { type: 'note' | 'bulletin' }> {
  return event.type === 'note' || event.type === 'bulletin'
}

/** One more of them at the front; kept in memory only. */
export function withMessage(
  messages: readonly Message[],
  event: Extract<GatewayEvent, { type: 'note' | 'bulletin' }>,
): readonly Message[] {
  const newest = Number(messages[0]?.id.split('-')[1] ?? 0)
  return [messageOf(event, newest + 1), ...messages].slice(0, KEPT)
}

function messageOf(event: Extract<GatewayEvent, { type: 'note' | 'bulletin' }>, number: number): Message {
  const { type: kind, at, text } = event
  const { from, fromName } = event.type === 'note' ? event : {}
  return {
    id: `message-${number}`,
    kind,
    at,
    ...(from && { from }),
    ...(fromName && { fromName }),
    ...(text && { text }),
    seen: false,
  }
}

export function allSeen(messages: readonly Message[]): readonly Message[] {
  return messages.every(({ seen }) => seen) ? messages : messages.map((one) => ({ ...one, seen: true }))
}

/** Who has just come or gone, in place of what was known of them. */
export function withSeen<T extends { readonly workNumber: string; readonly at: Time }>(
  seen: readonly T[],
  one: T,
): readonly T[] {
  return [one, ...seen.filter(({ workNumber }) => workNumber !== one.workNumber)]
}
