import { z } from 'zod'

export const nothing = z.undefined()
/** Ids, names, numbers: what people or platforms write on one line. */
export const word = z.string().max(200)
export const secret = z.string().max(1_000)
export const oneId = z.strictObject({ id: word })
export const oneCall = z.strictObject({ callId: word })
export const share = z.number().min(0).max(1)
