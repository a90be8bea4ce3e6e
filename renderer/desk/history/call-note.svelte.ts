import type { DeskBridge } from '../bridge.ts'

const SAVE_MS = 300

/** The note of one call while it is written: kept as it is typed, and at once when the field is left. */
export class CallNote {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #callId: string
  #text = $state('')
  #status = $state.raw<'unchanged' | 'keeping' | 'kept' | 'failed'>('unchanged')
  #touched = false
  #kept = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(bridge: Pick<DeskBridge, 'request'>, callId: string) {
    this.#bridge = bridge
    this.#callId = callId
    void this.#read()
  }

  get text(): string {
    return this.#text
  }

  get status(): 'unchanged' | 'keeping' | 'kept' | 'failed' {
    return this.#status
  }

  type(text: string): void {
    this.#touched = true
    this.#text = text
    this.#status = 'keeping'
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), SAVE_MS)
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    const text = this.#text
    if (!this.#touched || (text === this.#kept && this.#status !== 'failed')) return
    const kept = await this.#write(text)
    if (kept) this.#kept = text
    if (text === this.#text) this.#status = kept ? 'kept' : 'failed'
  }

  async #write(text: string): Promise<boolean> {
    try {
      return await this.#bridge.request('history.note', { callId: this.#callId, text })
    } catch (error) {
      reportError(error)
      return false
    }
  }

  /** What was typed before the answer came counts for more. */
  async #read(): Promise<void> {
    const text = await this.#bridge.request('history.noteOf', { callId: this.#callId })
    if (this.#touched) return
    this.#text = text
    this.#kept = text
  }
}
