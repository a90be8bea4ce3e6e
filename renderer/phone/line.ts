import type { AudioDevices, LineAccount, LineCommand, LineFact, LineWanted, Microphone } from '#contract'
import type { Holder } from './media/microphone.ts'
import { scrub } from './scrub.ts'
import type { SipCommand, SipFact } from './sip/sip-line.ts'

type DialogCommand = Exclude<LineCommand, { verb: 'try-ring' | 'close' }>

/** What the shell needs of each part; `main.ts` gives the real ones, tests give fakes. */
export interface LineParts {
  readonly sip: {
    serve(account: LineAccount | null): void
    close(): void
    command(command: SipCommand): Promise<void>
  }
  readonly microphone: {
    openFor(dialogId: string | null): void
    established(dialogId: string): void
    held(dialogId: string, by: Holder, held: boolean): void
    ended(dialogId: string): void
    tryOut(on: boolean): void
  }
  /** Holds the microphone's device. */
  readonly capture: {
    want(held: boolean, choice: LineWanted['devices']['microphone']): void
    readonly lacking: boolean
  }
  readonly peers: {
    want(account: LineAccount | null, warm: boolean): void
    refill(): Promise<void>
  }
  readonly legs: {
    hear(established: readonly string[], microphoneFor: string | null): void
    ended(dialogId: string): void
    held(dialogId: string, held: boolean): void
    ringBack(dialogId: string, rings: boolean): void
  }
  readonly pictures: {
    want(wanted: LineWanted): void
    agreed(dialogId: string, sends: boolean): void
    held(dialogId: string, held: boolean): void
    ended(dialogId: string): void
    share(dialogId: string, on: boolean): Promise<void>
  }
  readonly sounds: {
    use(devices: LineWanted['devices'], known: AudioDevices): void
    ring(ring: LineWanted['ring']): void
    tryRing(sound?: Extract<LineCommand, { verb: 'try-ring' }>['sound']): void
  }
  readonly meter: { run(on: boolean): void }
  readonly devices: { watch(closely: boolean): void; readonly known: AudioDevices }
  readonly report: (fact: LineFact) => void
}

/** Everything off: what is wanted before main has said anything, and after it has gone. */
export const nothingWanted: LineWanted = {
  account: null,
  warm: false,
  microphoneFor: null,
  cameraFor: null,
  picture: null,
  ring: 'none',
  devices: { microphone: null, speaker: null, ringer: null, camera: null, ringVolume: 1, speakerVolume: 1 },
  levels: false,
}

/** The shell of the phone window: what main wants goes to the parts, what happens to them goes to main. */
export class PhoneLine {
  readonly #parts: LineParts
  #wanted = nothingWanted
  readonly #dialogs = new Set<string>()
  readonly #established: string[] = []
  readonly #held: Record<Holder, Set<string>> = { us: new Set(), 'far-side': new Set() }

  constructor(parts: LineParts) {
    this.#parts = parts
  }

  /** Everything main wants, whole. */
  want(wanted: LineWanted): void {
    this.#apply(wanted)
    this.#parts.sip.serve(wanted.account)
  }

