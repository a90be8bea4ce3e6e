import { fold, type Way } from '../../../database/find.ts'

export type { Way } from '../../../database/find.ts'

/** What of a call is searched, one field a line: no word of a search reaches over a line's end. */
export function wordsOf(call: {
  readonly number: string
  readonly name: string | null
  readonly queue: string | null
  readonly note: string
}): string {
  const digits = digitsOf(call.number)
  const numbers = digits === call.number ? [digits] : [call.number, digits]
  return fold([...numbers, call.name ?? '', call.queue ?? '', call.note].filter(Boolean).join('\n'))
}

/**
 * The ways in which a call may match what was typed: as it stands, and with numbers as people group them
 * ("138 0013-8000") taken together.
 */
export function waysOf(text: string): readonly Way[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const joined = joinNumbers(words)
  return joined.length === words.length && joined.every((word, at) => word === words[at]) ? [words] : [words, joined]
}

const numberWord = /^[\d()+./-]*\d[\d()+./-]*$/

function joinNumbers(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  let afterNumber = false
  for (const word of words) {
    const isNumber = numberWord.test(word)
    const digits = isNumber ? digitsOf(word) : word
    if (isNumber && afterNumber) joined.push(`${joined.pop() ?? ''}${digits}`)
    else joined.push(digits)
    afterNumber = isNumber
  }
  return joined
}

function digitsOf(number: string): string {
  return number.replace(/[\s()+./-]/g, '')
}
