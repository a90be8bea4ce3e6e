import { z } from 'zod'
import type { ChatFilesRequests, VoiceRequests } from '#contract'
import { share, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const oneUpload = z.strictObject({ key: word })
const ending = z.string().max(16)
const name = z.string().max(1_000)
const fileId = z.string().max(300)
/** The site's own limit is far below; this one is main's memory. */
const content = z.instanceof(Uint8Array<ArrayBufferLike>).refine(({ byteLength }) => byteLength <= 268_435_456)

export const chatFilesInputs = {
  'chatFiles.upload': z.strictObject({ chatId: word, key: word, name, content, attach: z.boolean().exactOptional() }),
  'chatFiles.check': z.strictObject({ name, content }),
  'chatFiles.cancel': oneUpload,
  'chatFiles.retry': oneUpload,
  'chatFiles.look': z.strictObject({ chatId: word, fileId, ending }),
  'chatFiles.save': z.strictObject({ chatId: word, fileId, ending, name }),
  'chatFiles.startVoice': z.strictObject({ chatId: word }),
  'chatFiles.stopVoice': z.strictObject({ send: z.boolean() }),
} satisfies SchemasOf<ChatFilesRequests>

const recording = word

export const voiceInputs = {
  'voice.level': z.strictObject({ recording, level: share }),
  'voice.recorded': z.strictObject({ recording, content, ending }),
  'voice.failed': z.strictObject({ recording }),
} satisfies SchemasOf<VoiceRequests>
