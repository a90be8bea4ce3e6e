import { z } from 'zod'
import type { CallsRequests } from '#contract'
import { nothing, oneCall, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** The platform's limit (spec/ccgateway.md 8.2 to 8.4, 9). */
const associatedData = z.string().max(16_384)
const queueOrAgent = z.strictObject({ kind: z.enum(['queue', 'agent']), address: word })
const target = z.strictObject({ kind: z.enum(['queue', 'agent', 'ivr', 'access-code', 'outside']), address: word })

export const callsInputs = {
  'calls.answer': z.strictObject({ callId: word, video: z.boolean().exactOptional() }),
  'calls.decline': z.strictObject({ callId: word, mode: z.enum(['requeue', 'release']) }),
  'calls.mute': z.strictObject({ callId: word, muted: z.boolean() }),
  'calls.hangUp': oneCall,
  'calls.hold': oneCall,
  'calls.retrieve': oneCall,
  // spec/ccgateway.md 8.1, `seconddialex`.
  'calls.keys': z.strictObject({ callId: word, keys: z.string().regex(/^[0-9*#]{1,24}$/), secret: z.boolean() }),
  'calls.transfer': z.strictObject({
    callId: word,
    to: target,
    mode: z.enum(['release', 'success', 'talk', 'three-party', 'suspend']),
    caller: word.exactOptional(),
    holdCustomer: z.boolean().exactOptional(),
    associatedData: associatedData.exactOptional(),
  }),
  'calls.takeBack': oneCall,
  'calls.consult': z.strictObject({
    callId: word,
    to: queueOrAgent,
    mode: z.enum(['two-party', 'three-party']),
    holdCustomer: z.boolean().exactOptional(),
    associatedData: associatedData.exactOptional(),
  }),
  'calls.conference': oneCall,
  'calls.dropParty': z.strictObject({ callId: word, number: word }),
  'calls.record': z.strictObject({ callId: word, action: z.enum(['start', 'stop', 'pause', 'resume']) }),
  'calls.setAssociatedData': z.strictObject({ callId: word, text: associatedData }),
  'calls.dial': z.strictObject({
    number: word,
    caller: word.exactOptional(),
    queueId: z.int().exactOptional(),
    associatedData: associatedData.exactOptional(),
    video: z.boolean().exactOptional(),
  }),
  'calls.callInside': z.strictObject({ to: queueOrAgent, associatedData: associatedData.exactOptional() }),
  'calls.pickUp': z.strictObject({ workNumber: word }),
  'calls.video': z.strictObject({ callId: word, on: z.boolean() }),
  'calls.shareScreen': z.strictObject({ callId: word, on: z.boolean(), sourceId: word.exactOptional() }),
  'calls.layout': z.strictObject({ callId: word, layout: z.enum(['equal', 'customer', 'agent', 'third-party']) }),
  'calls.missedSeen': nothing,
} satisfies SchemasOf<CallsRequests>
