import { z } from 'zod'
import type { PhonePictureRequests, PictureRequests } from '#contract'
import { nothing, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** Two pictures with every codec of the browser's are described in some 10 kB. */
const signal = z.strictObject({ viewing: word, round: z.int().min(0), sdp: z.string().max(100_000) })

export const pictureInputs = {
  'picture.want': z
    .strictObject({ callId: word.nullable(), viewing: word, far: z.boolean(), self: z.boolean() })
    .nullable(),
  'picture.toPhone': signal,
  'picture.screens': nothing,
} satisfies SchemasOf<PictureRequests>

export const phonePictureInputs = { 'picture.toDesk': signal } satisfies SchemasOf<PhonePictureRequests>
