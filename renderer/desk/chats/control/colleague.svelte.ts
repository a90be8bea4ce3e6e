import type { CommandResult } from '#contract'
import type { DeskBridge } from '../../bridge.ts'

type Refused = Extract<CommandResult, { ok: false }>

export interface ColleagueParts {
  readonly bridge: Pick<DeskBridge, 'request'>
  readonly onopen: (chatId: string) => void
}

/** Conversations inside the site, about nothing but what the two have to say. */
export class Colleague {
  readonly #parts: ColleagueParts
  #pending = $state(false)
  #failure = $state.raw<{ readonly who: string; readonly refused: Refused } | null>(null)

  constructor(parts: ColleagueParts) {
    this.#parts = parts
  }

  get pending(): boolean {
    return this.#pending
  }

  /** Why the last one did not come about; until the next try, or read away. */
  get failure(): { readonly who: string; readonly refused: Refused } | null {
    return this.#failure
  }

  dismiss(): void {
    this.#failure = null
  }

  async write(workNumber: string, who: string): Promise<void> {
    if (this.#pending) return
    this.#pending = true
    this.#failure = null
    try {
      const result = await this.#parts.bridge.request('chats.writeInside', { workNumber })
      if (!result.ok) this.#failure = { who, refused: result }
      else if (result.chatId) this.#parts.onopen(result.chatId)
    } finally {
      this.#pending = false
    }
  }
}
