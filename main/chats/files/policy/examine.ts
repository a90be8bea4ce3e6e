import type { FileRefusal } from '#contract'
import { cleanEnding, endingOf } from '../file-name.ts'
import { type Family, type Format, familyOfEnding, formatOf, isKnownEnding } from './formats.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'

export interface FilePolicy {
  readonly maxBytes: number
  /** Lower case, without the dot. */
  readonly endings: readonly string[]
}

export type Examined =
  | {
      readonly ok: true
      readonly ending: string
      readonly type: 'image' | 'audio' | 'video' | 'file'
      readonly contentType: string
      /** The desk may show or play it. */
      readonly shown: boolean
      readonly size?: PictureSize
    }
  | { readonly ok: false; readonly reason: FileRefusal }

const longestSide = 16_384
const mostPixels = 40_000_000

/** What the agent is about to send: it must be what its own name says. */
export function examineOwn(name: string, content: Uint8Array, policy: FilePolicy): Examined {
  const ending = endingOf(name)
  const early = refusalBefore(ending, content.byteLength, policy)
  if (early !== null) return { ok: false, reason: early }
  const format = formatOf(content)
  if (!isWhatItSays(ending, format)) return { ok: false, reason: 'not-what-it-says' }
  return shownAs(ending, content, format)
}

/**
 * What came from the media cache. A bare id says no ending (spec/media-and-services.md 3.2), so of what can be shown
 * only the kind must be right: a png called "jpg" is a picture, a page called "jpg" is not.
 */
export function examineOther(told: string, content: Uint8Array, policy: FilePolicy): Examined {
  const format = formatOf(content)
  const ending = cleanEnding(told) || (format?.endings[0] ?? '')
  if (content.byteLength === 0) return { ok: false, reason: 'empty' }
  if (content.byteLength > policy.maxBytes) return { ok: false, reason: 'too-large' }
  const alike = format !== null && isMedia(format.family) && format.family === familyOfEnding(ending)
  if (!alike && !isWhatItSays(ending, format)) return { ok: false, reason: 'not-what-it-says' }
  const names = alike ? [ending, ...format.endings] : [ending]
  if (!names.some((one) => policy.endings.includes(one))) return { ok: false, reason: 'ending-not-allowed' }
  return shownAs(ending, content, format)
}

/** What can be said without looking into it. */
function refusalBefore(ending: string, bytes: number, { endings, maxBytes }: FilePolicy): FileRefusal | null {
  if (bytes === 0) return 'empty'
  if (!endings.includes(ending)) return 'ending-not-allowed'
  return bytes > maxBytes ? 'too-large' : null
}

/** Of an ending that nobody knows, only this is known: it is no program. */
function isWhatItSays(ending: string, format: Format | null): boolean {
  if (format?.endings.includes(ending)) return true
  return !isKnownEnding(ending) && format?.family !== 'program'
}

function isMedia(family: Family): boolean {
  return family === 'image' || family === 'audio' || family === 'video'
}

function shownAs(ending: string, content: Uint8Array, format: Format | null): Examined {
  if (format === null || !(isMedia(format.family) && format.endings.length > 0)) return plain(ending)
  const type = format.family as 'image' | 'audio' | 'video'
  const known = { ok: true, ending, type, contentType: format.contentType, shown: format.shown } as const
  if (type !== 'image' || !format.shown) return known
  const size = pictureSize(content, format.contentType)
  if (size === null) return { ok: false, reason: 'unreadable' }
  const tooLarge = Math.max(size.width, size.height) > longestSide || size.width * size.height > mostPixels
  return tooLarge ? { ok: false, reason: 'picture-too-large' } : { ...known, size }
}

function plain(ending: string): Examined {
  return { ok: true, ending, type: 'file', contentType: 'application/octet-stream', shown: false }
}
