import { z } from 'zod'
import type { ChatsRequests } from '#contract'
import { word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const oneChat = z.strictObject({ chatId: word })
const oneMessage = z.strictObject({ chatId: word, messageId: word })
const place = z.int().min(0)
/** More than any platform takes in one message; what is too long for this one is refused in words. */
const writing = z.string().min(1).max(100_000)
/** spec/media-and-services.md 2.2: `calldata` has at most 2,048 bytes. */
const associatedData = z.string().max(2_048)
const addresses = z.array(z.string().max(320)).max(100)
const file = z.strictObject({
  fileId: word,
  name: word.exactOptional(),
  bytes: z.int().min(0).exactOptional(),
  ending: z.string().max(16),
})

export const chatsInputs = {
  'chats.answer': oneChat,
  'chats.decline': oneChat,
  'chats.end': z.strictObject({ chatId: word, survey: z.boolean() }),
  'chats.close': oneChat,
  'chats.send': z.strictObject({ chatId: word, key: word, text: writing }),
  'chats.sendEmail': z.strictObject({
    chatId: word,
    key: word,
    email: z.strictObject({
      subject: z.string().max(1_000),
      to: addresses,
      cc: addresses,
      html: z.string().max(1_000_000),
      attachments: z.array(file).max(50),
    }),
  }),
  'chats.retry': oneMessage,
  'chats.discard': oneMessage,
  'chats.typing': oneChat,
  'chats.seen': z.strictObject({ chatId: word, place }),
  'chats.pin': z.strictObject({ chatId: word, pinned: z.boolean() }),
  'chats.transfer': z.strictObject({
    chatId: word,
    to: z.strictObject({ kind: z.enum(['queue', 'agent', 'access-code']), address: word }),
    mode: z.enum(['release', 'success']),
    associatedData: associatedData.exactOptional(),
  }),
  'chats.writeInside': z.strictObject({ workNumber: word, about: word.exactOptional() }),
  'chats.note': z.strictObject({ chatId: word, text: z.string().max(10_000), category: word.exactOptional() }),
  'chats.setAssociatedData': z.strictObject({ chatId: word, text: z.string().max(16_384) }),
  'chats.page': z.strictObject({ chatId: word, before: place.exactOptional(), limit: z.int().min(1).max(500) }),
  'chats.earlier': z.strictObject({ chatId: word, before: place.exactOptional(), limit: z.int().min(1).max(200) }),
  'chats.search': z.strictObject({ text: word, chatId: word.exactOptional(), limit: z.int().min(1).max(500) }),
} satisfies SchemasOf<ChatsRequests>
