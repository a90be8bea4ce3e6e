import type { PageDialog } from '../contract.ts'

const kinds: readonly unknown[] = ['alert', 'confirm', 'prompt']
const longest = 2_000
/** Two texts in which each sign is escaped, and what stands around them. */
const longestDetail = 2 * longest * 6 + 100

/** A page can make anything of its own world, and so of what comes out of it: no more than main will take leaves here. */
export function dialogOf(detail: unknown): PageDialog | null {
  if (typeof detail !== 'string' || detail.length > longestDetail) return null
  const said = parsed(detail)
  if (!Array.isArray(said)) return null
  const [dialog, text, initial] = said
  return kinds.includes(dialog) && isShort(text) && isShort(initial) ? { dialog, text, initial } : null
}

function isShort(text: unknown): text is string {
  return typeof text === 'string' && text.length <= longest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
