import type { SignInInput } from '#contract'
import type { AgentVault } from './session.ts'

/** A sign-in with both secrets at hand. */
export interface Attempt extends SignInInput {
  readonly password: string
  readonly softphonePassword: string
}

/** Secrets that were not typed come from the vault. */
export function withSecrets(vault: AgentVault, input: SignInInput, gateway: boolean): Attempt | null {
  const password = gateway ? (input.password ?? vault.read('gateway-password')) : ''
  const softphonePassword = input.softphonePassword ?? vault.read('softphone-password')
  return password === null || softphonePassword === null ? null : { ...input, password, softphonePassword }
}

/** Only what has proved right is kept; unticking "remember" forgets what was. */
export function keepSecrets(vault: AgentVault, attempt: Attempt): void {
  if (!attempt.remember) {
    vault.forget()
    return
  }
  if (attempt.password) vault.keep('gateway-password', attempt.password)
  vault.keep('softphone-password', attempt.softphonePassword)
}
