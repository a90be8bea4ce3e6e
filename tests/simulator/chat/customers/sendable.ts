import type { MediaCache } from '../media-cache/media-cache.ts'

interface File {
  readonly content: Buffer
  readonly ending: string
  readonly name?: string
}

/** What a customer can send besides text (spec/media-and-services.md 2.4). */
export type Sendable =
  | ({ readonly kind: 'IMAGE' | 'AUDIO' | 'VIDEO' | 'FILE' | 'DOCUMENT' | 'FILE_IMAGE' | 'FILE_VIDEO' } & File)
  | {
      readonly kind: 'LOCATE'
      readonly latitude: number
      readonly longitude: number
      readonly description: string
    }
  | {
      readonly kind: 'WEBCARD'
      readonly title: string
      readonly description: string
      readonly picture?: File
      readonly url?: string
    }
  | {
      readonly kind: 'EMAIL'
      readonly subject: string
      readonly html: string
      readonly cc?: readonly string[]
      readonly attachments?: readonly File[]
    }
  /** Any content under any name, known or not. */
  | { readonly kind: 'RAW'; readonly mediaType: string; readonly content: string; readonly id?: string }

/** What stands beside `content` in the message, for kinds that need more than it holds. */
export interface Written {
  readonly mediaType: string
  readonly content: string
  readonly more?: Readonly<Record<string, unknown>>
  /** The sender's own id; a new one unless given. */
  readonly id?: string
}

/** The content encodings of spec/media-and-services.md 3.2; LOCATE as JSON and an e-mail's other fields are inferred. */
export function write(what: Sendable, cache: MediaCache): Written {
  switch (what.kind) {
    case 'RAW':
      return { mediaType: what.mediaType, content: what.content, ...(what.id !== undefined && { id: what.id }) }
    case 'LOCATE': {
      const { kind, ...place } = what
      return { mediaType: kind, content: JSON.stringify(place) }
    }
    case 'WEBCARD':
      return { mediaType: 'WEBCARD', content: card(what, cache) }
    case 'EMAIL':
      return email(what, cache)
    default:
      return { mediaType: what.kind, content: fileContent(what, cache) }
  }
}

function fileContent(what: Extract<Sendable, File>, cache: MediaCache): string {
  const { id } = cache.put(what.content, what.ending, 'customer')
  if (what.kind === 'FILE' || what.kind === 'DOCUMENT') return fileLine(what, id)
  return what.kind.startsWith('FILE_') ? `${id},${what.ending}` : id
}

function fileLine({ name, content, ending }: File, id: string): string {
  return `${name ?? `file.${ending}`},${content.length},${id},${ending}`
}

function card(what: Extract<Sendable, { kind: 'WEBCARD' }>, cache: MediaCache): string {
  const { title, description, picture, url } = what
  return JSON.stringify({
    title,
    description,
    ...(picture && {
      mediaFileId: cache.put(picture.content, picture.ending, 'customer').id,
      mediaFileType: picture.ending,
    }),
    ...(url !== undefined && { redirectUrl: url }),
  })
}

/** HTML as content (spec/media-and-services.md 2.2); where subject, copies and attachments stand is inferred. */
function email(what: Extract<Sendable, { kind: 'EMAIL' }>, cache: MediaCache): Written {
  const attachments = (what.attachments ?? []).map(({ content, ending, name }) => ({
    fileId: cache.put(content, ending, 'customer').id,
    fileName: name ?? `file.${ending}`,
    fileType: ending,
    size: content.length,
  }))
  return { mediaType: 'EMAIL', content: what.html, more: { subject: what.subject, cc: what.cc ?? [], attachments } }
}
