import { inBoth } from '../messages/in-both.ts'
import type { Command } from './palette.ts'

type Phrase = (inputs?: object, options?: { locale?: 'en' | 'zh-CN' }) => string

/** A command named by a phrase without variables. */
export function named(phrase: Phrase, rest: Pick<Command, 'id' | 'run'> & Partial<Command>): Command {
  return { title: phrase(), words: inBoth((options) => phrase({}, options)), ...rest }
}
