import type { PhoneMode } from '#contract'
import type { Desk } from '../desk.svelte.ts'
import { writtenNumber } from '../ui/number/phone-number.ts'

/** What the agent typed into the sign-in form; where nothing was typed, what main remembers of the last time. */
export class SignInDraft {
  readonly #desk: Desk
  password = $state('')
  softphonePassword = $state('')
  #workNumber = $state<string | null>(null)
  #softphoneNumber = $state<string | null>(null)
  #phone = $state<PhoneMode | null>(null)
  #otherNumber = $state<string | null>(null)
  #remember = $state<boolean | null>(null)
  #goIdle = $state<boolean | null>(null)

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get workNumber(): string {
    return this.#workNumber ?? this.#desk.profile.remembered.workNumber
  }
  set workNumber(typed: string) {
    this.#workNumber = typed
  }

  get softphoneNumber(): string {
    return this.#softphoneNumber ?? this.#desk.profile.remembered.softphoneNumber
  }
  set softphoneNumber(typed: string) {
    this.#softphoneNumber = typed
  }

  /** Without a gateway there is nobody to ring another phone. */
  get phone(): PhoneMode {
    if (!this.#desk.profile.current?.gateway) return 'softphone'
    return this.#phone ?? this.#desk.profile.remembered.phone
  }
  set phone(chosen: PhoneMode) {
    this.#phone = chosen
  }

  get otherNumber(): string {
    return this.#otherNumber ?? writtenNumber(this.#desk.profile.remembered.otherNumber)
  }
  set otherNumber(typed: string) {
    this.#otherNumber = typed
  }

  get remember(): boolean {
    const { passwords, gatewayPassword } = this.#desk.profile.remembered
    return this.#remember ?? (this.phone === 'other' ? gatewayPassword : passwords)
  }
  set remember(chosen: boolean) {
    this.#remember = chosen
  }

  get goIdle(): boolean {
    return this.#goIdle ?? this.#desk.settings.goIdleAfterSignIn
  }
  set goIdle(chosen: boolean) {
    this.#goIdle = chosen
  }

  dropPasswords(): void {
    this.password = ''
    this.softphonePassword = ''
  }
}
