import { z } from 'zod'
import { number, tone, workNumber } from './wishes.ts'

/** What people may ask of those whom they play. */

export const newColleague = z.strictObject({
  workNumber,
  tone: tone.exactOptional(),
  answers: z.enum(['at-once', 'by-hand']).exactOptional(),
  queues: z.boolean().exactOptional(),
})

export const asking = z.strictObject({
  method: z.enum(['GET', 'PUT', 'POST', 'DELETE']).default('POST'),
  family: z.string().default('voicecall'),
  operation: z.string().default(''),
  body: z.unknown().optional(),
})

export const newDeskPhone = z.strictObject({
  number,
  tone: tone.exactOptional(),
  picksUp: z.enum(['at-once', 'by-hand']).exactOptional(),
})
