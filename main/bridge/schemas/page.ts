import { z } from 'zod'
import type { PageRequests } from '#contract'
import { nothing } from './parts.ts'

/** What a page that nobody trusts may send. */
export const pageInputs: { readonly [N in keyof PageRequests]: z.ZodType<Parameters<PageRequests[N]>[0]> } = {
  'page.setup': nothing,
  'page.callOut': z.strictObject({
    number: z.string().max(64),
    mode: z.enum(['audio', 'video']),
    by: z.enum(['message', 'support', 'number']),
    origin: z.string().max(300).exactOptional(),
  }),
}
