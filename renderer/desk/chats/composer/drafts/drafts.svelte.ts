import { SvelteMap } from 'svelte/reactivity'
import type { ChatDraft, EmailFields } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'

const SAVE_MS = 300

/** What is begun in every chat: here as it is typed, and with main some moments later, for a reload or a restart. */
export class Drafts {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #drafts = new SvelteMap<string, ChatDraft>()
  readonly #unkept = new Map<string, ReturnType<typeof setTimeout>>()
  /** Chats that have been written in: what main kept of them is older. */
  readonly #touched = new Set<string>()

  constructor(bridge: Pick<DeskBridge, 'request'>) {
    this.#bridge = bridge
    this.#read().catch((error) => reportError(error))
  }

  textOf(chatId: string): string {
    return this.#drafts.get(chatId)?.text ?? ''
  }

  emailOf(chatId: string): EmailFields | undefined {
    return this.#drafts.get(chatId)?.email
  }

  write(chatId: string, text: string): void {
    const email = this.emailOf(chatId)
    this.#set({ chatId, text, ...(email && { email }) })
  }

  writeEmail(chatId: string, email: EmailFields): void {
    this.#set({ chatId, text: this.textOf(chatId), email })
  }

  /** What did not go stands before what has been written since. */
  putBack(chatId: string, text: string): void {
    const since = this.textOf(chatId)
    this.write(chatId, since === '' ? text : `${text}\n${since}`)
  }

  clear(chatId: string): void {
    this.#set({ chatId, text: '' })
    this.#keep(chatId)
  }

  /** Before the page goes, nothing waits any longer. */
  flush(): void {
    for (const chatId of [...this.#unkept.keys()]) this.#keep(chatId)
  }

  #set(draft: ChatDraft): void {
    const { chatId } = draft
    this.#touched.add(chatId)
    this.#drafts.set(chatId, draft)
    // The first letter after a pause waits as long as the last one: at most so much is lost with the desk.
    if (!this.#unkept.has(chatId))
      this.#unkept.set(
        chatId,
        setTimeout(() => this.#keep(chatId), SAVE_MS),
      )
  }

  #keep(chatId: string): void {
    clearTimeout(this.#unkept.get(chatId))
    this.#unkept.delete(chatId)
    const draft = this.#drafts.get(chatId)
    if (draft) this.#bridge.request('drafts.keep', draft).catch((error) => reportError(error))
  }

  async #read(): Promise<void> {
    for (const draft of await this.#bridge.request('drafts.all', undefined))
      if (!this.#touched.has(draft.chatId)) this.#drafts.set(draft.chatId, draft)
  }
}
