import { z } from 'zod'
import type { PopRequests } from '#contract'
import { nothing, oneId, secret, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const oneTab = z.strictObject({ tab: word })

const subject = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('call'), callId: word }),
    z.strictObject({ kind: z.literal('chat'), chatId: word }),
  ])
  .nullable()

const pixels = z.number().min(-100_000).max(100_000)
const length = z.number().min(0).max(100_000)

const verb = z.enum(['back', 'forward', 'reload', 'stop', 'print', 'zoom-in', 'zoom-out', 'zoom-reset', 'end'])

const answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dialog'),
    ok: z.boolean(),
    text: z.string().max(2_000).exactOptional(),
    noMore: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('leave'), ok: z.boolean() }),
  z.strictObject({ kind: z.literal('permission'), ok: z.boolean() }),
  z.strictObject({ kind: z.literal('sign-in'), user: word.nullable(), password: secret }),
  z.strictObject({ kind: z.literal('certificate'), choice: z.int().min(0).max(1_000).nullable() }),
  z.strictObject({ kind: z.literal('download'), to: z.enum(['downloads', 'ask', 'nowhere']) }),
])

export const popInputs = {
  'pop.room': z.strictObject({ x: pixels, y: pixels, width: length, height: length }).nullable(),
  'pop.show': oneTab,
  'pop.follow': subject,
  'pop.open': z.strictObject({ page: word, subject }),
  'pop.close': oneTab,
  'pop.closeEnded': nothing,
  'pop.tab': z.strictObject({ tab: word, verb }),
  'pop.find': z.strictObject({ tab: word, text: word, forward: z.boolean() }),
  'pop.answer': z.strictObject({ id: word, answer }),
  'pop.download': z.strictObject({ id: word, verb: z.enum(['cancel', 'show', 'forget']) }),
  'pop.refusalSeen': oneId,
  'pop.place': z.strictObject({ place: z.enum(['desk', 'window', 'closed']) }),
  'pop.focus': nothing,
} satisfies SchemasOf<PopRequests>
