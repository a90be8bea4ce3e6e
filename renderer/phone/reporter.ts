import type { Bridge, LineFact, LineWanted } from '#contract'
import { scrub } from './scrub.ts'

export interface ReporterParts {
  readonly bridge: Pick<Bridge<'phone'>, 'request'>
  /** Main did not take a fact: what it wants is no longer known, so nothing is. */
  readonly onLoss: () => void
  readonly onWanted: (wanted: LineWanted) => void
}

const askAgainMs = 1_000

/** Tells main facts in the order they happened, and notices when main is not there to hear them. */
export class Reporter {
  readonly #parts: ReporterParts
  #lost = false

  constructor(parts: ReporterParts) {
    this.#parts = parts
  }

  fact(fact: LineFact): void {
    this.#parts.bridge.request('line.report', fact).catch(() => this.#loss())
  }

  log(level: 'info' | 'warn' | 'error', text: string): void {
    this.#parts.bridge.request('line.log', { level, text: scrub(text) }).catch(() => this.#loss())
  }

  /** Asks main what it wants, until it answers. */
  async start(): Promise<void> {
    try {
      const wanted = await this.#parts.bridge.request('line.started', undefined)
      this.#lost = false
      this.#parts.onWanted(wanted)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      setTimeout(() => void this.start(), askAgainMs)
    }
  }

  #loss(): void {
    if (this.#lost) return
    this.#lost = true
    this.#parts.onLoss()
    setTimeout(() => void this.start(), askAgainMs)
  }
}
