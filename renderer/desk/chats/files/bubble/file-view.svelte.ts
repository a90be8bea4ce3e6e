import type { MediaFile, MediaLook, SaveResult } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'

type Look = Extract<MediaLook, { ok: true }>
export type Reason = Extract<SaveResult, { ok: false }>['reason']

export type FileStatus =
  /** Nobody has looked. */
  | { readonly name: 'unseen' }
  | { readonly name: 'fetching' }
  | { readonly name: 'fetched'; readonly look: Look }
  | { readonly name: 'failed'; readonly reason: Reason; readonly doing: 'look' | 'save' }

/** One file as somebody looks at it: nothing is fetched before that. */
export class FileView {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #wanted: { readonly chatId: string; readonly fileId: string; readonly ending: string }
  readonly #name: string
  #status: FileStatus = $state.raw({ name: 'unseen' })
  #lookedAgain = false
  saving = $state(false)
  saved = $state(false)

  constructor(bridge: Pick<DeskBridge, 'request'>, chatId: string, file: MediaFile) {
    this.#bridge = bridge
    this.#wanted = { chatId, fileId: file.fileId, ending: file.ending }
    this.#name = file.name ?? ''
  }

  get status(): FileStatus {
    return this.#status
  }

  async look(): Promise<void> {
    if (this.#status.name === 'fetching') return
    this.#status = { name: 'fetching' }
    const look = await this.#bridge.request('chatFiles.look', this.#wanted)
    this.#status = look.ok ? { name: 'fetched', look } : { name: 'failed', reason: look.reason, doing: 'look' }
  }

  /** What was fetched has gone from main's memory, or cannot be shown after all. */
  lost(): void {
    if (this.#lookedAgain) {
      this.#status = { name: 'failed', reason: 'unreadable', doing: 'look' }
      return
    }
    this.#lookedAgain = true
    void this.look()
  }

  async save(): Promise<void> {
    if (this.saving) return
    this.saving = true
    this.saved = false
    const result = await this.#bridge.request('chatFiles.save', { ...this.#wanted, name: this.#name })
    this.saving = false
    if (result.ok) this.saved = result.saved
    else this.#status = { name: 'failed', reason: result.reason, doing: 'save' }
  }

  again(): void {
    const status = this.#status
    if (status.name !== 'failed') return
    if (status.doing === 'look') void this.look()
    else {
      this.#status = { name: 'unseen' }
      void this.save()
    }
  }
}
