import type { DirectoryEntry, EntryKind } from '#contract'
import type { Slices } from '../slices.ts'
import { createInitials, digitsOf, fold } from './fold.ts'

/** One entry as the search sees it; what is shown of it is made when it is shown. */
export interface Line {
  readonly id: string
  readonly kind: EntryKind
  readonly name: string
  /** Name, initials, numbers and the rest, folded, each field between its own marks. */
  readonly hay: string
  /** Where in it the numbers begin, and what comes after them. */
  readonly numbersAt: number
  readonly moreAt: number
  readonly shown: () => DirectoryEntry
}

export interface LineSource {
  readonly id: string
  readonly kind: EntryKind
  readonly name: string
  readonly numbers: readonly string[]
  readonly more: string
  readonly shown: () => DirectoryEntry
}

/** No text has these signs in it: controls are taken out of whatever comes in. */
export const marks = { name: '\x02', number: '\x04', more: '\x05' } as const

const initialsOf = createInitials()

export function lineOf({ id, kind, name, numbers, more, shown }: LineSource): Line {
  const initials = initialsOf(name)
  const names = [fold(name), ...(initials === '' ? [] : [initials])].map((one) => `${marks.name}${one}`).join('')
  const digits = numbers.map((number) => `${marks.number}${digitsOf(number)}`).join('')
  const numbersAt = names.length
  const moreAt = numbersAt + digits.length
  return { id, kind, name, hay: `${names}${digits}${marks.more}${fold(more)}`, numbersAt, moreAt, shown }
}

export function* linesOf<T>(things: Iterable<T>, toLine: (thing: T) => Line): Slices<Line[]> {
  const lines: Line[] = []
  for (const thing of things) {
    lines.push(toLine(thing))
    if (lines.length % 50 === 0) yield
  }
  return lines
}
