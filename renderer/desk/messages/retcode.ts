import { m } from './compiled/messages.js'

type RetcodeKey = Extract<keyof typeof m, `retcode_${string}`>

const known = (key: string): key is RetcodeKey => key.startsWith('retcode_') && key in m

/**
 * What the platform's result code means and what to do, with the code behind it (spec/ccgateway.md 17).
 * A code that is not listed there is told by its family.
 */
export function retcodeSentence(code: string): string {
  const [family = '', number = ''] = code.split('-')
  const key = [`retcode_${family}_${number}`, `retcode_family_${family}`].find(known)
  return m.with_code({ sentence: key ? m[key]() : m.retcode_unlisted(), code })
}
