import { randomUUID } from 'node:crypto'
import type { SecureContext } from 'node:tls'
import type { Channel, ChatMessage } from '#contract'
import type { ChatsPart } from './chats/chats.ts'
import { type ChatFilesOptions, type ChatFilesPart, createChatFiles } from './chats/files/files.ts'
import { createAsk } from './chats/files/store/ask.ts'
import { createHttpMediaStore } from './chats/files/store/http-media-store.ts'
import type { MediaStore } from './chats/files/store/media-store.ts'
import { secureContextFor } from './gateway/transport/trust.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { LinePart } from './line/line.ts'
import type { Given } from './parts.ts'

/** What the files need of the ground the app stands on. */
export type ChatFilesGround = Pick<ChatFilesOptions, 'askWhere' | 'addressOf' | 'platform'>

interface Introduced {
  readonly chats: ChatsPart
  readonly gateway: Pick<GatewayOfSite, 'guid'>
  readonly line: () => Pick<LinePart, 'want'>
}

export function createChatFilesOfSite(given: Given, { chats, gateway, line }: Introduced): ChatFilesPart {
  return createChatFiles({
    ...given.chatFilesGround,
    onUploads: (uploads) => given.tell.desk('uploads.changed', uploads),
    onVoiceMessage: (voiceMessage) => given.tell.desk('voiceMessage.changed', voiceMessage),
    post: chats.post,
    policy: () => chats.current().site.files,
    store: storesOf(given, gateway.guid),
    channelOf: (chatId) => channelOf(chats, chatId),
    holds: (chatId, fileId) => holds(chats, chatId, fileId),
    wantVoice: (voiceMessageFor) => line().want({ voiceMessageFor }),
    newKey: randomUUID,
    now: given.now,
    log: given.log,
  })
}

/** The media cache of the profile in force; reading its certificates takes a moment, so it is made once for each. */
function storesOf(
  { profiles, log }: Pick<Given, 'profiles' | 'log'>,
  guid: () => string | null,
): () => MediaStore | null {
  const contexts = new Map<string, SecureContext>()
  let made: { readonly site: object; readonly store: MediaStore } | null = null
  return () => {
    const site = profiles.current().profile?.chat?.mediaCache
    if (site === undefined) return null
    if (made?.site === site) return made.store
    const context = contexts.get(site.ca ?? '') ?? secureContextFor(site.ca)
    contexts.set(site.ca ?? '', context)
    made = { site, store: createHttpMediaStore({ site, ask: createAsk(context, log), guid }) }
    return made.store
  }
}

/** As the platform writes it (spec/media-and-services.md 2.2, `channel`); what has no name there is web chat. */
function channelOf(chats: ChatsPart, chatId: string): string | null {
  const chat = chats.current().list.find(({ id }) => id === chatId)
  return chat === undefined ? null : wireName(chat.channel)
}

function wireName(channel: Channel): string {
  return channel === 'agent' || channel === 'unknown' ? 'WEB' : channel.toUpperCase()
}

const pageOf = 200

/** Page after page from the newest: what is looked at is almost always near the end. */
async function holds(chats: ChatsPart, chatId: string, fileId: string): Promise<boolean> {
  let before: number | undefined
  for (;;) {
    const page = await chats.requests['chats.page']({ chatId, limit: pageOf, ...(before !== undefined && { before }) })
    if (page.messages.some((message) => names(message, fileId))) return true
    const first = page.messages[0]
    if (!page.more || first === undefined) return false
    before = first.place
  }
}

function names({ content }: ChatMessage, fileId: string): boolean {
  switch (content.kind) {
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return content.file.fileId === fileId
    case 'card':
      return content.picture?.fileId === fileId
    case 'email':
      return content.attachments.some((file) => file.fileId === fileId)
    default:
      return false
  }
}
