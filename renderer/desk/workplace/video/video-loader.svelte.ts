type Loaded = typeof import('../../calls/video/video-pane.ts')

/** The script of pictures: not part of what the desk starts with, and there before the first one is looked at. */
export class VideoLoader {
  #loaded = $state.raw<Loaded | null>(null)
  #failed = $state(false)
  #asked = false

  get pane(): Loaded | null {
    return this.#loaded
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
      this.#loaded = await import('../../calls/video/video-pane.ts')
    } catch (error) {
      this.#asked = false
      this.#failed = true
      reportError(error)
    }
  }
}
