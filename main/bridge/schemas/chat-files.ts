import { z } from 'zod'
import type { ChatFilesRequests } from '#contract'
import { word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const oneUpload = z.strictObject({ key: word })
const ending = z.string().max(16)
/** The site's own limit is far below; this one is main's memory. */
const content = z.instanceof(Uint8Array<ArrayBufferLike>).refine(({ byteLength }) => byteLength <= 268_435_456)

export const chatFilesInputs = {
  'chatFiles.upload': z.strictObject({ chatId: word, key: word, name: z.string().max(1_000), content }),
  'chatFiles.cancel': oneUpload,
  'chatFiles.retry': oneUpload,
  'chatFiles.look': z.strictObject({ chatId: word, fileId: word, ending }),
  'chatFiles.save': z.strictObject({ chatId: word, fileId: word, name: word }),
  'chatFiles.startVoice': z.strictObject({ chatId: word }),
  'chatFiles.stopVoice': z.strictObject({ send: z.boolean() }),
} satisfies SchemasOf<ChatFilesRequests>
