import type { Chat } from '#contract'
import type { DeskBridge } from '../../bridge.ts'

const SAVE_MS = 300

/** Note and category of one chat while they are written: kept as they are typed, and at once when the field is left. */
export class ChatNote {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #chatId: string
  #text = $state('')
  #category = $state('')
  #status = $state.raw<'unchanged' | 'keeping' | 'kept' | 'failed'>('unchanged')
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(bridge: Pick<DeskBridge, 'request'>, { id, note, category }: Chat) {
    this.#bridge = bridge
    this.#chatId = id
    this.#text = note
    this.#category = category ?? ''
  }

  get text(): string {
    return this.#text
  }

  /** Empty: none. */
  get category(): string {
    return this.#category
  }

  get status(): 'unchanged' | 'keeping' | 'kept' | 'failed' {
    return this.#status
  }

  type(text: string): void {
    this.#text = text
    this.#status = 'keeping'
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_MS)
  }

  async choose(category: string): Promise<void> {
    this.#category = category
    this.#status = 'keeping'
    await this.flush()
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#status === 'unchanged' || this.#status === 'kept') return
    const text = this.#text
    const category = this.#category
    const kept = await this.#keep(text, category)
    if (text === this.#text && category === this.#category) this.#status = kept ? 'kept' : 'failed'
  }

  async #keep(text: string, category: string): Promise<boolean> {
    try {
      await this.#bridge.request('chats.note', { chatId: this.#chatId, text, ...(category && { category }) })
      return true
    } catch (error) {
      reportError(error)
      return false
    }
  }
}
