import type { CommandResult } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import { dialledNumber } from '../../ui/number/phone-number.ts'

export type DialRefused = Extract<CommandResult, { ok: false }> & { readonly number: string }

/** The number being typed or called back, and what became of it. */
export class Dialling {
  readonly #bridge: DeskBridge
  draft = $state('')
  #pending = $state(false)
  #refused = $state.raw<DialRefused | null>(null)
  #field: HTMLInputElement | null = null

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  get pending(): boolean {
    return this.#pending
  }

  get refused(): DialRefused | null {
    return this.#refused
  }

  /** For `{@attach}` on the number field, so that a key can bring the agent there. */
  readonly field = (element: HTMLInputElement) => {
    this.#field = element
    return () => {
      this.#field = null
    }
  }

  focus(): void {
    this.#field?.focus()
    this.#field?.select()
  }

  async dial(text: string): Promise<void> {
    const number = dialledNumber(text)
    if (!number || this.#pending) return
    this.#pending = true
    this.#refused = null
    try {
      const result = await this.#bridge.request('calls.dial', { number })
      if (result.ok) this.draft = ''
      else this.#refused = { ...result, number }
    } finally {
      this.#pending = false
    }
  }

  dismiss(): void {
    this.#refused = null
  }
}
