import type {
  Contact,
  ContactFormat,
  ContactNumber,
  DirectoryEntry,
  ExportContactsResult,
  ImportContactsResult,
} from '#contract'
import type { DeskBridge } from '../../bridge.ts'

/** A contact while it is written; with nothing but a name it is one already. */
export interface ContactDraft {
  readonly id: string | null
  name: string
  company: string
  numbers: { label: ContactNumber['label']; number: string }[]
  note: string
}

export type Exchanged =
  | { readonly what: 'import'; readonly result: ImportContactsResult }
  | { readonly what: 'export'; readonly result: ExportContactsResult }

type Failure = 'no-name' | 'too-many' | 'disk'

/** The agent's own contacts being written, removed, taken in and given out. */
export class ContactDesk {
  readonly #bridge: DeskBridge
  #draft = $state<ContactDraft | null>(null)
  #failure = $state<Failure | null>(null)
  #exchanged = $state.raw<Exchanged | null>(null)
  #pending = $state(false)

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  get draft(): ContactDraft | null {
    return this.#draft
  }

  get failure(): Failure | null {
    return this.#failure
  }

  get exchanged(): Exchanged | null {
    return this.#exchanged
  }

  get pending(): boolean {
    return this.#pending
  }

  write(contact: Contact | null): void {
    const { name = '', company = '', numbers = [], note = '' } = contact ?? {}
    const copied = numbers.map((one) => ({ ...one }))
    const first = copied.length > 0 ? copied : [{ label: 'mobile' as const, number: '' }]
    this.#failure = null
    this.#draft = { id: contact?.id ?? null, name, company, numbers: first, note }
  }

  drop(): void {
    this.#draft = null
    this.#failure = null
  }

  dismiss(): void {
    this.#exchanged = null
  }

  /** Answers with what it is in the directory now. */
  async save(): Promise<DirectoryEntry | null> {
    const draft = this.#draft
    if (draft === null || this.#pending) return null
    const { id, name, company, note } = draft
    const numbers = draft.numbers
      .filter(({ number }) => number.trim() !== '')
      .map(({ label, number }) => ({ label, number }))
    const result = await this.#alone(() =>
      this.#bridge.request('contacts.save', { ...(id !== null && { id }), name, company, numbers, note }),
    )
    if (result.ok) this.drop()
    else this.#failure = result.reason
    return result.ok ? result.entry : null
  }

  async remove({ id }: Contact): Promise<boolean> {
    const result = await this.#alone(() => this.#bridge.request('contacts.remove', { id }))
    this.#failure = result.ok ? null : result.reason
    return result.ok
  }

  async takeIn(): Promise<void> {
    if (this.#pending) return
    const result = await this.#alone(() => this.#bridge.request('contacts.import', undefined))
    this.#exchanged = { what: 'import', result }
  }

  async giveOut(format: ContactFormat): Promise<void> {
    if (this.#pending) return
    const result = await this.#alone(() => this.#bridge.request('contacts.export', { format }))
    this.#exchanged = { what: 'export', result }
  }

  async #alone<T>(ask: () => Promise<T>): Promise<T> {
    this.#pending = true
    try {
      return await ask()
    } finally {
      this.#pending = false
    }
  }
}
