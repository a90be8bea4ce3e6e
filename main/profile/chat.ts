import { z } from 'zod'
import { address, ca } from './address.ts'
import { repliesShape } from './replies.ts'

/** What a site's connection profile may say of the chat; the messages are signs that need no language, as in `profile.ts`. */
const word = z.string().trim().min(1, '…').max(200, '≤ 200')

function whole(first: number, last: number) {
  const range = `${first} … ${last}`
  return z.int(range).min(first, range).max(last, range)
}

/** How long a customer may wait: from `warn` on it is late, from `late` on too late. */
function clock(warn: number, late: number) {
  const shape = z.strictObject({ warn: whole(1, 86_400).default(warn), late: whole(1, 86_400).default(late) })
  return shape.refine((limits) => limits.warn <= limits.late, 'warn ≤ late').default({ warn, late })
}

/** A category's key and its name in both languages: `"billing": { "en": "Billing", "zh-CN": "账单" }`. */
const categories = z.record(word, z.strictObject({ en: word, 'zh-CN': word })).default({})

const files = z.strictObject({
  maxMegabytes: whole(1, 100).default(10),
  endings: z
    .array(z.string().regex(/^[a-z0-9]{1,10}$/, 'jpg'))
    .max(50, '≤ 50')
    .readonly()
    // The formats that there is evidence of (spec/media-and-services.md 3.3).
    .default(['jpg', 'jpeg', 'png', 'bmp', 'pdf', 'mp4', 'mp3', 'txt']),
})

/**
 * The company's server in front of API Fabric, which has the platform's keys and verifies the agent's gateway session
 * (spec/media-and-services.md 3.3, 11 #1, inferred).
 */
const mediaCache = z.strictObject({
  /** What `uploadFileStream` and `downloadFileStream` stand under. */
  url: address('https', 'https://host:port/apiaccess/ccmessaging'),
  ca: ca.exactOptional(),
  /** Names the application, and is no secret (7.1). */
  appKey: word.exactOptional(),
})

export const chatShape = z.strictObject({
  /** The generation of the gateway's chat (spec/media-and-services.md 2.1). */
  dialect: z.enum(['mediacall', 'textchat'], 'mediacall | textchat').default('mediacall'),
  /** What `setcallnums` is told of: 53 social chat, 51 web chat at older sites (spec/media-and-services.md 8.5). */
  mediaType: z.enum(['53', '51', '1'], '53 | 51 | 1').default('53'),
  limit: whole(1, 60).default(5),
  /** Of the whole `data` of one message: 3.8 KB, or 1.9 KB where MULTIMEDIA_SECMODE is 1 (2.2). */
  messageBytes: whole(1_000, 64_000).default(3_800),
  firstAnswerSeconds: clock(30, 60),
  replySeconds: clock(60, 120),
  survey: z.boolean().default(false),
  /** Whether a chat that rings is answered by itself; the agent’s own setting goes before it. */
  autoAnswer: z.boolean().default(false),
  categories,
  sensitiveWords: z.array(word).max(10_000, '≤ 10000').readonly().default([]),
  files: files.prefault({}),
  /** Absent: no files, pictures or voice messages. */
  mediaCache: mediaCache.exactOptional(),
  replies: repliesShape,
  /** 0: no content on the disk, and none after the shift. */
  contentDays: whole(0, 365).default(0),
  /** Whether typing and read marks are tried; hidden once the platform has refused them (chapter 11, 5). */
  typing: z.boolean().default(true),
})

export type ChatProfile = z.output<typeof chatShape>
