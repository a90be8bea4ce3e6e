import type { z } from 'zod'

type Asked<F> = F extends (input: infer I) => unknown ? I : never

/** One schema for the input of every request in one file of the contract. */
export type SchemasOf<Requests> = { readonly [N in keyof Requests]: z.ZodType<Asked<Requests[N]>> }
