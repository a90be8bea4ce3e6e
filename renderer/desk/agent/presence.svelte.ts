import type { CommandResult, GoTo, Line } from '#contract'
import type { Desk } from '../desk.svelte.ts'

export type Asking = 'sign-out-in-call' | 'idle-without-microphone'
export type Refused = Extract<CommandResult, { ok: false }> & { readonly wanted: GoTo['state'] | 'sign-out' }

const deaf: readonly Line['microphone']['status'][] = ['missing', 'refused', 'unplugged', 'failed']

/** The agent's wish to be in another state: asked about first where it would cost something. */
export class Presence {
  readonly #desk: Desk
  #asking = $state<Asking | null>(null)
  #wanted = $state<GoTo['state'] | 'sign-out' | null>(null)
  #refused = $state.raw<Refused | null>(null)

  readonly inCall = $derived.by(() => this.#desk.calls.list.some((call) => call.phase.name !== 'ended'))

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** A question the agent must answer before anything happens; withdrawn when its ground is gone. */
  get asking(): Asking | null {
    if (this.#asking === 'sign-out-in-call') return this.inCall ? this.#asking : null
    return this.#asking && this.withoutMicrophone ? this.#asking : null
  }

  get withoutMicrophone(): boolean {
    return deaf.includes(this.#desk.line.microphone.status)
  }

  /** Asked of the gateway and not yet answered. */
  get wanted(): GoTo['state'] | 'sign-out' | null {
    return this.#wanted
  }

  get refused(): Refused | null {
    return this.#refused
  }

  async goTo(to: GoTo): Promise<void> {
    if (to.state === 'idle' && this.withoutMicrophone && this.asking !== 'idle-without-microphone') {
      this.#asking = 'idle-without-microphone'
      return
    }
    await this.#ask(to.state, () => this.#desk.bridge.request('agent.goTo', to))
  }

  /** A second request while the question stands is the answer yes. */
  async signOut(): Promise<void> {
    if (this.inCall && this.asking !== 'sign-out-in-call') {
      this.#asking = 'sign-out-in-call'
      return
    }
    await this.#ask('sign-out', () => this.#desk.bridge.request('agent.signOut', { force: this.inCall }))
  }

  dismiss(): void {
    this.#asking = null
    this.#refused = null
  }

  async #ask(wanted: GoTo['state'] | 'sign-out', ask: () => Promise<CommandResult>): Promise<void> {
    this.dismiss()
    this.#wanted = wanted
    try {
      const result = await ask()
      if (!result.ok) this.#refused = { ...result, wanted }
    } finally {
      this.#wanted = null
    }
  }
}
