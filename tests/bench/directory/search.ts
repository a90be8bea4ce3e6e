import { contactLine } from '#main/directory/contacts/contact-line.ts'
import type { Line } from '#main/directory/search/line.ts'
import { createSearchIndex, type SearchIndex } from '#main/directory/search/search-index.ts'
import type { Measure } from '../metric.ts'
import { p95AtMost } from '../report/aims.ts'
import { contactsOf, typed } from './population.ts'

const size = 50_000

/**
 * Fifty thousand contacts, searched letter by letter, with main's own code in this Node: how long each answer took,
 * and how long the process was at it without a pause, in which no call would have been answered.
 */
export const directorySearch: Measure = {
  metrics: { directory_search_ms: p95AtMost(50), directory_block_ms: p95AtMost(16) },
  run: async (_stage, times) => {
    const lines = contactsOf(size).map(contactLine)
    const index = createSearchIndex()
    await index.replace('contact', lines)
    const took: number[] = []
    const blocks: number[] = []
    for (let round = 0; round < times(20); round += 1)
      for (const text of typed) await typeOut(index, text, { took, blocks })
    const limit = { what: 'one pass over the same texts', values: several(times, () => plainPass(lines)) }
    return {
      directory_search_ms: { values: took, limit },
      directory_block_ms: { values: blocks, limit },
    }
  },
}

interface Found {
  readonly took: number[]
  readonly blocks: number[]
}

async function typeOut(index: SearchIndex, text: string, { took, blocks }: Found): Promise<void> {
  for (let length = 1; length <= text.length; length += 1) {
    const watch = watchPauses()
    const began = performance.now()
    await index.search({ text: text.slice(0, length), kinds: [], offset: 0, limit: 100 })
    took.push(performance.now() - began)
    blocks.push(await watch.longest())
  }
}

/** The longest time for which nothing else had its turn. */
function watchPauses(): { longest(): Promise<number> } {
  let last = performance.now()
  let longest = 0
  let watching = true
  const tick = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (watching) setImmediate(tick)
  }
  setImmediate(tick)
  return {
    longest: () =>
      new Promise((resolve) => {
        setImmediate(() => {
          watching = false
          resolve(longest)
        })
      }),
  }
}

function several(times: (usual: number) => number, once: () => number): number[] {
  return Array.from({ length: times(20) }, once)
}

function plainPass(lines: readonly Line[]): number {
  const began = performance.now()
  let found = 0
  for (const { hay } of lines) if (hay.includes('zzzz')) found += 1
  return performance.now() - began + found
}
