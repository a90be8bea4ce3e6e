import type { SignInInput, VaultRefusal } from '#contract'
import type { AgentVault } from '../session.ts'

/** A sign-in with both secrets at hand. */
export interface Attempt extends SignInInput {
  readonly password: string
  readonly softphonePassword: string
}

/** Secrets that were not typed come from the vault. */
export async function withSecrets(vault: AgentVault, input: SignInInput, gateway: boolean): Promise<Attempt | null> {
  const password = gateway ? (input.password ?? (await vault.read('gateway-password'))) : ''
  const softphonePassword = hasLine(input) ? (input.softphonePassword ?? (await vault.read('softphone-password'))) : ''
  return password === null || softphonePassword === null ? null : { ...input, password, softphonePassword }
}

/** Another phone than Earshot's own needs no line, and no secret for one. */
export function hasLine(input: Pick<SignInInput, 'phone'>): boolean {
  return input.phone !== 'other'
}

/** Only what has proved right is kept; unticking "remember" forgets what was, where it could have been ticked at all. */
export async function keepSecrets(vault: AgentVault, attempt: Attempt): Promise<void> {
  if (!attempt.remember) {
    if ((await vault.refusal()) === null) vault.forget()
    return
  }
  if (attempt.password) await vault.keep('gateway-password', attempt.password)
  if (hasLine(attempt)) await vault.keep('softphone-password', attempt.softphonePassword)
}

/** A key store that waits for its owner's password must not make the agent wait for the desk. */
const PATIENCE_MS = 1_000

export async function refusalInTime(vault: AgentVault): Promise<VaultRefusal | null> {
  const late = new Promise<VaultRefusal>((resolve) => {
    setTimeout(() => resolve('key-store-locked'), PATIENCE_MS)
  })
  return await Promise.race([vault.refusal(), late])
}
