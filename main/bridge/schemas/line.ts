import { z } from 'zod'
import type { LineRequests } from '#contract'
import { lineFact } from './line-fact.ts'
import { nothing, share } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const lineInputs = {
  'line.started': nothing,
  'line.report': lineFact,
  'line.levels': z.strictObject({
    microphone: share,
    farSide: share,
    farSideHz: z.number().min(0).max(48_000).nullable(),
  }),
  'line.secret': nothing,
  'line.log': z.strictObject({ level: z.enum(['info', 'warn', 'error']), text: z.string().max(4_000) }),
} satisfies SchemasOf<LineRequests>
