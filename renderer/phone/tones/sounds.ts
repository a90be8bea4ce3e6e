import type { AudioDevices, LineCommand, LineWanted } from '#contract'
import { callRing, chatRing, chatWhisper, messageSound, type Pattern, ringBack, waitingRing } from './patterns.ts'
import type { TonePlayer } from './tone-player.ts'

export interface SoundsParts {
  readonly ringer: Pick<TonePlayer, 'use' | 'play'>
  readonly earpiece: Pick<TonePlayer, 'use' | 'play'>
  readonly speaker: { use(choice: LineWanted['devices']['speaker'], volume: number, known: AudioDevices): void }
}

const tryMs = 2_000
const rings: { readonly [R in LineWanted['ring']]: Pattern | null } = {
  none: null,
  call: callRing,
  waiting: waitingRing,
  chat: chatRing,
  'chat-waiting': chatWhisper,
}

export type TriedSound = NonNullable<Extract<LineCommand, { verb: 'try-ring' }>['sound']>
const tried: { readonly [S in TriedSound]: Pattern } = {
  chat: chatRing,
  message: messageSound,
  'message-in-call': chatWhisper,
}
const ofChats: ReadonlySet<Pattern | null> = new Set([chatRing, chatWhisper, messageSound])

/** Everything the phone window makes sound: the ring on its own device, and what the agent hears of a call on theirs. */
export class Sounds {
  readonly #parts: SoundsParts
  #ring: LineWanted['ring'] = 'none'
  #trying: ReturnType<typeof setTimeout> | undefined
  #devices: LineWanted['devices'] | null = null
  #known: AudioDevices = { microphones: [], speakers: [] }
  #sounding: Pattern | null = null

  constructor(parts: SoundsParts) {
    this.#parts = parts
  }

  use(devices: LineWanted['devices'], known: AudioDevices): void {
    const { earpiece, speaker } = this.#parts
    this.#devices = devices
    this.#known = known
    this.#useRinger()
    earpiece.use(devices.speaker, devices.speakerVolume, known)
    speaker.use(devices.speaker, devices.speakerVolume, known)
  }

  ring(ring: LineWanted['ring']): void {
    this.#ring = ring
    if (ring !== 'none') clearTimeout(this.#trying)
    if (ring !== 'none' || this.#trying === undefined) this.#play()
  }

  /** The ring, or what else is given, for two seconds, unless it rings anyway. */
  tryRing(sound?: TriedSound): void {
    if (this.#ring !== 'none') return
    clearTimeout(this.#trying)
    this.#sound(sound ? tried[sound] : callRing)
    this.#trying = setTimeout(() => this.#play(), tryMs)
  }

  ringBack(on: boolean): void {
    this.#parts.earpiece.play(on ? ringBack : null)
  }

  #play(): void {
    this.#trying = undefined
    this.#sound(rings[this.#ring])
  }

  /** Calls and chats are as loud as the agent has set each. */
  #sound(pattern: Pattern | null): void {
    const other = ofChats.has(pattern) !== ofChats.has(this.#sounding)
    this.#sounding = pattern
    if (other) this.#useRinger()
    this.#parts.ringer.play(pattern)
  }

  #useRinger(): void {
    if (!this.#devices) return
    const { ringer, ringVolume, chatVolume = ringVolume } = this.#devices
    const volume = ofChats.has(this.#sounding) ? chatVolume : ringVolume
    this.#parts.ringer.use(ringer, volume, this.#known)
  }
}
