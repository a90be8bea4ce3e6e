import type { FileRefusal } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'

interface Refused {
  readonly name: string
  readonly reason: FileRefusal
}

/** Files on their way into an e-mail that is being written; what is not taken is told, the last one of them. */
export class Attaching {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #chatId: string
  #refused = $state.raw<Refused | null>(null)

  constructor(bridge: Pick<DeskBridge, 'request'>, chatId: string) {
    this.#bridge = bridge
    this.#chatId = chatId
  }

  get refused(): Refused | null {
    return this.#refused
  }

  dismiss(): void {
    this.#refused = null
  }

  take(files: readonly File[], maxBytes: number): void {
    this.#takeAll(files, maxBytes).catch((error: unknown) => reportError(error))
  }

  async #takeAll(files: readonly File[], maxBytes: number): Promise<void> {
    this.#refused = null
    for (const file of files) {
      const { name } = file
      // Nobody reads four gigabytes to learn that ten megabytes are the limit.
      if (file.size > maxBytes) this.#refused = { name, reason: 'too-large' }
      else this.#refused = (await this.#upload(file, name)) ?? this.#refused
    }
  }

  async #upload(file: File, name: string): Promise<Refused | null> {
    const content = new Uint8Array(await file.arrayBuffer())
    const asked = { chatId: this.#chatId, key: crypto.randomUUID(), name, content, attach: true }
    const taken = await this.#bridge.request('chatFiles.upload', asked)
    return taken.ok ? null : { name, reason: taken.reason }
  }
}
