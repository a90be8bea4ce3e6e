import { z } from 'zod'
import type { ProfileRequests } from '#contract'
import { nothing } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const profileInputs = {
  'profile.import': nothing,
  'profile.importText': z.strictObject({ text: z.string().max(1_000_000) }),
} satisfies SchemasOf<ProfileRequests>