  /** The microphone comes first: nothing that fails later keeps it open. */
  #apply(wanted: LineWanted): void {
    const { microphone, pictures, peers, sounds, meter, devices } = this.#parts
    this.#wanted = wanted
    microphone.openFor(wanted.microphoneFor)
    pictures.want(wanted)
    this.#holdMicrophone()
    microphone.tryOut(wanted.levels)
    peers.want(wanted.account, wanted.warm)
    sounds.use(wanted.devices, devices.known)
    sounds.ring(wanted.ring)
    meter.run(wanted.levels)
    this.#hear()
  }

  /** Main cannot be heard: nobody may listen in, nothing may ring on. The call itself goes on. */
  unwanted(): void {
    const { microphone, pictures, sounds, meter } = this.#parts
    microphone.openFor(null)
    pictures.want({ ...this.#wanted, cameraFor: null, picture: null })
    sounds.ring('none')
    meter.run(false)
  }

  command(command: LineCommand): void {
    if (command.verb === 'try-ring') this.#parts.sounds.tryRing(command.sound)
    else if (command.verb === 'close') this.#close()
    else this.#carryOut(command).catch((error: Error) => this.#commandFailed(command, error))
  }

  /** Whoever hangs up or presses Hold believes at once that nobody hears or sees them. */
  #carryOut(command: DialogCommand): Promise<void> {
    const { microphone, pictures, sip } = this.#parts
    const { verb, dialogId } = command
    if (verb === 'share') return pictures.share(dialogId, command.on)
    if (verb === 'hang-up') {
      microphone.ended(dialogId)
      pictures.ended(dialogId)
    }
    if (verb === 'hold' && command.held) {
      microphone.held(dialogId, 'us', true)
      pictures.held(dialogId, true)
    }
    return sip.command(command)
  }

  /** What SIP tells goes to the parts that hang on it, then to main. */
  happened(fact: SipFact): void {
    if (fact.type === 'invited' || fact.type === 'dialling') this.#dialogs.add(fact.dialogId)
    if (fact.type === 'far-side-rings') this.#parts.legs.ringBack(fact.dialogId, true)
    if (fact.type === 'established') this.#joined(fact.dialogId)
    if (fact.type === 'hold') this.#hold(fact.dialogId, 'us', fact.held)
    if (fact.type === 'held-by-far-side') this.#hold(fact.dialogId, 'far-side', fact.held)
    if (fact.type === 'video') this.#parts.pictures.agreed(fact.dialogId, fact.sends)
    if (fact.type === 'ended') this.#left(fact.dialogId)
    this.#parts.report(fact)
  }

  devicesChanged(known: AudioDevices): void {
    this.#parts.sounds.use(this.#wanted.devices, known)
    this.#parts.report({ type: 'devices', devices: known })
  }

  microphoneIs(microphone: Microphone): void {
    this.#watchDevices()
    this.#parts.report({ type: 'microphone', microphone })
  }

  #joined(dialogId: string): void {
    this.#established.push(dialogId)
    this.#parts.legs.ringBack(dialogId, false)
    this.#parts.microphone.established(dialogId)
    this.#hear()
    void this.#parts.peers.refill()
  }

  #hold(dialogId: string, by: Holder, held: boolean): void {
    if (held) this.#held[by].add(dialogId)
    else this.#held[by].delete(dialogId)
    this.#parts.microphone.held(dialogId, by, held)
    if (by === 'us') this.#parts.pictures.held(dialogId, held)
    this.#parts.legs.held(dialogId, this.#held.us.has(dialogId) || this.#held['far-side'].has(dialogId))
  }

  #left(dialogId: string): void {
    this.#parts.microphone.ended(dialogId)
    this.#parts.pictures.ended(dialogId)
    for (const held of Object.values(this.#held)) held.delete(dialogId)
    this.#dialogs.delete(dialogId)
    const index = this.#established.indexOf(dialogId)
    if (index >= 0) this.#established.splice(index, 1)
    this.#parts.legs.ended(dialogId)
    this.#hear()
    this.#holdMicrophone()
    void this.#parts.peers.refill()
  }

  #hear(): void {
    this.#parts.legs.hear(this.#established, this.#wanted.microphoneFor)
  }

  /** Held while a call may come and as long as one is up. */
  #holdMicrophone(): void {
    const held = this.#wanted.warm || this.#dialogs.size > 0
    this.#parts.capture.want(held, this.#wanted.devices.microphone)
    this.#watchDevices()
  }

  #watchDevices(): void {
    this.#parts.devices.watch(this.#dialogs.size > 0 || this.#parts.capture.lacking)
  }

  #close(): void {
    this.#apply({ ...nothingWanted, devices: this.#wanted.devices })
    this.#parts.sip.close()
  }

  #commandFailed({ verb, dialogId }: DialogCommand, error: Error): void {
    if (verb === 'hold') {
      this.#parts.microphone.held(dialogId, 'us', this.#held.us.has(dialogId))
      this.#parts.pictures.held(dialogId, this.#held.us.has(dialogId))
    }
    this.#parts.report({ type: 'command-failed', verb, dialogId, why: scrub(error.message) })
  }
}
