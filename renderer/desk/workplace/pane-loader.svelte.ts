/** The script of a pane that the desk does not start with, and that is there before anybody looks at the pane. */
export class PaneLoader<Script> {
  readonly #bring: () => Promise<Script>
  #pane = $state.raw<Script | null>(null)
  #failed = $state(false)
  #asked = false

  constructor(bring: () => Promise<Script>) {
    this.#bring = bring
  }

  get pane(): Script | null {
    return this.#pane
  }

  get failed(): boolean {
    return this.#failed
  }

  /** Begun once; asked again after it failed, it is tried again. */
  async load(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    this.#failed = false
    try {
      this.#pane = await this.#bring()
    } catch (error) {
      this.#asked = false
      this.#failed = true
      reportError(error)
    }
  }
}
