import type { Call, CallVerb, CommandResult, DeclineMode, VideoLayout } from '#contract'
import type { DeskBridge } from '../bridge.ts'

export type Failure = NonNullable<Call['failure']>
export type RecordAction = 'start' | 'stop' | 'pause' | 'resume'

/** What costs something and is asked about first: leaving others alone in a call, sending one of them away. */
export type Asking =
  | { readonly about: 'leave' }
  | { readonly about: 'drop'; readonly number: string; readonly where: AskedAt }
/** In the party's own row when that was pressed, else under the call bar. */
export type AskedAt = 'row' | 'bar'

/** The verbs of a call as the agent asks for them. What became of them comes back in the call itself. */
export class CallVerbs {
  readonly #bridge: DeskBridge
  readonly #onPicture: (call: Call) => void
  #refused = $state.raw<{ readonly callId: string; readonly failure: Failure } | null>(null)
  #dismissed = $state.raw<string | null>(null)
  #asking = $state.raw<{ readonly callId: string; readonly asking: Asking } | null>(null)

  /** `onPicture`: the agent has asked for a picture, and is to see it. */
  constructor(bridge: DeskBridge, onPicture: (call: Call) => void = () => undefined) {
    this.#bridge = bridge
    this.#onPicture = onPicture
  }

  /** By voice unless video is wished for: the camera never opens by the key that everybody presses without looking. */
  answer(call: Call, video = false): Promise<void> {
    const input = { callId: call.id, ...(video && { video }) }
    if (video) this.#onPicture(call)
    return this.#ask(call, 'answer', () => this.#bridge.request('calls.answer', input))
  }

  decline(call: Call, mode: DeclineMode): Promise<void> {
    return this.#ask(call, 'decline', () => this.#bridge.request('calls.decline', { callId: call.id, mode }))
  }

  mute(call: Call, muted: boolean): Promise<void> {
    const verb = muted ? 'mute' : 'unmute'
    return this.#ask(call, verb, () => this.#bridge.request('calls.mute', { callId: call.id, muted }))
  }

  hold(call: Call): Promise<void> {
    return this.#ask(call, 'hold', () => this.#bridge.request('calls.hold', { callId: call.id }))
  }

  /** Swaps where another call talks. */
  retrieve(call: Call): Promise<void> {
    return this.#ask(call, 'retrieve', () => this.#bridge.request('calls.retrieve', { callId: call.id }))
  }

  takeBack(call: Call): Promise<void> {
    return this.#ask(call, 'take-back', () => this.#bridge.request('calls.takeBack', { callId: call.id }))
  }

  /** Joins this held call to the one that talks. */
  join(call: Call): Promise<void> {
    return this.#ask(call, 'conference', () => this.#bridge.request('calls.conference', { callId: call.id }))
  }

  record(call: Call, action: RecordAction): Promise<void> {
    return this.#ask(call, `${action}-recording`, () =>
      this.#bridge.request('calls.record', { callId: call.id, action }),
    )
  }

  video(call: Call, on: boolean): Promise<void> {
    const verb = on ? 'start-video' : 'stop-video'
    if (on) this.#onPicture(call)
    return this.#ask(call, verb, () => this.#bridge.request('calls.video', { callId: call.id, on }))
  }

  /** Without a source the operating system asks which. */
  share(call: Call, sourceId?: string): Promise<void> {
    const input = { callId: call.id, on: true, ...(sourceId !== undefined && { sourceId }) }
    return this.#ask(call, 'share-screen', () => this.#bridge.request('calls.shareScreen', input))
  }

  stopSharing(call: Call): Promise<void> {
    return this.#ask(call, 'stop-sharing', () =>
      this.#bridge.request('calls.shareScreen', { callId: call.id, on: false }),
    )
  }

  layOut(call: Call, layout: VideoLayout): Promise<void> {
    return this.#ask(call, 'set-layout', () => this.#bridge.request('calls.layout', { callId: call.id, layout }))
  }

  /** Of a conference it is asked first whether to leave it; asked again, that is the answer yes. */
  async hangUp(call: Call): Promise<void> {
    const asked = this.askingOf(call)?.about === 'leave'
    if (leavesOthers(call) && !asked) this.#asking = { callId: call.id, asking: { about: 'leave' } }
    else await this.#ask(call, 'hang-up', () => this.#bridge.request('calls.hangUp', { callId: call.id }))
  }

  /** Asked first; asked again of the same party, that is the answer yes. */
  async drop(call: Call, number: string, where: AskedAt = 'bar'): Promise<void> {
    const asking = this.askingOf(call)
    if (asking?.about !== 'drop' || asking.number !== number)
      this.#asking = { callId: call.id, asking: { about: 'drop', number, where } }
    else await this.#ask(call, 'drop-party', () => this.#bridge.request('calls.dropParty', { callId: call.id, number }))
  }

  /** The colleague goes, the customer is back (spec/ccgateway.md 8.4): what a consult is meant to end with. */
  finishConsult(call: Call): Promise<void> {
    const number = call.parties[0]?.number ?? call.number
    return this.#ask(call, 'drop-party', () => this.#bridge.request('calls.dropParty', { callId: call.id, number }))
  }

  /** The question that stands about this call; withdrawn when its ground is gone. */
  askingOf(call: Call): Asking | null {
    if (this.#asking?.callId !== call.id) return null
    const { asking } = this.#asking
    const stands =
      asking.about === 'leave' ? leavesOthers(call) : call.parties.some(({ number }) => number === asking.number)
    return stands ? asking : null
  }

  stay(): void {
    this.#asking = null
  }

  /** The call's own account of what failed, else the answer to the request itself; null once read away. */
  failureOf(call: Call): Failure | null {
    const failure = call.failure ?? (this.#refused?.callId === call.id ? this.#refused.failure : null)
    return failure && nameOf(call, failure) === this.#dismissed ? null : failure
  }

  dismiss(call: Call, failure: Failure): void {
    this.#dismissed = nameOf(call, failure)
  }

  /** The failure is gone from the call: the same one again is news. */
  settled(call: Call): void {
    if (this.#dismissed?.startsWith(`${call.id} `)) this.#dismissed = null
  }

  async #ask(call: Call, verb: CallVerb, ask: () => Promise<CommandResult>): Promise<void> {
    if (call.pending === verb) return
    this.#refused = null
    this.#dismissed = null
    this.#asking = null
    const { ok, ...refusal } = await ask()
    if (!ok) this.#refused = { callId: call.id, failure: { verb, reason: 'refused', ...refusal } }
  }
}

/**
 * Hanging up in the middle of a transfer is how it is handed over, and who was only asked in may go: neither needs a
 * question.
 */
const leavesOthers = ({ phase, parties, transfer, part }: Call) =>
  phase.name === 'talking' && parties.length > 1 && transfer === undefined && part !== 'assist'

/** By what it says: main's account of a call is a new object with every event. */
const nameOf = (call: Call, { verb, reason, retcode }: Failure) => `${call.id} ${verb} ${reason} ${retcode}`
