import type { DialogMedia } from '../sip/session-description.ts'
import { type FarSideSound, firstSound, listen, type Received } from './far-side-silence.ts'
import type { VoiceSender } from './microphone.ts'
import type { PicturePath } from './peer/picture-section.ts'
import { heardDialog } from './speaker.ts'

/** The media of one dialog as the legs need it; `peer/peer.ts` is it. */
export interface LegPeer extends DialogMedia {
  onSender: ((sender: VoiceSender) => void) | null
  onFarSide: (() => void) | null
  onPathLost: (() => void) | null
  onPicture: (path: PicturePath) => void
  readonly farSide: MediaStream
  received(): Promise<Received | null>
}

export interface LegsParts {
  readonly take: () => LegPeer
  readonly microphone: { attach(dialogId: string, sender: VoiceSender): void }
  readonly pictures: { attach(dialogId: string, path: PicturePath): void }
  readonly speaker: { hear(farSide: MediaStream | null): void }
  readonly ringBack: { play(on: boolean): void }
  readonly onSilent: (dialogId: string, silent: boolean) => void
  readonly onPathLost: (dialogId: string) => void
}

const listenMs = 1_000

/** A path is doubted in the first seconds without a packet, and not again before one has come. */
const doubts = 5

/** After this long without sound from the far side its ringing is made up here (RFC 3960 section 3.2). */
const ringBackAfterMs = 300

/** The media of every dialog: who is heard, who has gone silent, and who rings without a sound of their own. */
export class Legs {
  readonly #parts: LegsParts
  readonly #peers = new Map<string, LegPeer>()
  readonly #sounds = new Map<string, FarSideSound>()
  readonly #arrivals = new Map<string, { readonly packets: number; readonly doubts: number }>()
  /** By either side; nothing need arrive from them. */
  readonly #onHold = new Set<string>()
  #established: readonly string[] = []
  #microphoneFor: string | null = null
  #ringing: string | null = null
  #listening: ReturnType<typeof setInterval> | undefined
  #ringBackTimer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: LegsParts) {
    this.#parts = parts
  }

  /** Another one of the same dialog takes the place of the first. */
  open(dialogId: string): DialogMedia {
    this.#peers.get(dialogId)?.close()
    this.#forget(dialogId)
    const peer = this.#parts.take()
    this.#peers.set(dialogId, peer)
    peer.onSender = (sender) => this.#parts.microphone.attach(dialogId, sender)
    peer.onFarSide = () => this.#play()
    peer.onPicture = (path) => this.#parts.pictures.attach(dialogId, path)
    peer.onPathLost = () => this.#parts.onPathLost(dialogId)
    return peer
  }

  ended(dialogId: string): void {
    this.#peers.get(dialogId)?.close()
    this.#peers.delete(dialogId)
    this.#forget(dialogId)
    this.#onHold.delete(dialogId)
    this.ringBack(dialogId, false)
  }

  /** Silence of whoever is on hold says nothing, and afterwards it is listened for anew. */
  held(dialogId: string, held: boolean): void {
    if (held) this.#onHold.add(dialogId)
    else this.#onHold.delete(dialogId)
    this.#listenAnew(dialogId)
    this.#play()
  }

  /** Who is up and who may be spoken to; a new conversation starts with a new silence. */
  hear(established: readonly string[], microphoneFor: string | null): void {
    if (microphoneFor !== null && microphoneFor !== this.#microphoneFor) this.#listenAnew(microphoneFor)
    this.#established = [...established]
    this.#microphoneFor = microphoneFor
    this.#play()
    clearInterval(this.#listening)
    this.#listening = established.length > 0 ? setInterval(() => void this.#listen(), listenMs) : undefined
  }

  /** The sound the agent hears, for the meter. */
  get heard(): MediaStream | null {
    const calls = { established: this.#established, onHold: this.#onHold, ringing: this.#ringing }
    const dialogId = heardDialog(calls, this.#microphoneFor)
    return (dialogId === null ? null : this.#peers.get(dialogId)?.farSide) ?? null
  }

  ringBack(dialogId: string, rings: boolean): void {
    if (!rings && dialogId !== this.#ringing) return
    this.#ringing = rings ? dialogId : null
    clearTimeout(this.#ringBackTimer)
    if (rings) this.#ringBackTimer = setTimeout(() => void this.#ringUnlessHeard(dialogId), ringBackAfterMs)
    else this.#parts.ringBack.play(false)
    this.#play()
  }

  #play(): void {
    this.#parts.speaker.hear(this.heard)
  }

  #listenAnew(dialogId: string): void {
    if (this.#sounds.get(dialogId)?.silent === true) this.#parts.onSilent(dialogId, false)
    this.#sounds.delete(dialogId)
  }

  async #listen(): Promise<void> {
    for (const dialogId of this.#established.filter((id) => !this.#onHold.has(id))) {
      const received = await this.#peers.get(dialogId)?.received()
      if (received === null || received === undefined || !this.#peers.has(dialogId)) continue
      this.#note(dialogId, received)
      void this.#doubt(dialogId, received.packets)
    }
  }

  #forget(dialogId: string): void {
    this.#sounds.delete(dialogId)
    this.#arrivals.delete(dialogId)
  }

  /** The network may have changed under the call. */
  async #doubt(dialogId: string, packets: number): Promise<void> {
    const before = this.#arrivals.get(dialogId)
    const stopped = before?.packets === packets
    this.#arrivals.set(dialogId, { packets, doubts: stopped ? before.doubts + 1 : 0 })
    if (!stopped || before.doubts >= doubts) return
    const peer = this.#peers.get(dialogId)
    if (peer === undefined || (await peer.stands()) || this.#peers.get(dialogId) !== peer) return
    this.#arrivals.set(dialogId, { packets, doubts })
    this.#parts.onPathLost(dialogId)
  }

  #note(dialogId: string, received: Received): void {
    if (this.#onHold.has(dialogId)) return
    const before = this.#sounds.get(dialogId)
    const sound = before === undefined ? firstSound(received) : listen(before, received)
    this.#sounds.set(dialogId, sound)
    if (sound.silent !== (before?.silent ?? false)) this.#parts.onSilent(dialogId, sound.silent)
  }

  /** Whoever was heard may have given up, with somebody else ringing on. */
  async #ringUnlessHeard(dialogId: string, before = 0): Promise<void> {
    const received = await this.#peers.get(dialogId)?.received()
    if (this.#ringing !== dialogId) return
    const packets = received?.packets ?? 0
    this.#parts.ringBack.play(packets === before)
    this.#ringBackTimer = setTimeout(() => void this.#ringUnlessHeard(dialogId, packets), listenMs)
  }
}
