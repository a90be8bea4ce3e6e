import { digitsOf, fold } from './fold.ts'
import { marks } from './line.ts'

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

/** How well a line fits, 0 best; null: not at all. */
export function rankOf(hay: string, { words, digits }: Query): number | null {
  const asNumber = digits === '' ? null : numberRank(hay, digits)
  // A name that is the same digits would be no better found.
  if (asNumber !== null && asNumber <= 1) return asNumber
  let worst = 0
  for (const word of words) {
    const rank = wordRank(hay, word)
    if (rank === null) return asNumber
    worst = Math.max(worst, rank)
  }
  return asNumber === null ? worst : Math.min(worst, asNumber)
}

/** How many ranks there are. */
export const ranks = 5

function wordRank(hay: string, word: string): number | null {
  const place = hay.indexOf(word)
  if (place < 0) return null
  if (place > hay.indexOf(marks.numbers)) return 4
  const whole = `${marks.name}${word}`
  const start = hay.indexOf(whole)
  if (start >= 0) return isEnd(hay[start + whole.length]) ? 0 : 1
  return hay.includes(` ${word}`) ? 2 : 3
}

function numberRank(hay: string, digits: string): number | null {
  const whole = `${marks.number}${digits}`
  const start = hay.indexOf(whole)
  if (start >= 0) return isEnd(hay[start + whole.length]) ? 0 : 1
  const place = hay.indexOf(digits, hay.indexOf(marks.numbers))
  return place >= 0 && place < hay.lastIndexOf(marks.more) ? 3 : null
}

function isEnd(sign: string | undefined): boolean {
  return sign === undefined || sign < ' '
}
