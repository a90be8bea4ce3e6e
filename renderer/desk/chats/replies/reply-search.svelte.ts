import type { Reply } from '#contract'
import { type Slash, slashAt } from '../composer/rules/slash.ts'
import type { LastAnswers } from './last-answers.svelte.ts'
import type { Replies } from './replies.svelte.ts'

/** One line of the picker: a canned reply, or something the agent wrote before. */
export interface Choice {
  readonly id: string
  readonly shortcut: string
  readonly title: string
  readonly text: string
  readonly group: string
  readonly reply: Reply | null
}

/** What stands behind a slash in the text, and what there is for it; closed for as long as nobody types a slash. */
export class ReplySearch {
  readonly #replies: Replies
  readonly #lastAnswers: LastAnswers
  #slash: Slash | null = $state.raw(null)
  /** Where Esc has closed it: going on in the same word does not open it again. */
  #closedAt: number | null = null
  #at = $state.raw(0)

  readonly picks = $derived.by((): readonly Choice[] => {
    if (this.#slash === null) return []
    const { query } = this.#slash
    if (query.startsWith('/')) return this.#lastAnswers.find(query.slice(1)).map(answerPick)
    return this.#replies.find(query).map(replyPick)
  })
  readonly active = $derived(Math.min(this.#at, Math.max(0, this.picks.length - 1)))

  constructor(replies: Replies, lastAnswers: LastAnswers) {
    this.#replies = replies
    this.#lastAnswers = lastAnswers
  }

  get slash(): Slash | null {
    return this.#slash
  }

  /** Two slashes ask for what the agent wrote last. */
  get among(): 'replies' | 'answers' {
    return this.#slash?.query.startsWith('/') ? 'answers' : 'replies'
  }

  get chosen(): Choice | undefined {
    return this.picks[this.active]
  }

  /** Of nothing at all, or nothing that is called so. */
  get isEmpty(): boolean {
    return this.among === 'replies' ? this.#replies.all.length === 0 : this.#slash?.query === '/'
  }

  look(text: string, caret: number): void {
    const slash = slashAt(text, caret)
    if (slash?.start !== this.#slash?.start || slash?.query !== this.#slash?.query) this.#at = 0
    if (slash?.start !== this.#closedAt) this.#closedAt = null
    this.#slash = this.#closedAt === null ? slash : null
  }

  close(): void {
    this.#closedAt = this.#slash?.start ?? null
    this.#slash = null
  }

  choose(index: number): void {
    this.#at = Math.max(0, Math.min(index, this.picks.length - 1))
  }

  /** Whether the key was for the picker. */
  press(key: string): boolean {
    const step = steps[key]
    if (step === undefined) return false
    const last = this.picks.length - 1
    const next = this.active + step
    if (Math.abs(step) > 1) this.choose(next)
    else this.choose(next < 0 ? last : next > last ? 0 : next)
    return true
  }

  used(pick: Choice): void {
    if (pick.reply) this.#replies.used(pick.reply)
  }
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 7, PageUp: -7 }

function replyPick(reply: Reply): Choice {
  const { id, shortcut, title, text, group = '' } = reply
  return { id, shortcut, title, text, group, reply }
}

function answerPick(text: string, index: number): Choice {
  return { id: `answer:${index}`, shortcut: '', title: text, text, group: '', reply: null }
}
