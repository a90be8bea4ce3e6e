import type { MediaFile, MessageContent } from '#contract'
import { cleanEnding, cleanFileName, endingOf } from './file-name.ts'

export type FileContent = Extract<MessageContent, { readonly kind: 'image' | 'audio' | 'video' | 'file' }>

/** What a message with a file says besides its text (spec/media-and-services.md 3.2). */
export interface WireFile {
  readonly mediaType: string
  readonly content: string
  /** Downlink messages may bring it; where the content has no ending of its own. */
  readonly mediaFileType?: string
}

const kinds: Readonly<Record<string, FileContent['kind']>> = {
  IMAGE: 'image',
  AUDIO: 'audio',
  VIDEO: 'video',
  FILE: 'file',
  DOCUMENT: 'file',
  FILE_IMAGE: 'image',
  FILE_VIDEO: 'video',
}

/** IMAGE, AUDIO and VIDEO bring the bare id; these are the evidenced formats of each (3.3). */
const usual = { image: 'jpg', audio: 'mp3', video: 'mp4', file: '' } as const

/** FILE_VIDEO carries sound as well: its evidenced endings are `jpg|mp4|mp3|txt` (3.2). */
const kindsByEnding: Readonly<Record<string, FileContent['kind']>> = { mp3: 'audio', txt: 'file' }

/** Null when this is no file, or names none: whoever asked shows it as a message of an unknown kind. */
export function readFileContent({ mediaType, content, mediaFileType }: WireFile): FileContent | null {
  const type = mediaType.toUpperCase()
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (kind === undefined) return null
  const hinted = cleanEnding(mediaFileType ?? '')
  if (kind === 'file') return readFile(content, hinted)
  if (type.startsWith('FILE_')) return readIdAndEnding(kind, content, hinted)
  return made(kind, { id: content, ending: hinted || endingOf(nameWithin(content)) || usual[kind] })
}

/** The id must be one that `readFileContent` takes; it comes from the media cache, which gives no other. */
export function writeFileContent({ kind, file }: FileContent): WireFile {
  if (kind !== 'file') return { mediaType: kind.toUpperCase(), content: file.fileId }
  // Whoever splits at the first comma must find the same four parts.
  const name = (file.name ?? `file.${file.ending}`).replaceAll(',', '_')
  return { mediaType: 'FILE', content: [name, file.bytes ?? 0, file.fileId, file.ending].join(',') }
}

/** `fileName,sizeBytes,fileId,ext` (3.2); read from the end, since a name may have commas of its own. */
function readFile(content: string, hinted: string): FileContent | null {
  const parts = content.split(',')
  if (parts.length < 4) return made('file', { id: content, ending: hinted || endingOf(nameWithin(content)) })
  const [bytes = '', id = '', ending = ''] = parts.slice(-3)
  const name = parts.slice(0, -3).join(',')
  return made('file', { id, name, bytes, ending: cleanEnding(ending) || endingOf(name) })
}

/** `fileId,ext` (3.2). */
function readIdAndEnding(kind: FileContent['kind'], content: string, hinted: string): FileContent | null {
  const [id = '', ending = ''] = content.split(',')
  const told = cleanEnding(ending) || hinted || endingOf(nameWithin(id))
  return made(kindsByEnding[told] ?? kind, { id, ending: told || usual[kind] })
}

interface Told {
  readonly id: string
  readonly ending: string
  readonly name?: string
  readonly bytes?: string
}

function made(kind: FileContent['kind'], told: Told): FileContent | null {
  const fileId = told.id.trim()
  if (!isFileId(fileId)) return null
  const name = cleanFileName(told.name ?? nameWithin(fileId))
  const file: MediaFile = {
    fileId,
    ending: told.ending,
    ...(name !== '' && { name }),
    ...(told.bytes !== undefined && /^\d{1,15}$/.test(told.bytes.trim()) && { bytes: Number(told.bytes) }),
  }
  return { kind, file }
}

/** A UUID, a library's number, or `local/{yyyyMMddHHmm}-{uuid}/{name}` (3.3): opaque, but one word in one line. */
export function isFileId(id: string): boolean {
  return /^[^\p{C}\p{Z},]{1,300}$/u.test(id)
}

/** The last part of `local/…/{name}`; other ids have no name in them. */
function nameWithin(id: string): string {
  return id.includes('/') ? (id.split('/').at(-1) ?? '') : ''
}
