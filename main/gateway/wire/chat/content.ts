import { z } from 'zod'
import type { Email, MediaFile, MessageContent } from '#contract'
import { known, listOf, number, read, text } from '../lenient.ts'
import { cleanName, endingIn } from './file-words.ts'

/** What stands round the content in a message and says more of it. */
export interface ContentFacts {
  readonly mediaType: string
  readonly content: string
  readonly mediaFileType?: string | undefined
  /** The whole message: an e-mail's own fields stand beside its content (inferred). */
  readonly message: unknown
}

/** The encodings of spec/media-and-services.md 2.4 and 3.2; what is not of its kind is shown as the text it is. */
export function readContent(facts: ContentFacts): MessageContent {
  const content = readers[facts.mediaType.toUpperCase()]?.(facts)
  return content ?? { kind: 'unknown', type: facts.mediaType.slice(0, 40), text: plain(facts.content) }
}

/** Control characters say nothing and may do harm in a terminal, a file or a database. */
export function plain(content: string): string {
  return content.replace(/\p{Cc}/gu, (sign) => ('\n\r\t'.includes(sign) ? sign : ''))
}

type Reader = (facts: ContentFacts) => MessageContent | null

const onlyId =
  (kind: 'image' | 'audio' | 'video', ending: string): Reader =>
  ({ content, mediaFileType }) => {
    const fileId = content.trim()
    return isFileId(fileId) ? { kind, file: { fileId, ending: endingIn(mediaFileType) ?? ending } } : null
  }

/** "fileId,jpg". */
const idAndEnding =
  (kind: 'image' | 'video'): Reader =>
  ({ content }) => {
    const [fileId = '', ending = ''] = content.split(',').map((part) => part.trim())
    return isFileId(fileId) ? { kind, file: { fileId, ending: endingIn(ending) ?? '' } } : null
  }

/** "fileName,sizeBytes,fileId,ext"; the name may hold commas itself. */
const file: Reader = ({ content }) => {
  const parts = content.split(',')
  const [bytes, fileId, ending] = parts.slice(-3).map((part) => part.trim())
  if (parts.length < 4 || !isFileId(fileId)) return null
  const told = known({ name: cleanName(parts.slice(0, -3).join(',')), bytes: sizeOf(bytes) })
  return { kind: 'file', file: { fileId, ending: endingIn(ending) ?? '', ...told } }
}

function sizeOf(bytes: string | undefined): number | undefined {
  const size = read(number, bytes)
  return size !== undefined && Number.isSafeInteger(size) && size >= 0 ? size : undefined
}

const place = z.object({
  latitude: number.pipe(z.number().min(-90).max(90)),
  longitude: number.pipe(z.number().min(-180).max(180)),
  description: text,
})

const location: Reader = ({ content, message }) => {
  const found = read(place, parsed(content)) ?? read(place, message)
  if (!found) return null
  const { latitude, longitude, description = '' } = found
  return { kind: 'location', latitude, longitude, description: plain(description) }
}

const webCard = z.object({
  title: text,
  description: text,
  mediaFileId: text,
  mediaFileType: text,
  redirectUrl: text,
})

const card: Reader = ({ content }) => {
  const found = read(webCard, parsed(content))
  if (!found) return null
  const { title = '', description = '', mediaFileId, mediaFileType, redirectUrl } = found
  const picture: MediaFile | undefined = isFileId(mediaFileId)
    ? { fileId: mediaFileId, ending: endingIn(mediaFileType) ?? '' }
    : undefined
  const words = { title: plain(title), description: plain(description) }
  return { kind: 'card', ...words, ...known({ picture, url: webAddress(redirectUrl) }) }
}

function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

const address = z.union([z.string().transform((list) => list.split(/[;,]/)), z.array(z.string())]).catch([])
const attached = z.object({ fileId: text, fileName: text, name: text, size: number, fileType: text, ext: text })
const mail = z.object({
  subject: text,
  from: text,
  to: address,
  cc: address,
  attachments: listOf(attached),
})

/** Only the HTML content is evidenced (2.2, 2.4); the other fields' names are the customer's message's, or likely. */
const email: Reader = ({ content, message }) => {
  const inside = read(mail.extend({ content: z.string() }), parsed(content))
  const { subject = '', from = '', to, cc, attachments } = inside ?? mail.parse(message ?? {})
  const found: Email = {
    subject: plain(subject),
    from: plain(from),
    to: addresses(to),
    cc: addresses(cc),
    html: inside?.content ?? content,
    attachments: attachments.flatMap(attachment),
  }
  return { kind: 'email', ...found }
}

function attachment({ fileId, fileName, name, size, fileType, ext }: z.output<typeof attached>): MediaFile[] {
  if (!isFileId(fileId)) return []
  const called = cleanName(fileName ?? name ?? '')
  return [{ fileId, ending: endingIn(fileType ?? ext) ?? '', ...known({ name: called, bytes: sizeOf(String(size)) }) }]
}

function addresses(list: readonly string[]): readonly string[] {
  return list.map((one) => plain(one).trim()).filter((one) => one !== '')
}

/** A UUID, a number, or `local/{yyyyMMddHHmm}-{uuid}/{name}` (3.3). */
function isFileId(id: string | undefined): id is string {
  return id !== undefined && /^[\w./-]{1,200}$/.test(id) && !id.includes('..')
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

const readers: Readonly<Record<string, Reader>> = {
  TEXT: ({ content }) => ({ kind: 'text', text: plain(content) }),
  IMAGE: onlyId('image', 'jpg'),
  AUDIO: onlyId('audio', 'mp3'),
  VIDEO: onlyId('video', 'mp4'),
  FILE_IMAGE: idAndEnding('image'),
  FILE_VIDEO: idAndEnding('video'),
  FILE: file,
  DOCUMENT: file,
  ATTACHFILE: file,
  LOCATE: location,
  WEBCARD: card,
  EMAIL: email,
}
