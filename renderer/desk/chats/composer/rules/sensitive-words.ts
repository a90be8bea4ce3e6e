/** Where a word stands in a text, in its own UTF-16 places. */
export interface Found {
  readonly start: number
  readonly end: number
  /** As the site wrote it. */
  readonly word: string
}

export type FindWords = (text: string) => readonly Found[]

/**
 * Finds the site's words, whatever their width, case or accents' encoding, and with invisible signs between their
 * letters; of letters that stand between spaces only whole words, so that "class" holds nothing. One pass over the text
 * whatever the number of words (Aho and Corasick, 1975).
 */
export function findWordsOf(words: readonly string[]): FindWords {
  const root = automatonOf(words)
  if (root.next.size === 0) return () => []
  return (text) => withoutOverlaps(hitsIn(root, signsOf(text)))
}

interface Node {
  readonly next: Map<string, Node>
  fallback: Node | null
  /** The words that end here, each with its length in normalised signs. */
  words: readonly { readonly word: string; readonly length: number }[]
}

const emptyNode = (): Node => ({ next: new Map(), fallback: null, words: [] })

function automatonOf(words: readonly string[]): Node {
  const root = emptyNode()
  for (const word of words) insert(root, word)
  linkFallbacks(root)
  return root
}

function insert(root: Node, word: string): void {
  const signs = signsOf(word.trim())
  if (signs.length === 0) return
  let node = root
  for (const { sign } of signs) {
    const next = node.next.get(sign) ?? emptyNode()
    node.next.set(sign, next)
    node = next
  }
  node.words = [{ word, length: signs.length }]
}

function linkFallbacks(root: Node): void {
  const waiting = [...root.next.values()]
  for (const node of waiting) node.fallback = root
  for (const node of waiting) {
    for (const [sign, child] of node.next) {
      child.fallback = step(node.fallback ?? root, sign, root)
      child.words = [...child.words, ...child.fallback.words]
      waiting.push(child)
    }
  }
}

function step(from: Node, sign: string, root: Node): Node {
  for (let node: Node | null = from; node !== null; node = node.fallback) {
    const next = node.next.get(sign)
    if (next) return next
  }
  return root
}

/** One normalised sign, and which part of the text it came from. */
interface Sign {
  readonly sign: string
  readonly start: number
  readonly end: number
}

const cluster = /[^\p{M}\p{Cf}][\p{M}\p{Cf}]*/gu
const invisible = /\p{Cf}/gu

function signsOf(text: string): readonly Sign[] {
  const signs: Sign[] = []
  for (const found of text.matchAll(cluster)) {
    const [raw] = found
    const end = found.index + raw.length
    for (const sign of normal(raw)) signs.push({ sign, start: found.index, end })
  }
  return signs
}

function normal(raw: string): string {
  const simple = raw.length === 1 && raw.charCodeAt(0) < 0x80
  return simple ? raw.toLowerCase() : raw.replace(invisible, '').normalize('NFKC').toLowerCase().normalize('NFKC')
}

function hitsIn(root: Node, signs: readonly Sign[]): readonly Found[] {
  const hits: Found[] = []
  let node = root
  for (const [index, { sign, end }] of signs.entries()) {
    node = step(node, sign, root)
    for (const { word, length } of node.words) {
      const first = index - length + 1
      if (isCutOut(signs, first, index)) hits.push({ start: signs[first]?.start ?? 0, end, word })
    }
  }
  return hits
}

/** Letters and digits of scripts that put spaces between words; Chinese has none, so there a word may stand anywhere. */
const spaced = /[\p{L}\p{N}]/u
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/u

function isSpaced(sign: string | undefined): boolean {
  return sign !== undefined && spaced.test(sign) && !unspaced.test(sign)
}

function isCutOut(signs: readonly Sign[], first: number, last: number): boolean {
  const sign = (index: number) => signs[index]?.sign
  const runsOn = (inside: number, outside: number) => isSpaced(sign(inside)) && isSpaced(sign(outside))
  return !runsOn(first, first - 1) && !runsOn(last, last + 1)
}

/** Of words within words the longest is named. */
function withoutOverlaps(hits: readonly Found[]): readonly Found[] {
  const sorted = hits.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Found[] = []
  for (const hit of sorted) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit)
  return kept
}
