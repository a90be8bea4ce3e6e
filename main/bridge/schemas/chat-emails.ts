import { z } from 'zod'
import type { EmailsRequests } from '#contract'
import { word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const emailsInputs = {
  'emails.drop': z.strictObject({ chatId: word, messageId: word }),
} satisfies SchemasOf<EmailsRequests>
