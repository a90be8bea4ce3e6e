/** So much of a text is drawn until the agent asks for all of it. */
export const firstCharacters = 3_000
/** All of it is drawn in blocks of this size, so that those out of sight cost nothing. */
const blockCharacters = 4_000

/** The beginning, never cut within a character as people see it. */
export function beginning(text: string, most = firstCharacters): string {
  if (text.length <= most) return text
  return text.slice(0, edgeBefore(text, most))
}

export function inBlocks(text: string, size = blockCharacters): readonly string[] {
  const blocks: string[] = []
  let from = 0
  while (from < text.length) {
    const to = text.length - from <= size ? text.length : from + edgeBefore(text.slice(from, from + size + 64), size)
    blocks.push(text.slice(from, to))
    from = to
  }
  return blocks
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The last edge between characters at or before `at`; a cluster longer than 64 is cut wherever it is. */
function edgeBefore(text: string, at: number): number {
  const window = text.slice(Math.max(0, at - 64), at + 64)
  const start = Math.max(0, at - 64)
  let edge = at
  for (const { index } of segmenter.segment(window)) {
    if (index === 0) continue
    if (start + index > at) break
    edge = start + index
  }
  return edge
}
