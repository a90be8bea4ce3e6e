import { z } from 'zod'
import type { DoorsRequests } from '#contract'
import { nothing, oneId, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** A page's origin as a browser says it: scheme, host and port, and nothing behind them. */
const origin = z.string().max(300).refine(isOrigin)

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text
}

const kind = z.enum(['link', 'clipboard', 'program'])

export const doorsInputs = {
  'doors.answerWish': z.strictObject({ id: word, dial: z.boolean(), always: z.boolean() }),
  'doors.refusalSeen': nothing,
  'doors.trust': z.strictObject({ kind, on: z.boolean() }),
  'doors.lookAtSchemes': nothing,
  'doors.takeScheme': z.strictObject({ scheme: z.enum(['tel', 'sip', 'callto', 'earshot']), on: z.boolean() }),
  'doors.setLocal': z.strictObject({ on: z.boolean() }),
  'doors.addProgram': z.strictObject({
    name: z.string().trim().min(1).max(60),
    scopes: z
      .array(z.enum(['read', 'dial', 'calls', 'agent']))
      .min(1)
      .max(4)
      .readonly(),
    origins: z.array(origin).max(20).readonly(),
  }),
  'doors.revokeProgram': oneId,
} satisfies SchemasOf<DoorsRequests>
