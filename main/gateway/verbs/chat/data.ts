import type { CommandResult, Email, MediaFile, MessageContent, Time } from '#contract'

/** How a conversation is written to: the inbound message's own words, echoed (spec/media-and-services.md chapter 11, 3). */
export interface ChatAddress {
  readonly channel: string
  /** The channel's configuration: `to` of what the customer wrote. */
  readonly from: string
  /** The customer: `from` of what they wrote. */
  readonly to: string
  /** The agent's, as the customer sees it. */
  readonly nickname: string
}

/** A message of the agent as the chat hands it over. */
export interface OutgoingMessage {
  readonly chatId: string
  /** Ours, and the platform's name for it from then on. */
  readonly id: string
  readonly content: MessageContent
  readonly at: Time
  readonly to: ChatAddress
}

/** `too-long`: for this site's limit; not sent. */
export type SendResult = CommandResult | { readonly ok: false; readonly reason: 'too-long'; readonly retcode?: never }

type Data = Readonly<Record<string, unknown>>

interface Encoded {
  readonly mediaType: string
  readonly content: string
}

/** The keys of the working sample (2.2); the tail of its table is unknown. Null: not for an agent to send. */
export function dataOf({ id, content, at, to }: OutgoingMessage): Data | null {
  const encoded = encode(content)
  return encoded && { ...frame('CHAT', to, at), ...encoded, messageCode: id }
}

export interface Mark {
  readonly chatId: string
  readonly kind: 'INPUT' | 'READ'
  readonly id: string
  /** Of READ. */
  readonly ids: readonly string[]
  readonly at: Time
  readonly to: ChatAddress
}

/** Typing and read marks from the agent are inferred (chapter 11, 5): INPUT, and READ with the ids that were read. */
export function markData({ kind, id, ids, at, to }: Mark): Data {
  return { ...frame(kind, to, at), mediaType: 'TEXT', content: ids.join(','), messageCode: id }
}

function frame(controlType: string, to: ChatAddress, at: Time): Data {
  const { channel, from, nickname } = to
  const customer = { to: to.to, userId: to.to }
  return {
    from,
    ...customer,
    channel,
    controlType,
    senderNickname: nickname,
    senderAvatar: 'DefaultAvatar',
    sendTime: at,
  }
}

/** The encodings of 3.2. */
function encode(content: MessageContent): Encoded | null {
  switch (content.kind) {
    case 'text':
      return { mediaType: 'TEXT', content: content.text }
    case 'image':
      return { mediaType: 'IMAGE', content: content.file.fileId }
    case 'audio':
      return { mediaType: 'AUDIO', content: content.file.fileId }
    case 'video':
      return { mediaType: 'VIDEO', content: content.file.fileId }
    case 'file':
      return { mediaType: 'FILE', content: fileWords(content.file) }
    case 'email':
      return emailWords(content)
    default:
      return null
  }
}

/** "fileName,sizeBytes,fileId,ext": whoever splits it at the commas must find four parts. */
function fileWords({ name = 'file', bytes = 0, fileId, ending }: MediaFile): string {
  return [name.replaceAll(',', '_'), bytes, fileId, ending].join(',')
}

/**
 * The HTML `content`, and `to` as the address, are evidenced (2.2); that the rest stands beside it under these names, and
 * that `to` takes several, is inferred.
 */
function emailWords({ html, subject, to, cc, attachments }: Email): Encoded {
  const files = attachments.map(({ fileId, name = '', bytes = 0, ending }) => ({
    fileId,
    fileName: name,
    size: bytes,
    fileType: ending,
  }))
  const addressed = to.length > 0 && { to: to.join(';') }
  const more = {
    subject,
    ...addressed,
    ...(cc.length > 0 && { cc: cc.join(';') }),
    ...(files.length > 0 && { attachments: files }),
  }
  return { mediaType: 'EMAIL', content: html, ...more }
}
