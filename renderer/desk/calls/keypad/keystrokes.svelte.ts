import type { Call, CommandResult } from '#contract'
import type { DeskBridge } from '../../bridge.ts'

/** As many as one request takes (spec/ccgateway.md 8.1, `seconddialex`). */
const mostAtOnce = 24

interface Stroke {
  readonly callId: string
  readonly keys: string
  readonly secret: boolean
}

export type KeysRefused = Extract<CommandResult, { ok: false }>

/** Keys pressed in a call, sent in order: what is pressed while some are on their way goes with the next. */
export class Keystrokes {
  readonly #bridge: DeskBridge
  #openFor = $state<string | null>(null)
  #secret = $state(false)
  #refused = $state.raw<KeysRefused | null>(null)
  #sending = $state(false)
  #waiting: Stroke[] = []

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  /** What is typed is not to be seen; off again with every keypad that is opened. */
  get secret(): boolean {
    return this.#secret
  }

  get refused(): KeysRefused | null {
    return this.#refused
  }

  get sending(): boolean {
    return this.#sending
  }

  isOpen(call: Call): boolean {
    return this.#openFor === call.id && call.verbs.includes('keys')
  }

  open(call: Call): void {
    this.#openFor = call.id
    this.#secret = false
    this.#refused = null
  }

  close(): void {
    this.#openFor = null
  }

  hide(secret: boolean): void {
    this.#secret = secret
  }

  /** Anything but keys of a telephone is left out. */
  async press(call: Call, text: string): Promise<void> {
    const keys = text.replace(/[^\d*#]/g, '')
    for (let at = 0; at < keys.length; at += mostAtOnce) {
      this.#waiting.push({ callId: call.id, keys: keys.slice(at, at + mostAtOnce), secret: this.#secret })
    }
    if (!this.#sending) await this.#sendAll()
  }

  async #sendAll(): Promise<void> {
    this.#refused = null
    this.#sending = true
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const result = await this.#bridge.request('calls.keys', next)
        if (!result.ok) return this.#give(result)
      }
    } finally {
      this.#sending = false
    }
  }

  /** Keys of one call and one secrecy that wait together go together. */
  #next(): Stroke | undefined {
    const first = this.#waiting.shift()
    if (!first) return undefined
    let { keys } = first
    for (let one = this.#waiting[0]; one && fits(first, one, keys); one = this.#waiting[0]) {
      keys += one.keys
      this.#waiting.shift()
    }
    return { ...first, keys }
  }

  /** What was typed after a key that was not sent makes no sense to the far side. */
  #give(result: KeysRefused): void {
    this.#refused = result
    this.#waiting = []
  }
}

const fits = (first: Stroke, one: Stroke, keys: string) =>
  one.callId === first.callId && one.secret === first.secret && keys.length + one.keys.length <= mostAtOnce
