import type { DeskBridge } from '../../bridge.ts'

type Loaded = typeof import('../../chats/chat-pane.ts')

/** The conversation's script: not part of what the desk starts with, and there before the first chat is opened. */
export class ChatPaneLoader {
  readonly #bridge: DeskBridge
  #loaded = $state.raw<Loaded | null>(null)
  #failed = $state(false)
  #asked = false

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  get pane(): Loaded['ChatPane'] | null {
    return this.#loaded?.ChatPane ?? null
  }

  /** Seeks over all conversations. */
  get search(): Loaded['AllConversations'] | null {
    return this.#loaded?.AllConversations ?? null
  }

  get failed(): boolean {
    return this.#failed
  }

  hasDraft(chatId: string): boolean {
    return this.#loaded?.hasDraft(this.#bridge, chatId) ?? false
  }

  write(): void {
    this.#loaded?.write()
  }

  editReplies(): void {
    this.#loaded?.editReplies(this.#bridge)
  }

  /** Begun once; asked again after it failed, it is tried again. */
  async load(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    this.#failed = false
    try {
      this.#loaded = await import('../../chats/chat-pane.ts')
    } catch (error) {
      this.#asked = false
      this.#failed = true
      reportError(error)
    }
  }
}
