import { z } from 'zod'
import type { RepliesRequests } from '#contract'
import { nothing, oneId, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const repliesInputs = {
  'replies.all': nothing,
  'replies.save': z.strictObject({
    id: word,
    shortcut: word,
    title: word,
    text: z.string().max(4_000),
    group: word.exactOptional(),
  }),
  'replies.remove': oneId,
  'replies.used': oneId,
} satisfies SchemasOf<RepliesRequests>
