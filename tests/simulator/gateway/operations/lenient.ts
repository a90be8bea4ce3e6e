import { z } from 'zod'

/** Samples send numbers and booleans as strings (spec/ccgateway.md 1.2): both are taken. */
export const flag = z.union([z.boolean(), z.stringbool()])

export const integer = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)])

/** Digits, `*` and `#`, 1 to 24 (spec/ccgateway.md 8.2). */
export function isDialable(number: string): boolean {
  return /^[\d*#]{1,24}$/.test(number)
}
