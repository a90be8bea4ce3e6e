import { z } from 'zod'
import type { TeamRequests } from '#contract'
import { nothing, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** spec/ccgateway.md 1.1: a work number has three to six digits; it becomes part of a path. */
const workNumber = z.string().regex(/^\d{3,6}$/)
const workNumbers = z.array(workNumber).max(1_000).readonly()
/** A note's limit is not published (spec/ccgateway.md 14): that of a bulletin. */
const text = z.string().min(1).max(900)

export const teamInputs = {
  'team.inspect': z.strictObject({ workNumber, name: word, kind: z.enum(['listen', 'barge']) }),
  'team.turnTo': z.strictObject({ kind: z.enum(['listen', 'whisper', 'barge']) }),
  'team.takeOver': nothing,
  'team.stop': nothing,
  'team.release': nothing,
  'team.force': z.strictObject({
    workNumber,
    to: z.discriminatedUnion('state', [
      z.strictObject({ state: z.enum(['busy', 'idle', 'sign-out']) }),
      z.strictObject({
        state: z.literal('rest'),
        seconds: z.int().min(1).max(86_399),
        reason: z.int().min(1).max(255),
      }),
    ]),
  }),
  'team.monitor': z.strictObject({ workNumbers }),
  'team.sendNote': z.strictObject({ to: workNumbers.refine((all) => all.length > 0), text }),
  // spec/ccgateway.md 14.
  'team.publish': z.strictObject({
    to: z.enum(['group', 'queue']),
    name: z.string().min(1).max(100),
    text,
  }),
  'team.messagesSeen': nothing,
} satisfies SchemasOf<TeamRequests>
