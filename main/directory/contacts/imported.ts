import type { ImportProblem } from '#contract'
import { type ContactFields, longest, type RawContact, tidy } from './contact.ts'

/** What a file gave. */
export interface Imported {
  readonly contacts: readonly ContactFields[]
  /** The first hundred, in the order of the file. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
}

/** Takes one contact or one complaint after the other. */
export interface Basket {
  take(raw: RawContact, line: number): void
  complain(line: number, problem: ImportProblem['problem']): void
  isFull(): boolean
  done(): Imported
}

const mostProblems = 100

export function createBasket(): Basket {
  const contacts: ContactFields[] = []
  const problems: ImportProblem[] = []
  let problemCount = 0
  const complain: Basket['complain'] = (line, problem) => {
    problemCount += 1
    if (problems.length < mostProblems) problems.push({ line, problem })
  }
  return {
    complain,
    take: (raw, line) => {
      const { fields, cut, oddNumbers } = tidy(raw)
      if (fields === null) return complain(line, 'no-name')
      if (cut) complain(line, 'too-long')
      if (oddNumbers) complain(line, 'not-a-number')
      contacts.push(fields)
    },
    isFull: () => contacts.length > longest.contacts,
    done: () => ({ contacts, problems, problemCount }),
  }
}
