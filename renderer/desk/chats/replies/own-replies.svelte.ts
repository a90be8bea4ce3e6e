import type { Reply } from '#contract'
import type { Replies } from './replies.svelte.ts'

export interface ReplyDraft {
  id: string
  shortcut: string
  title: string
  group: string
  text: string
}

export type ReplyFault = 'shortcut' | 'text' | 'not-saved'

const empty = (): ReplyDraft => ({ id: '', shortcut: '', title: '', group: '', text: '' })

/** The agent's own replies while they are looked at and changed. */
export class OwnRepliesEditor {
  readonly #replies: Replies
  #draft: ReplyDraft | null = $state(null)
  #fault: ReplyFault | null = $state.raw(null)
  #pending = $state.raw(false)
  #removing = $state.raw(false)

  readonly own = $derived.by(() => this.#replies.all.filter(({ owner }) => owner === 'agent').toSorted(byName))

  constructor(replies: Replies) {
    this.#replies = replies
  }

  get draft(): ReplyDraft | null {
    return this.#draft
  }

  get fault(): ReplyFault | null {
    return this.#fault
  }

  get pending(): boolean {
    return this.#pending
  }

  /** Whether it is really to go. */
  get removing(): boolean {
    return this.#removing
  }

  start(): void {
    this.#open(empty())
  }

  change({ id, shortcut, title, group = '', text }: Reply): void {
    this.#open({ id, shortcut, title, group, text })
  }

  drop(): void {
    this.#draft = null
    this.#fault = null
  }

  askToRemove(asking: boolean): void {
    this.#removing = asking
  }

  async save(): Promise<void> {
    const draft = this.#draft
    if (!draft || this.#pending) return
    this.#fault = faultIn(draft)
    if (this.#fault !== null) return
    this.#pending = true
    try {
      if (await this.#replies.save(fieldsOf(draft))) this.drop()
      else this.#fault = 'not-saved'
    } finally {
      this.#pending = false
    }
  }

  async remove(): Promise<void> {
    const id = this.#draft?.id
    if (!id) return
    await this.#replies.remove(id)
    this.drop()
    this.#removing = false
  }

  #open(draft: ReplyDraft): void {
    this.#draft = draft
    this.#fault = null
    this.#removing = false
  }
}

function byName(a: Reply, b: Reply): number {
  return a.title.localeCompare(b.title)
}

function faultIn({ shortcut, text }: ReplyDraft): ReplyFault | null {
  if (/[\s/]/.test(shortcut.trim())) return 'shortcut'
  return text.trim() === '' ? 'text' : null
}

/** Without a title it is called by its shortcut, or by its first line. */
function fieldsOf({ id, shortcut, title, group, text }: ReplyDraft): Omit<Reply, 'owner'> {
  const name = title.trim() || shortcut.trim() || (text.trim().split('\n')[0] ?? '').slice(0, 60)
  const fields = { id, shortcut: shortcut.trim(), title: name, text: text.trim() }
  return group.trim() === '' ? fields : { ...fields, group: group.trim() }
}
