export interface Stretch {
  readonly words: string
  readonly hit: boolean
}

/** The text in stretches that are what is sought, whatever its case, and others. Of several words each is marked. */
export function hitsIn(text: string, sought: string): readonly Stretch[] {
  const words = sought.split(/\s+/).filter(Boolean)
  if (words.length === 0) return [{ words: text, hit: false }]
  const longestFirst = words.toSorted((one, other) => other.length - one.length)
  const pattern = new RegExp(`(${longestFirst.map(literal).join('|')})`, 'giu')
  return text.split(pattern).flatMap((part, index) => (part ? [{ words: part, hit: index % 2 === 1 }] : []))
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
