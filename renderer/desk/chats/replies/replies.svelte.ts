import type { RepliesState, Reply } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import { findReplies, linesOf } from './find-replies.ts'

/** All canned replies, here in the desk so that a search asks nobody. */
export class Replies {
  readonly #bridge: DeskBridge
  #all: readonly Reply[] = $state.raw([])
  readonly #lines = $derived(linesOf(this.#all))
  #revision: number | null = null
  #editing = $state.raw(false)

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
    bridge.subscribe('replies.changed', (state) => this.#hear(state))
    this.#read().catch((error) => reportError(error))
  }

  get all(): readonly Reply[] {
    return this.#all
  }

  /** The agent's own are on the screen to be changed. */
  get editing(): boolean {
    return this.#editing
  }

  edit(open: boolean): void {
    this.#editing = open
  }

  find(query: string): readonly Reply[] {
    return findReplies(this.#lines, query)
  }

  /** Leads the list from now on. */
  used(reply: Reply): void {
    this.#all = [reply, ...this.#all.filter(({ id }) => id !== reply.id)]
    this.#bridge.request('replies.used', { id: reply.id }).catch((error) => reportError(error))
  }

  save(reply: Omit<Reply, 'owner'>): Promise<boolean> {
    return this.#bridge.request('replies.save', reply)
  }

  remove(id: string): Promise<void> {
    return this.#bridge.request('replies.remove', { id })
  }

  #hear({ revision }: RepliesState): void {
    if (revision === this.#revision) return
    this.#revision = revision
    this.#read().catch((error) => reportError(error))
  }

  async #read(): Promise<void> {
    this.#all = await this.#bridge.request('replies.all', undefined)
  }
}
