import type { PopQuestion, PopTab } from '#contract'
import { m } from '../../messages/compiled/messages.js'

export type TabMark = 'question' | 'failed' | 'stuck' | 'loading' | 'silenced'

/** What of a tab is to be seen without looking into it: what needs a hand first. */
export function markOf(
  { id, state, silenced }: Pick<PopTab, 'id' | 'state' | 'silenced'>,
  questions: readonly Pick<PopQuestion, 'tab'>[],
): TabMark | null {
  if (questions.some(({ tab }) => tab === id)) return 'question'
  switch (state.name) {
    case 'failed':
    case 'crashed':
      return 'failed'
    case 'not-responding':
      return 'stuck'
    case 'loading':
      return 'loading'
    case 'shown':
      return silenced ? 'silenced' : null
  }
}

const words: { readonly [M in TabMark]: () => string } = {
  question: m.pop_mark_question,
  failed: m.pop_mark_failed,
  stuck: m.pop_mark_stuck,
  loading: m.pop_mark_loading,
  silenced: m.pop_mark_silenced,
}

export function markWord(mark: TabMark): string {
  return words[mark]()
}
