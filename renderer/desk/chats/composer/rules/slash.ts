/** What is being typed behind a slash: where it stands, and the words to look for. */
export interface Slash {
  readonly start: number
  readonly end: number
  readonly query: string
}

const longest = 64

/** At the text's beginning, or behind a space or a Chinese mark: never the slash of "and/or", a date or an address. */
const slashed = /(?:^|[\s\u3000-\u303f\uff00-\uffef])\/(\/?[^\n/]{0,60})$/u

export function slashAt(text: string, caret: number): Slash | null {
  const from = Math.max(0, caret - longest)
  // What stands before is no beginning.
  const found = slashed.exec((from > 0 ? 'x' : '') + text.slice(from, caret))
  if (!found) return null
  const query = found[1] ?? ''
  return { start: caret - query.length - 1, end: caret, query }
}
