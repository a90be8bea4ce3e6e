import { textBytes } from './text-bytes.ts'

/** More than this many parts are nothing that anybody reads; such a text belongs into a file. */
export const mostParts = 20

export type Numbering = 'numbered' | 'plain'

/**
 * The text in parts that each fit, cut behind a sentence or a word where that leaves no part half empty, and never
 * inside what a person sees as one sign. Null: more parts than anybody reads. What is between two parts is left out
 * when it is only white space.
 */
export function splitText(text: string, limit: number, numbering: Numbering): readonly string[] | null {
  const whole = text.trim()
  if (textBytes(whole) <= limit) return [whole]
  if (textBytes(whole) > limit * mostParts) return null
  const room = numbering === 'plain' ? limit : limit - textBytes(mark(mostParts, mostParts))
  const parts = cut(whole, Math.max(1, room))
  if (parts.length > mostParts) return null
  if (numbering === 'plain') return parts
  return parts.map((part, index) => `${mark(index + 1, parts.length)}${part}`)
}

function mark(number: number, of: number): string {
  return `(${number}/${of}) `
}

function cut(text: string, room: number): readonly string[] {
  const places = placesIn(text)
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    const to = endOfPart(places, { from, room, text })
    const part = text.slice(from, to).trim()
    if (part !== '') parts.push(part)
    from = to
  }
  return parts
}

/** A place where the text may be cut: behind one visible sign. The higher the rank, the better it reads. */
interface Place {
  readonly at: number
  /** Room that the text takes up to here. */
  readonly bytes: number
  readonly rank: 0 | 1 | 2
}

function placesIn(text: string): readonly Place[] {
  const sentences = endsOf(text, 'sentence')
  const words = endsOf(text, 'word')
  let bytes = 0
  let start = 0
  const places: Place[] = []
  for (const at of endsOf(text, 'grapheme')) {
    bytes += textBytes(text.slice(start, at))
    places.push({ at, bytes, rank: sentences.has(at) ? 2 : words.has(at) ? 1 : 0 })
    start = at
  }
  return places
}

function endsOf(text: string, granularity: 'grapheme' | 'word' | 'sentence'): ReadonlySet<number> {
  const segments = new Intl.Segmenter(undefined, { granularity }).segment(text)
  return new Set(Array.from(segments, ({ index, segment }) => index + segment.length))
}

interface Rest {
  readonly text: string
  readonly from: number
  readonly room: number
}

/** How full a part is at least for a word's or a sentence's end to count: better a cut sentence than a crumb. */
const leastShare = [0, 0.25, 0.4] as const

function endOfPart(places: readonly Place[], { text, from, room }: Rest): number {
  const before = places.find(({ at }) => at === from)?.bytes ?? 0
  const fitting = places.filter(({ at, bytes }) => at > from && bytes - before <= room)
  if (fitting.length === 0) return from + signThatFits(text.slice(from), room)
  if (fitting.at(-1)?.at === text.length) return text.length
  const best = ([2, 1, 0] as const).map((rank) =>
    fitting.findLast((place) => place.rank >= rank && place.bytes - before >= room * leastShare[rank]),
  )
  return best.find((place) => place !== undefined)?.at ?? from + 1
}

/** One visible sign that is larger than a whole part (a letter under a thousand accents) is cut between code points. */
function signThatFits(text: string, room: number): number {
  let at = 0
  for (const sign of text) {
    if (at > 0 && textBytes(text.slice(0, at) + sign) > room) break
    at += sign.length
  }
  return at
}
