import { digitsOf, fold } from './fold.ts'
import { type Line, marks } from './line.ts'

export interface Query {
  /** Folded; empty when nothing was asked for. */
  readonly words: readonly string[]
  /** The whole text as a number, where it is one. */
  readonly digits: string
}

export function queryOf(text: string): Query {
  const clean = fold(text)
    .replace(/\p{Cc}/gu, ' ')
    .trim()
  const isNumber = /^[\d+*#()./\s-]+$/.test(clean) && /[\d*#]/.test(clean)
  return { words: clean === '' ? [] : clean.split(/\s+/), digits: isNumber ? digitsOf(clean) : '' }
}

/** What of a line is looked through. */
export type Searched = Pick<Line, 'hay' | 'numbersAt' | 'moreAt'>

/** How well a line fits, 0 best; null: not at all. */
export function rankOf(line: Searched, { words, digits }: Query): number | null {
  const asNumber = digits === '' ? null : numberRank(line, digits)
  // A name that is the same digits would be no better found.
  if (asNumber !== null && asNumber <= 1) return asNumber
  let worst = 0
  for (const word of words) {
    const rank = wordRank(line, word)
    if (rank === null) return asNumber
    worst = Math.max(worst, rank)
  }
  return asNumber === null ? worst : Math.min(worst, asNumber)
}

/** How many ranks there are. */
export const ranks = 5

/** The first place is nearly always the best one; only where it is not are others looked for. */
function wordRank({ hay, numbersAt }: Searched, word: string): number | null {
  const place = hay.indexOf(word)
  if (place < 0) return null
  if (place >= numbersAt) return 4
  const start = hay[place - 1] === marks.name ? place : hay.indexOf(marks.name + word) + 1
  if (start > 0) return isEnd(hay[start + word.length]) ? 0 : 1
  return hay[place - 1] === ' ' || isWithin(hay.indexOf(` ${word}`), numbersAt) ? 2 : 3
}

function numberRank({ hay, numbersAt, moreAt }: Searched, digits: string): number | null {
  const place = hay.indexOf(digits, numbersAt)
  if (!isWithin(place, moreAt)) return null
  const start = hay[place - 1] === marks.number ? place : hay.indexOf(marks.number + digits, place) + 1
  if (start > 0) return isEnd(hay[start + digits.length]) ? 0 : 1
  return 3
}

function isWithin(place: number, end: number): boolean {
  return place >= 0 && place < end
}

function isEnd(sign: string | undefined): boolean {
  return sign === undefined || sign < ' '
}
