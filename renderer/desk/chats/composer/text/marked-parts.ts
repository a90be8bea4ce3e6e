import type { Found } from '../rules/sensitive-words.ts'

export interface Part {
  readonly text: string
  readonly marked: boolean
}

/** The text cut where marks begin and end; marks do not overlap and stand in their order. */
export function markedParts(text: string, marks: readonly Found[]): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { start, end } of marks) {
    parts.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true })
    at = end
  }
  return [...parts, { text: text.slice(at), marked: false }].filter((part) => part.text !== '')
}
