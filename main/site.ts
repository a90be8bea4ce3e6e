import type { ProfileState, VaultRefusal } from '#contract'
import type { Notices } from './agent/notices.ts'
import type { AgentVault, SecretName } from './agent/session.ts'
import type { Publish } from './bridge/publisher.ts'
import type { Kept } from './profile/kept-record.ts'
import type { Memory } from './profile/memory.ts'
import { type Profiles, summaryOf } from './profile/profiles.ts'
import type { Vault } from './vault/vault.ts'

interface SiteParts {
  readonly profiles: Profiles
  readonly memory: Kept<Memory>
  readonly vault: Vault
  readonly tell: { readonly desk: Publish<'desk'> }
}

/** The site this desk belongs to: its profile, and what is remembered of who signs in there. */
export interface Site {
  readonly vault: AgentVault
  remember(numbers: { readonly workNumber: string; readonly softphoneNumber: string }): void
  state(): ProfileState
  changed(): void
  /** Asks the key store whether it can keep secrets, and tells the desk. */
  askVault(): Promise<void>
}

const SECRETS: readonly SecretName[] = ['gateway-password', 'softphone-password']

export function createSite(parts: SiteParts, notices: Notices): Site {
  const { profiles, memory, vault, tell } = parts
  let refusal: VaultRefusal | null = null
  const state = () => stateOf(parts, refusal)
  const changed = () => tell.desk('profile.changed', state())
  return {
    vault: {
      refusal: () => vault.refusal(),
      keep: async (name, secret) => {
        await vault.keep(keyOf(profiles, name), secret)
        changed()
      },
      read: async (name) => {
        const read = await vault.read(keyOf(profiles, name))
        if (!read.ok && read.reason === 'unreadable') notices.add({ kind: 'secrets-unreadable' })
        return read.ok ? read.secret : null
      },
      forget: () => {
        for (const name of SECRETS) vault.forget(keyOf(profiles, name))
        changed()
      },
    },
    remember: (numbers) => {
      memory.change(numbers)
      changed()
    },
    state,
    changed,
    askVault: async () => {
      refusal = await vault.refusal()
      changed()
    },
  }
}

/** A site's secrets are kept under its host, so that another profile can never send them elsewhere. */
function keyOf(profiles: Profiles, name: SecretName): string {
  const { profile } = profiles.current()
  return `${profile ? summaryOf(profile).host : 'no site'} ${name}`
}

function stateOf({ profiles, memory, vault }: SiteParts, vaultRefusal: VaultRefusal | null): ProfileState {
  const { profile, problems, file } = profiles.current()
  const { workNumber, softphoneNumber } = memory.current()
  const needed = profile?.gateway ? SECRETS : SECRETS.slice(1)
  const passwords = needed.every((name) => vault.has(keyOf(profiles, name)))
  return {
    current: profile ? summaryOf(profile) : null,
    problems,
    file,
    remembered: { workNumber, softphoneNumber, passwords },
    vaultRefusal,
  }
}
