import type { SignInFailure, SignInInput, SignInResult, VaultRefusal } from '#contract'
import type { Desk } from '../desk.svelte.ts'
import { dialledNumber } from '../ui/number/phone-number.ts'
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
    const { workNumber, softphoneNumber, phone } = this.draft
    if (workNumber !== saved.workNumber || this.#typeAnew) return false
    if (phone === 'other') return saved.gatewayPassword
    return saved.passwords && softphoneNumber === saved.softphoneNumber
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

  /** The password that had to be changed has been, and what became of signing in with it. */
  passwordChanged(result: SignInResult | undefined): void {
    this.draft.dropPasswords()
    this.#typeAnew = false
    this.#problem = result && !result.ok ? result : null
    this.#notRemembered = (result?.ok && result.whyNotRemembered) || null
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
    const { workNumber, softphoneNumber, phone, otherNumber, remember, goIdle, password } = this.draft
    const other = phone === 'other'
    const softphonePassword = other ? {} : { softphonePassword: this.draft.softphonePassword }
    return {
      workNumber: this.withGateway ? workNumber.trim() : '',
      phone,
      softphoneNumber: other ? dialledNumber(otherNumber) : softphoneNumber.trim(),
      remember,
      force,
      goIdle,
      ...(this.savedPasswords ? {} : { password, ...softphonePassword }),
    }
  }

  /** The password is needed once more where it must be changed. */
  #succeeded(whyNotRemembered: VaultRefusal | undefined): void {
    if (this.#desk.agent.status !== 'password-must-change') this.draft.dropPasswords()
    this.#typeAnew = false
    this.#notRemembered = whyNotRemembered ?? null
  }
}
