import type { DeskBridge } from '../../bridge.ts'
import { PaneLoader } from '../pane-loader.svelte.ts'

type Loaded = typeof import('../../chats/chat-pane.ts')

/** The conversation's script: not part of what the desk starts with, and there before the first chat is opened. */
export class ChatPaneLoader {
  readonly #bridge: DeskBridge
  readonly #loader: PaneLoader<Loaded> = new PaneLoader(() => import('../../chats/chat-pane.ts'))

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  get pane(): Loaded['ChatPane'] | null {
    return this.#loader.pane?.ChatPane ?? null
  }

  /** Seeks over all conversations. */
  get search(): Loaded['AllConversations'] | null {
    return this.#loader.pane?.AllConversations ?? null
  }

  get failed(): boolean {
    return this.#loader.failed
  }

  hasDraft(chatId: string): boolean {
    return this.#loader.pane?.hasDraft(this.#bridge, chatId) ?? false
  }

  write(): void {
    this.#loader.pane?.write()
  }

  editReplies(): void {
    this.#loader.pane?.editReplies(this.#bridge)
  }

  load(): Promise<void> {
    return this.#loader.load()
  }
}
