import { type ChildProcess, spawn } from 'node:child_process'
import type { Levels, LineCommand, LineFact, LineWanted } from '#contract'
import { electronRuntime } from '../../runtime/electron.ts'

export interface PhoneWindowOptions {
  /** What `buildPhoneWindow` made. */
  readonly folder: string
  readonly wanted: LineWanted
  readonly secret: string
  readonly display: string
  readonly userData: string
  /** What the microphone hears, over and over. */
  readonly microphone?: string
  readonly refusesMicrophone?: boolean
  /** Uses the sound server of this environment instead of Chromium's fake devices. */
  readonly sound?: NodeJS.ProcessEnv
  readonly flags?: readonly string[]
}

interface Happened<N extends string, V> {
  readonly name: N
  readonly value: V
  readonly at: number
}

type Said =
  | Happened<'fact', LineFact>
  | Happened<'levels', Levels>
  | Happened<'log', { readonly level: string; readonly text: string }>
  | Happened<'console', { readonly level: number; readonly text: string }>
  | Happened<'evaluated', { readonly id: number; readonly value: unknown }>
  | Happened<'loaded', null>

/** What lives in the page (app/count.js). */
export interface Living {
  readonly connections: number
  readonly tracks: number
  readonly open: number
  readonly outputs: number
  readonly candidateWaitMs: number | null
}

/** The built phone window alone in Electron, with the test in main's place. */
export class PhoneWindow {
  readonly said: Said[] = []
  readonly #process: ChildProcess
  #wanted: LineWanted
  #asked = 0
  readonly #listeners = new Set<(said: Said) => void>()

  constructor(process: ChildProcess, wanted: LineWanted) {
    this.#process = process
    this.#wanted = wanted
    process.on('message', (said: Said) => {
      this.said.push(said)
      for (const listener of [...this.#listeners]) listener(said)
    })
  }

  want(change: Partial<LineWanted>): void {
    this.#wanted = { ...this.#wanted, ...change }
    this.#order('want', this.#wanted)
  }

  command(command: LineCommand): void {
    this.#order('command', command)
  }

  /** Answers every call as soon as it is reported, as main does for a call the gateway announced. */
  answerCalls(on: boolean): void {
    this.#order('answerCalls', on)
  }

  /** The first fact that fits, past or to come. */
  async fact<T extends LineFact['type']>(
    type: T,
    fits: (fact: Extract<LineFact, { type: T }>) => boolean = () => true,
    timeoutMs = 10_000,
  ): Promise<Happened<'fact', Extract<LineFact, { type: T }>>> {
    const isIt = (said: Said): said is Happened<'fact', Extract<LineFact, { type: T }>> =>
      said.name === 'fact' && said.value.type === type && fits(said.value as Extract<LineFact, { type: T }>)
    return this.#await(isIt, `fact ${type}`, timeoutMs)
  }

  levels(fits: (levels: Levels) => boolean, timeoutMs = 5_000): Promise<Happened<'levels', Levels>> {
    const since = this.said.length
    const isIt = (said: Said): said is Happened<'levels', Levels> =>
      said.name === 'levels' && this.said.indexOf(said) >= since && fits(said.value)
    return this.#await(isIt, 'levels', timeoutMs)
  }

  async evaluate<T>(script: string): Promise<T> {
    const id = this.#nextId()
    this.#order('evaluate', { id, script })
    return (await this.#evaluated(id)) as T
  }

  living(): Promise<Living> {
    return this.evaluate<Living>('window.living()')
  }

  async usage(): Promise<readonly { readonly pid: number; readonly type: string; readonly name?: string }[]> {
    const id = this.#nextId()
    this.#order('usage', id)
    return (await this.#evaluated(id)) as readonly { pid: number; type: string }[]
  }

  /** Forgets what was said so far, so that the next question is about what comes. */
  forget(): void {
    this.said.length = 0
  }

  loaded(): Promise<unknown> {
    return this.#await((said): said is Happened<'loaded', null> => said.name === 'loaded', 'page', 20_000)
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#process.once('exit', () => resolve())
      this.#order('quit', null)
    })
  }

  #nextId(): number {
    this.#asked += 1
    return this.#asked
  }

  async #evaluated(id: number): Promise<unknown> {
    const isIt = (said: Said): said is Happened<'evaluated', { id: number; value: unknown }> =>
      said.name === 'evaluated' && said.value.id === id
    return (await this.#await(isIt, 'evaluation', 20_000)).value.value
  }

  #order(name: string, value: unknown): void {
    this.#process.send({ name, value })
  }

  #await<S extends Said>(isIt: (said: Said) => said is S, what: string, timeoutMs: number): Promise<S> {
    const past = this.said.find(isIt)
    if (past !== undefined) return Promise.resolve(past)
    return new Promise((resolve, reject) => {
      const listener = (said: Said) => {
        if (!isIt(said)) return
        clearTimeout(limit)
        this.#listeners.delete(listener)
        resolve(said)
      }
      const limit = setTimeout(() => {
        this.#listeners.delete(listener)
        const facts = this.said.filter(({ name }) => name !== 'levels').slice(-8)
        reject(new Error(`no ${what} in ${timeoutMs} ms; last said: ${JSON.stringify(facts)}`))
      }, timeoutMs)
      this.#listeners.add(listener)
    })
  }
}

function fakeDevices({ microphone, refusesMicrophone }: PhoneWindowOptions): readonly string[] {
  return [
    '--use-fake-device-for-media-stream',
    ...(refusesMicrophone === true ? [] : ['--use-fake-ui-for-media-stream']),
    ...(microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}`]),
  ]
}

export async function openPhoneWindow(options: PhoneWindowOptions): Promise<PhoneWindow> {
  const { path } = await electronRuntime()
  const flags = [
    '--no-sandbox',
    `--user-data-dir=${options.userData}`,
    ...(options.sound === undefined ? fakeDevices(options) : []),
    '--ignore-certificate-errors',
    '--autoplay-policy=no-user-gesture-required',
    ...(options.flags ?? []),
  ]
  const env = {
    ...process.env,
    ...options.sound,
    DISPLAY: options.display,
    PHONE_WINDOW: options.folder,
    PHONE_WANTED: JSON.stringify(options.wanted),
    PHONE_SECRET: options.secret,
    PHONE_REFUSES: options.refusesMicrophone === true ? '1' : '0',
  }
  const app = new URL('app', import.meta.url).pathname
  const child = spawn(path, [...flags, app], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  child.stderr?.resume()
  const phone = new PhoneWindow(child, options.wanted)
  await phone.loaded()
  return phone
}
