/** What the agent does with the pane and main need not know. */
export class PopScreen {
  #finding = $state<string | null>(null)
  #asked = $state(0)
  /** How wide the pane would be, while its divider is dragged: a page would swallow the pointer. */
  dragged = $state<number | null>(null)
  /** Where a narrow desk has no room for both, the pages stand in the place of the details. */
  inFront = $state(false)

  /** The tab whose page something is looked for in. */
  get finding(): string | null {
    return this.#finding
  }

  /** How often that was asked for: whoever asks again wants to type again. */
  get asked(): number {
    return this.#asked
  }

  find(tab: string): void {
    this.#finding = tab
    this.#asked += 1
  }

  endFind(): void {
    this.#finding = null
  }
}
