import type { CommandResult } from '#contract'
import type { DeskBridge } from '../../bridge.ts'

export type MessageKind = 'note' | 'bulletin'

/** spec/ccgateway.md 14, for bulletins; notes are kept to the same. */
export const longest = 900

/** What a team lead is writing, and to whom. */
export class MessageDraft {
  readonly #bridge: DeskBridge
  kind = $state<MessageKind>('note')
  /** Work numbers, as they are typed. */
  to = $state('')
  /** `group:` or `queue:` and its name. */
  target = $state('')
  text = $state('')
  #sending = $state(false)
  #outcome = $state.raw<CommandResult | null>(null)

  readonly workNumbers = $derived.by(() => [...new Set(this.to.match(/\d{3,6}/g) ?? [])])
  readonly canSend = $derived.by(() => {
    const somebody = this.kind === 'note' ? this.workNumbers.length > 0 : this.target !== ''
    return somebody && this.text.trim() !== '' && this.text.length <= longest
  })

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  get sending(): boolean {
    return this.#sending
  }

  get outcome(): CommandResult | null {
    return this.#outcome
  }

  noteTo(workNumber: string): void {
    this.kind = 'note'
    this.to = workNumber
    this.#outcome = null
  }

  forget(): void {
    this.#outcome = null
  }

  async send(): Promise<void> {
    if (!this.canSend || this.#sending) return
    this.#sending = true
    this.#outcome = null
    try {
      this.#outcome = await this.#ask()
      if (this.#outcome.ok) this.text = ''
    } finally {
      this.#sending = false
    }
  }

  #ask(): Promise<CommandResult> {
    const { text } = this
    if (this.kind === 'note') return this.#bridge.request('team.sendNote', { to: this.workNumbers, text })
    const isGroup = this.target.startsWith('group:')
    const name = this.target.slice('group:'.length)
    return this.#bridge.request('team.publish', { to: isGroup ? 'group' : 'queue', name, text })
  }
}
