import { z } from 'zod'

/** The doors for other programs that a site opens; absent: none, and the agent may open the local interface. */
export const doorsShape = z.strictObject({
  /** The local interface, for programs that the agent gives a token. */
  local: z.boolean().default(false),
  /** Where on the loopback address it listens. */
  port: z.int('1024 … 65535').min(1_024, '1024 … 65535').max(65_535, '1024 … 65535').default(7_690),
})
