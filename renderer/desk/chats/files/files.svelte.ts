import type { FileCheck, FileRefusal } from '#contract'
import type { DeskBridge } from '../../bridge.ts'

/** A file that was chosen, dropped or pasted, and is looked at before it is sent. */
export interface Staged {
  /** Also of its upload and of the message it becomes. */
  readonly key: string
  readonly file: File
  readonly check: FileCheck | 'checking'
}

type Door = Pick<DeskBridge, 'request'>

/** What is about to be sent in each chat; chosen in one, it waits there while the agent looks at another. */
export class FilesToSend {
  readonly #bridge: Door
  #staged: { readonly [chatId: string]: readonly Staged[] } = $state.raw({})

  constructor(bridge: Door) {
    this.#bridge = bridge
  }

  of(chatId: string): readonly Staged[] {
    return this.#staged[chatId] ?? []
  }

  /** Main looks at each, and says what would become of it. */
  take(chatId: string, files: readonly File[], maxBytes: number): void {
    const taken = files.slice(0, most).map((file) => ({ key: crypto.randomUUID(), file, check: 'checking' as const }))
    this.#become(chatId, [...this.of(chatId), ...taken])
    for (const one of taken) void this.#check(chatId, one, maxBytes)
  }

  drop(chatId: string, key: string): void {
    this.#become(
      chatId,
      this.of(chatId).filter((one) => one.key !== key),
    )
  }

  /** All that can be; what is refused stays, with why. */
  async send(chatId: string): Promise<void> {
    const ready = this.of(chatId).filter(({ check }) => check !== 'checking' && check.ok)
    for (const one of ready) await this.#send(chatId, one)
  }

  async #send(chatId: string, { key, file }: Staged): Promise<void> {
    const content = await bytesOf(file)
    if (content === null) return this.#checked(chatId, key, refused('unreadable'))
    const sent = await this.#bridge.request('chatFiles.upload', { chatId, key, name: file.name, content })
    if (sent.ok) this.drop(chatId, key)
    else this.#checked(chatId, key, sent)
  }

  async #check(chatId: string, { key, file }: Staged, maxBytes: number): Promise<void> {
    // Nobody reads four gigabytes to learn that ten megabytes are the limit.
    if (file.size > maxBytes) return this.#checked(chatId, key, refused('too-large'))
    const content = await bytesOf(file)
    if (content === null) return this.#checked(chatId, key, refused('unreadable'))
    this.#checked(chatId, key, await this.#bridge.request('chatFiles.check', { name: file.name, content }))
  }

  #checked(chatId: string, key: string, check: FileCheck): void {
    this.#become(
      chatId,
      this.of(chatId).map((one) => (one.key === key ? { ...one, check } : one)),
    )
  }

  #become(chatId: string, staged: readonly Staged[]): void {
    this.#staged = { ...this.#staged, [chatId]: staged }
  }
}

/** At once; a folder of thousands dropped by mistake is not looked at. */
const most = 20

function refused(reason: FileRefusal): FileCheck {
  return { ok: false, reason }
}

/** Null: it has gone, or is a folder. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

const made = new WeakMap<Door, FilesToSend>()

/** One for each door to main: the pane comes and goes, what was chosen stays. */
export function filesOf(bridge: Door): FilesToSend {
  const there = made.get(bridge) ?? new FilesToSend(bridge)
  made.set(bridge, there)
  return there
}
