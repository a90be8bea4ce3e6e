import { z } from 'zod'
import { channels } from '../channels.ts'

/** What people may ask of customers who type. */

const text = z.string().min(1).max(1_000_000)

export const newChat = z.strictObject({
  queue: z.string(),
  channel: z.enum(channels).exactOptional(),
  name: z.string().max(80).exactOptional(),
  id: z.string().min(1).max(60).exactOptional(),
  says: text.exactOptional(),
  robot: z.array(text).max(100).exactOptional(),
  robotMs: z.int().min(0).exactOptional(),
  agent: z.enum(['at-once', 'when-asked']).exactOptional(),
  patienceMs: z.int().min(0).exactOptional(),
  data: z.string().max(16_384).exactOptional(),
})

export const saying = z.strictObject({ text })
export const pouring = z.strictObject({ text, times: z.int().min(1).max(100_000), everyMs: z.int().min(0) })
export const reading = z.strictObject({ ids: z.array(z.string()).default([]) })

/** A file of this machine, or its content in base64. */
const file = {
  path: z.string().exactOptional(),
  content: z.base64().exactOptional(),
  name: z.string().max(1_000).exactOptional(),
  ending: z.string().max(10).exactOptional(),
}
const attached = z.strictObject(file)

export type WishedFile = z.infer<typeof attached>

export const sending = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['IMAGE', 'AUDIO', 'VIDEO', 'FILE', 'DOCUMENT', 'FILE_IMAGE', 'FILE_VIDEO']),
    ...file,
  }),
  z.strictObject({
    kind: z.literal('LOCATE'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    description: z.string(),
  }),
  z.strictObject({
    kind: z.literal('WEBCARD'),
    title: z.string(),
    description: z.string(),
    url: z.string().exactOptional(),
    picture: attached.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('EMAIL'),
    subject: z.string(),
    html: z.string(),
    cc: z.array(z.string()).exactOptional(),
    attachments: z.array(attached).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('RAW'), mediaType: z.string(), content: z.string() }),
])

export type Sending = z.infer<typeof sending>

export const behaviour = z
  .strictObject({
    dialect: z.enum(['mediacall', 'textchat']),
    messages: z.enum(['json', 'plain']),
    webMediaType: z.literal([51, 53]),
    secMode: z.literal([0, 1]),
    limitCounts: z.enum(['data', 'text']),
    sensitiveWords: z.array(z.string().min(1)),
    chatsEach: z.int().min(1).max(60),
    voiceAndChat: z.enum(['together', 'apart']),
    takesMarks: z.boolean(),
    tellsDisconnect: z.boolean(),
    tellsSubMedia: z.boolean(),
    tellsEarlier: z.boolean(),
    asynchronous: z.boolean(),
    customerSilenceMs: z.int().min(0),
    noAnswerMs: z.int().min(1),
  })
  .partial()

const count = z.int().min(0)

export const mediaCache = z
  .strictObject({
    delayMs: count,
    pieceMs: count,
    failUploads: count,
    failDownloads: count,
    failStatus: z.int().min(200).max(599),
    truncateDownloads: count,
    deaf: count,
    downloads: z.enum(['stream', 'base64']),
    unknownId: z.enum(['status-404', 'result-code']),
  })
  .partial()
