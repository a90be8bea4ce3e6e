import { z } from 'zod'
import type { DraftsRequests } from '#contract'
import { nothing, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** A list of addresses as it is typed, and a subject. */
const line = z.string().max(10_000)

export const draftsInputs = {
  'drafts.all': nothing,
  'drafts.keep': z.strictObject({
    chatId: word,
    /** A megabyte that was pasted is no draft that anybody misses. */
    text: z.string().max(1_000_000),
    email: z
      .strictObject({
        kind: z.enum(['reply', 'reply-all', 'forward']),
        subject: line,
        to: line,
        cc: line,
        quoted: z.boolean(),
      })
      .exactOptional(),
  }),
} satisfies SchemasOf<DraftsRequests>
