import { z } from 'zod'
import type { Program, TrustedSource } from '#contract'
import type { Log } from '../log/log.ts'
import { type Kept, keepRecord, type RecordFile } from './kept-record.ts'

/** What this machine keeps of the programs that may use the local interface, and of who may dial unasked. */
export interface KeptDoors {
  readonly programs: readonly (Program & { readonly tokenHash: string })[]
  readonly localOn: boolean
  readonly trusted: readonly TrustedSource[]
}

const program = z.object({
  id: z.string().max(100),
  name: z.string().max(60),
  scopes: z.array(z.enum(['read', 'dial', 'calls', 'agent'])),
  origins: z.array(z.string().max(300)),
  madeAt: z.number(),
  usedAt: z.number().nullable(),
  tokenHash: z.string().regex(/^[\da-f]{64}$/),
})

export function keepDoors(file: RecordFile, log: Log): Kept<KeptDoors> {
  return keepRecord<KeptDoors>({
    file,
    fields: {
      programs: z.array(program).max(20),
      localOn: z.boolean(),
      trusted: z.array(z.enum(['link', 'clipboard', 'program'])),
    },
    initial: { programs: [], localOn: false, trusted: [] },
    migrations: [],
    log,
  })
}
