import type { Reply } from '#contract'

/** What a search looks at, made once for each reply and not with each key. */
export interface ReplyLine {
  readonly reply: Reply
  readonly shortcut: string
  readonly title: string
  readonly rest: string
}

export function linesOf(replies: readonly Reply[]): readonly ReplyLine[] {
  return replies.map((reply) => ({
    reply,
    shortcut: folded(reply.shortcut),
    title: folded(reply.title),
    rest: `${folded(reply.text)}\n${folded(reply.group ?? '')}`,
  }))
}

/** Width, case and accents' encoding make no difference. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * First those whose shortcut begins with what was typed, then those with it in the title, then those with all its words
 * anywhere; each in the order of the list, which begins with the last used.
 */
export function findReplies(lines: readonly ReplyLine[], query: string): readonly Reply[] {
  const wanted = folded(query).trim()
  if (wanted === '') return lines.map(({ reply }) => reply)
  const words = wanted.split(/\s+/)
  const ranks: [Reply[], Reply[], Reply[]] = [[], [], []]
  for (const line of lines) {
    const rank = rankOf(line, wanted, words)
    if (rank !== null) ranks[rank].push(line.reply)
  }
  return ranks.flat()
}

function rankOf({ shortcut, title, rest }: ReplyLine, wanted: string, words: readonly string[]): 0 | 1 | 2 | null {
  if (shortcut.startsWith(wanted)) return 0
  if (title.includes(wanted)) return 1
  const isThere = (word: string) => rest.includes(word) || title.includes(word) || shortcut.includes(word)
  return words.every(isThere) ? 2 : null
}
