import { dialledNumber } from '../ui/number/phone-number.ts'
import type { KeyName } from './keys.ts'

/** One thing the desk can do now. `words` holds its name in every language, so that either finds it. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly key?: KeyName
  /** Found only by its words, not shown in the whole list. */
  readonly onlyFound?: boolean
  readonly run: () => unknown
}

/** What it came to is told where the thing itself is shown; that it failed unexpectedly, where errors are. */
export function carryOut(command: Command | undefined): void {
  Promise.resolve(command?.run()).catch((error) => reportError(error))
}

/** Commands every word of the text occurs in, in their own order. */
export function found(commands: readonly Command[], text: string): readonly Command[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return commands.filter((command) => !command.onlyFound)
  return commands.filter((command) => {
    const words = command.words.toLowerCase()
    return wanted.every((word) => words.includes(word))
  })
}

const callWords = ['call', 'dial', '呼叫', '拨打', '外呼', '拨号']

/** The number in `call 10086`, `呼叫10086` or a bare `10086`; null when the text asks for something else. */
export function numberToCall(text: string): string | null {
  const words = text
    .replace(/[\d+*#()\s-]+/g, ' ')
    .trim()
    .toLowerCase()
  const number = dialledNumber(text)
  return number.length >= 3 && (words === '' || callWords.includes(words)) ? number : null
}

/** The number in `transfer 6073`, `转接6073` or a bare `6073`, for the commands that take one. */
export function numberIn(text: string): string | null {
  const number = dialledNumber(text)
  return /^[\d*#]{2,24}$/.test(number) ? number : null
}
