import type { CommandResult, GoTo, Line } from '#contract'
import type { Desk } from '../desk.svelte.ts'

export type Asking = 'sign-out-in-call' | 'idle-without-microphone'
export type Wish = GoTo['state'] | 'sign-out' | 'extend' | 'withdraw' | 'skills' | 'habit'
export type Refused = Extract<CommandResult, { ok: false }> & { readonly wanted: Wish }

const deaf: readonly Line['microphone']['status'][] = ['missing', 'refused', 'unplugged', 'failed']

/** The agent's wish to be in another state: asked about first where it would cost something. */
export class Presence {
  readonly #desk: Desk
  #asking = $state<Asking | null>(null)
  #wanted = $state<Wish | null>(null)
  /** The platform has a call the desk does not show (100-010). */
  #callUnseen = $state(false)
  /** What the next rest is for; 0 for no reason. */
  restReason = $state(0)
  skillsOpen = $state(false)
  reasonsOpen = $state(false)
  #refused = $state.raw<Refused | null>(null)

  readonly inCall = $derived.by(() => this.#desk.calls.list.some((call) => call.phase.name !== 'ended'))

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** A question the agent must answer before anything happens; withdrawn when its ground is gone. */
  get asking(): Asking | null {
    if (this.#asking === 'sign-out-in-call') return this.inCall || this.#callUnseen ? this.#asking : null
    return this.#asking && this.withoutMicrophone ? this.#asking : null
  }

  get withoutMicrophone(): boolean {
    const { agent, line } = this.#desk
    return deaf.includes(line.microphone.status) && !(agent.status === 'signed-in' && agent.phone === 'other')
  }

  /** Asked of the gateway and not yet answered. */
  get wanted(): Wish | null {
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
    const force = this.inCall || this.asking === 'sign-out-in-call'
    await this.#ask('sign-out', () => this.#desk.bridge.request('agent.signOut', { force }))
    // In a call, says the platform (spec/ccgateway.md 3.4): the same question.
    if (this.#refused?.retcode !== '100-010') return
    this.#refused = null
    this.#callUnseen = true
    this.#asking = 'sign-out-in-call'
  }

  async rest(minutes: number, reason = this.restReason): Promise<void> {
    await this.goTo({ state: 'rest', seconds: minutes * 60, ...(reason > 0 && { reason }) })
  }

  async extend(minutes: number): Promise<void> {
    await this.#ask('extend', () => this.#desk.bridge.request('agent.extend', { seconds: minutes * 60 }))
  }

  /** Takes back the next state, or a rest not granted yet. */
  async withdraw(): Promise<void> {
    await this.#ask('withdraw', () => this.#desk.bridge.request('agent.withdraw', undefined))
  }

  /** Too many for a menu: they are looked for by name. */
  openReasons(): void {
    this.reasonsOpen = true
  }

  openSkills(): void {
    this.skillsOpen = true
  }

  async setSkills(skillIds: readonly number[]): Promise<void> {
    await this.#ask('skills', () => this.#desk.bridge.request('agent.setSkills', { skillIds }))
  }

  async setHabit(habit: 'autoAnswer' | 'autoIdle', on: boolean): Promise<void> {
    const name = habit === 'autoAnswer' ? 'agent.setAutoAnswer' : 'agent.setAutoIdle'
    await this.#ask('habit', () => this.#desk.bridge.request(name, { on }))
  }

  dismiss(): void {
    this.#asking = null
    this.#refused = null
    this.#callUnseen = false
  }

  async #ask(wanted: Wish, ask: () => Promise<CommandResult>): Promise<void> {
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
