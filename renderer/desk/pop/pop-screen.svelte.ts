/** What the agent does with the pane and main need not know. */
export class PopScreen {
  #finding = $state<string | null>(null)
  #asked = $state(0)
  #heard = 0
  /** How wide the pane would be, while its divider is dragged: a page would swallow the pointer. */
  dragged = $state<number | null>(null)
  /** Where a narrow desk has no room for both, the pages stand in the place of the details. */
  inFront = $state(false)

  /** The tab whose page something is looked for in. */
  get finding(): string | null {
    return this.#finding
  }

  /** True once each time that it was asked for: a field that comes back with its tab takes the keyboard from nobody. */
  wantsKeyboard(): boolean {
    const wants = this.#asked !== this.#heard
    this.#heard = this.#asked
    return wants
  }

  find(tab: string): void {
    this.#finding = tab
    this.#asked += 1
  }

  endFind(): void {
    this.#finding = null
  }
}
