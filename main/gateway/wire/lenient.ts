import { z } from 'zod'

/**
 * How scalars are read from a wire that sends numbers as strings and strings as numbers (spec/ccgateway.md 1.2).
 * What cannot be read is `undefined`, never an error.
 */
export const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .optional()
  .catch(undefined)

export const number = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined)

export const flag = z
  .union([z.boolean(), z.stringbool(), z.literal([0, 1]).transform((value) => value === 1)])
  .optional()
  .catch(undefined)

/** Call ids look like `1456403570-17` (8); anything with blanks, quotes or braces is not one. */
export const callId = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .pipe(z.string().regex(/^[^\s{}"'<>]{1,128}$/))
  .optional()
  .catch(undefined)

/** A list whose unreadable members are left out; anything but a list is an empty one. */
export function listOf<T>(member: z.ZodType<T>): z.ZodType<T[]> {
  return z
    .array(z.unknown())
    .catch([])
    .transform((values) => values.flatMap((value) => read(member, value) ?? []))
}

/** The value if the schema can read it, else nothing; never throws. */
export function read<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

type Known<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that have a value: an absent one is left out, not set to undefined. */
export function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<T>
}
