import { z } from 'zod'
import type { EndReason, MissedCall, PastCall } from '#contract'
import type { Known } from './store.ts'

const direction = z.enum(['incoming', 'outgoing', 'internal'])
const party = z.strictObject({ number: z.string(), kind: z.enum(['customer', 'agent', 'outside']) })
const target = z.strictObject({
  kind: z.enum(['queue', 'agent', 'ivr', 'access-code', 'outside']),
  address: z.string(),
})
/** Every reason of the contract: one that is missing here does not compile. */
const reasons: { readonly [R in EndReason]: true } = {
  'agent-hung-up': true,
  'customer-hung-up': true,
  'customer-gave-up': true,
  declined: true,
  'not-answered': true,
  'ended-by-platform': true,
  failed: true,
  busy: true,
  'wrong-number': true,
  'line-lost': true,
  transferred: true,
  merged: true,
  'taken-over': true,
}

const reason = z.custom<EndReason>((value) => typeof value === 'string' && Object.hasOwn(reasons, value))

const json = z.string().transform((text): unknown => JSON.parse(text))

/** A file on the disk is not ours alone: a row that is none of these shapes is damage. */
const row = z.object({
  id: z.int(),
  call_id: z.string(),
  direction,
  number: z.string(),
  name: z.string().nullable(),
  queue: z.string().nullable(),
  part: z.enum(['main', 'consult', 'assist', 'listen']),
  started_at: z.int(),
  talking_since: z.int().nullable(),
  ended_at: z.int(),
  // A later Earshot may know more of them.
  reason: reason.nullable().catch(null),
  parties: json.pipe(z.array(party).readonly()),
  transferred_to: json.pipe(target).nullable(),
  missed: z.int(),
  note: z.string(),
})

export function pastCallOf(raw: unknown): PastCall {
  const { id: place, call_id: id, name, queue, talking_since, reason, transferred_to, ...is } = row.parse(raw)
  return {
    id,
    place,
    direction: is.direction,
    number: is.number,
    ...(name !== null && { name }),
    ...(queue !== null && { queue }),
    part: is.part,
    startedAt: is.started_at,
    ...(talking_since !== null && { talkingSince: talking_since }),
    endedAt: is.ended_at,
    ...(reason !== null && { reason }),
    parties: is.parties,
    ...(transferred_to !== null && { transferredTo: transferred_to }),
    missed: is.missed === 1,
    note: is.note,
  }
}

const missedRow = z.object({
  call_id: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  queue: z.string().nullable(),
  ended_at: z.int(),
  reason: z.enum(['customer-gave-up', 'not-answered']),
  seen: z.int(),
})

export function missedCallOf(raw: unknown): MissedCall {
  const { call_id: id, number, name, queue, ended_at: at, reason, seen } = missedRow.parse(raw)
  const words = { ...(name !== null && { name }), ...(queue !== null && { queue }) }
  return { id, number, at, reason, seen: seen === 1, ...words }
}

/** What of a call is written, under the names of its columns. */
export function columnsOf(call: Known) {
  return {
    ':call_id': call.id,
    ':direction': call.direction,
    ':number': call.number,
    ':name': call.name ?? null,
    ':queue': call.queue ?? null,
    ':part': call.part,
    ':started_at': call.startedAt,
    ':talking_since': call.talkingSince ?? null,
    ':ended_at': call.endedAt ?? null,
    ':reason': call.reason ?? null,
    ':parties': JSON.stringify(call.parties),
    ':transferred_to': call.transferredTo ? JSON.stringify(call.transferredTo) : null,
    ':missed': call.missed ? 1 : 0,
  }
}
