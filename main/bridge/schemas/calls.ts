import { z } from 'zod'
import type { CallsRequests } from '#contract'
import { nothing, oneCall, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const callsInputs = {
  'calls.answer': oneCall,
  'calls.decline': z.strictObject({ callId: word, mode: z.enum(['requeue', 'release']) }),
  'calls.mute': z.strictObject({ callId: word, muted: z.boolean() }),
  'calls.hangUp': oneCall,
  'calls.dial': z.strictObject({ number: word }),
  'calls.missedSeen': nothing,
} satisfies SchemasOf<CallsRequests>
