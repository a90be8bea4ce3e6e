import { z } from 'zod'
import type { HistoryRequests } from '#contract'
import { nothing, oneCall, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const historyInputs = {
  'history.search': z.strictObject({
    text: word,
    filter: z.enum(['all', 'incoming', 'outgoing', 'missed', 'internal']),
    before: z.int().exactOptional(),
    limit: z.int().min(1).max(500),
  }),
  'history.note': z.strictObject({ callId: word, text: z.string().max(10_000) }),
  'history.noteOf': oneCall,
  'history.remove': oneCall,
  'history.clear': nothing,
} satisfies SchemasOf<HistoryRequests>
