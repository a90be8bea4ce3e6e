import type { Call, CallVerb, CommandResult, DeclineMode } from '#contract'
import type { DeskBridge } from '../bridge.ts'

export type Failure = NonNullable<Call['failure']>

/** The verbs of a call as the agent asks for them. What became of them comes back in the call itself. */
export class CallVerbs {
  readonly #bridge: DeskBridge
  #refused = $state.raw<{ readonly callId: string; readonly failure: Failure } | null>(null)
  #dismissed = $state.raw<Failure | null>(null)

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  answer(call: Call): Promise<void> {
    return this.#ask(call, 'answer', () => this.#bridge.request('calls.answer', { callId: call.id }))
  }

  decline(call: Call, mode: DeclineMode): Promise<void> {
    return this.#ask(call, 'decline', () => this.#bridge.request('calls.decline', { callId: call.id, mode }))
  }

  mute(call: Call, muted: boolean): Promise<void> {
    const verb = muted ? 'mute' : 'unmute'
    return this.#ask(call, verb, () => this.#bridge.request('calls.mute', { callId: call.id, muted }))
  }

  hangUp(call: Call): Promise<void> {
    return this.#ask(call, 'hang-up', () => this.#bridge.request('calls.hangUp', { callId: call.id }))
  }

  /** The call's own account of what failed, else the answer to the request itself; null once read away. */
  failureOf(call: Call): Failure | null {
    const failure = call.failure ?? (this.#refused?.callId === call.id ? this.#refused.failure : null)
    return failure === this.#dismissed ? null : failure
  }

  dismiss(failure: Failure): void {
    this.#dismissed = failure
  }

  async #ask(call: Call, verb: CallVerb, ask: () => Promise<CommandResult>): Promise<void> {
    if (call.pending === verb) return
    this.#refused = null
    const { ok, ...refusal } = await ask()
    if (!ok) this.#refused = { callId: call.id, failure: { verb, reason: 'refused', ...refusal } }
  }
}
