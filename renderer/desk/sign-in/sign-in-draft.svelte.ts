import type { Desk } from '../desk.svelte.ts'

/** What the agent typed into the sign-in form; where nothing was typed, what main remembers of the last time. */
export class SignInDraft {
  readonly #desk: Desk
  password = $state('')
  softphonePassword = $state('')
  #workNumber = $state<string | null>(null)
  #softphoneNumber = $state<string | null>(null)
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

  get remember(): boolean {
    return this.#remember ?? this.#desk.profile.remembered.passwords
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
