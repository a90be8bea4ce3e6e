import { z } from 'zod'
import { flag, integer } from '../lenient.ts'

/** What the bodies of spec/ccgateway.md chapter 8 hold, as far as it matters here. */

const number = z.union([z.string(), z.number().transform(String)])
const callData = z.string().max(16_384).default('')
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)

export const rejection = z.object({ callid: z.string().optional(), mode: integer.default(1) })

export const callOut = z.object({
  called: number,
  caller: z.string().max(24).default(''),
  skillid: optional(integer),
  callappdata: callData,
  mediaability: integer.default(0),
})

/** spec/ccgateway.md 12. */
export const layout = z.object({ mode: integer })

export const callInner = z.object({ called: number, callappdata: callData })

/** Its fields are not published: all names the others use are taken (inferred). */
export const callInnerSkill = z
  .object({ skillid: number, called: number, dstaddress: number, callappdata: callData })
  .partial()

export const help = z.object({
  dstaddress: number,
  devicetype: integer.default(2),
  mode: integer.default(1),
  callappdata: callData,
  holdflag: flag.default(true),
})

export const transfer = z.object({
  devicetype: integer,
  address: number,
  mode: integer,
  callappdata: callData,
  caller: z.string().optional(),
  holdflag: flag.default(true),
})

export const conference = z.object({ callid: z.string(), callappdata: callData })
