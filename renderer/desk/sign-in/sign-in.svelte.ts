import type { SignInFailure, VaultRefusal } from '#contract'
import type { Desk } from '../desk.svelte.ts'

export interface SignInProblem {
  readonly reason: SignInFailure
  readonly retcode?: string
}

/** What the agent is typing into the sign-in form, and what became of it. Passwords are dropped once they were right. */
export class SignIn {
  readonly #desk: Desk
  workNumber = $state('')
  password = $state('')
  softphoneNumber = $state('')
  softphonePassword = $state('')
  remember = $state(false)
  goIdle = $state(true)
  #typeAnew = $state(false)
  #busy = $state(false)
  #problem = $state.raw<SignInProblem | null>(null)
  #notRemembered = $state.raw<VaultRefusal | null>(null)

  readonly withGateway = $derived.by(() => this.#desk.profile.current?.gateway ?? false)
  /** Saved passwords belong to the numbers they were saved for. */
  readonly savedPasswords = $derived.by(() => {
    const saved = this.#desk.profile.remembered
    const sameAgent = this.workNumber === saved.workNumber && this.softphoneNumber === saved.softphoneNumber
    return saved.passwords && sameAgent && !this.#typeAnew
  })

  constructor(desk: Desk) {
    this.#desk = desk
    this.workNumber = desk.profile.remembered.workNumber
    this.softphoneNumber = desk.profile.remembered.softphoneNumber
    this.remember = desk.profile.remembered.passwords
    this.goIdle = desk.settings.goIdleAfterSignIn
  }

  get busy(): boolean {
    return this.#busy || this.#desk.agent.status === 'signing-in'
  }

  get problem(): SignInProblem | null {
    return this.#problem
  }

  /** Signed in, and the passwords asked to be kept were not. */
  get notRemembered(): VaultRefusal | null {
    return this.#notRemembered
  }

  async submit(force: boolean): Promise<void> {
    if (this.busy) return
    this.#busy = true
    this.#problem = null
    this.#notRemembered = null
    try {
      const result = await this.#desk.bridge.request('agent.signIn', this.#input(force))
      if (result.ok) this.#succeeded(result.whyNotRemembered)
      else this.#problem = result
    } finally {
      this.#busy = false
    }
  }

  async forget(): Promise<void> {
    this.remember = false
    await this.#desk.bridge.request('agent.forget', undefined)
  }

  typeAnew(): void {
    this.#typeAnew = true
  }

  dismissNotRemembered(): void {
    this.#notRemembered = null
  }

  #input(force: boolean) {
    const secrets = this.savedPasswords ? {} : { password: this.password, softphonePassword: this.softphonePassword }
    return {
      workNumber: this.withGateway ? this.workNumber.trim() : '',
      softphoneNumber: this.softphoneNumber.trim(),
      remember: this.remember,
      force,
      goIdle: this.goIdle,
      ...secrets,
    }
  }

  #succeeded(whyNotRemembered: VaultRefusal | undefined): void {
    this.password = ''
    this.softphonePassword = ''
    this.#typeAnew = false
    this.#notRemembered = whyNotRemembered ?? null
  }
}
