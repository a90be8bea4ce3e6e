import { z } from 'zod'
import type { DirectoryRequests } from '#contract'
import { nothing, oneId, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const kind = z.enum(['agent', 'queue', 'access-code', 'ivr', 'contact'])
const label = z.enum(['work', 'mobile', 'home', 'fax', 'other'])

export const directoryInputs = {
  'directory.search': z.strictObject({
    text: word,
    kinds: z.array(kind).max(5).readonly(),
    offset: z.int().min(0).max(1_000_000),
    limit: z.int().min(0).max(500),
  }),
  'directory.watch': z.strictObject({
    by: z.enum(['pane', 'transfer', 'team']),
    on: z.boolean(),
    queues: z.array(word).max(200).readonly(),
  }),
  'contacts.save': z.strictObject({
    id: word.exactOptional(),
    name: word,
    company: word,
    numbers: z
      .array(z.strictObject({ label, number: word }))
      .max(20)
      .readonly(),
    note: z.string().max(2_000),
  }),
  'contacts.remove': oneId,
  'contacts.import': nothing,
  'contacts.export': z.strictObject({ format: z.enum(['vcard', 'csv']) }),
} satisfies SchemasOf<DirectoryRequests>
