import type { SignInFailure, SignInInput, VaultRefusal } from '#contract'
import type { Desk } from '../desk.svelte.ts'
import { SignInDraft } from './sign-in-draft.svelte.ts'

export interface SignInProblem {
  readonly reason: SignInFailure
  readonly retcode?: string
}

/** Signing in, and what became of it. Passwords are dropped once they were right. */
export class SignIn {
  readonly #desk: Desk
  readonly draft: SignInDraft
  #typeAnew = $state(false)
  #busy = $state(false)
  #problem = $state.raw<SignInProblem | null>(null)
  #notRemembered = $state.raw<VaultRefusal | null>(null)

  readonly withGateway = $derived.by(() => this.#desk.profile.current?.gateway ?? false)
  /** Saved passwords belong to the numbers they were saved for. */
  readonly savedPasswords = $derived.by(() => {
    const saved = this.#desk.profile.remembered
    const { workNumber, softphoneNumber } = this.draft
    const sameAgent = workNumber === saved.workNumber && softphoneNumber === saved.softphoneNumber
    return saved.passwords && sameAgent && !this.#typeAnew
  })

  constructor(desk: Desk) {
    this.#desk = desk
    this.draft = new SignInDraft(desk)
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

  /** The numbers stay as they are; only secrets are forgotten. */
  async forget(): Promise<void> {
    Object.assign(this.draft, {
      workNumber: this.draft.workNumber,
      softphoneNumber: this.draft.softphoneNumber,
      remember: false,
    })
    await this.#desk.bridge.request('agent.forget', undefined)
  }

  typeAnew(): void {
    this.#typeAnew = true
  }

  dismissNotRemembered(): void {
    this.#notRemembered = null
  }

  #input(force: boolean): SignInInput {
    const { workNumber, softphoneNumber, remember, goIdle, password, softphonePassword } = this.draft
    return {
      workNumber: this.withGateway ? workNumber.trim() : '',
      softphoneNumber: softphoneNumber.trim(),
      remember,
      force,
      goIdle,
      ...(this.savedPasswords ? {} : { password, softphonePassword }),
    }
  }

  /** The password is needed once more where it must be changed. */
  #succeeded(whyNotRemembered: VaultRefusal | undefined): void {
    if (this.#desk.agent.status !== 'password-must-change') this.draft.dropPasswords()
    this.#typeAnew = false
    this.#notRemembered = whyNotRemembered ?? null
  }
}
