import type { ProfileState, VaultRefusal } from '#contract'
import type { Notices } from './agent/notices.ts'
import type { AgentVault, RememberedSignIn, SecretName } from './agent/session.ts'
import type { Publish } from './bridge/publisher.ts'
import type { Kept } from './profile/kept-record.ts'
import type { Memory } from './profile/memory.ts'
import { type Profiles, summaryOf } from './profile/profiles.ts'
import type { Vault } from './vault/vault.ts'

interface SiteParts {
  readonly profiles: Profiles
  readonly memory: Kept<Memory>
  readonly vault: Vault
  readonly tell: { readonly desk: Publish<'desk'>; readonly alert: Publish<'alert'> }
}

/** The site this desk belongs to: its profile, and what is remembered of who signs in there. */
export interface Site {
  readonly vault: AgentVault
  remember(numbers: RememberedSignIn): void
  state(): ProfileState
  changed(): void
  /** Asks the key store whether it can keep secrets, and tells the desk. */
  askVault(): Promise<void>
}

const SECRETS: readonly SecretName[] = ['gateway-password', 'softphone-password']

export function createSite(parts: SiteParts, notices: Pick<Notices, 'add' | 'settle'>): Site {
  const { profiles, memory, vault, tell } = parts
  const found: Found = { refusal: null, unreadable: new Set() }
  const state = () => stateOf(parts, found)
  const changed = () => {
    const now = state()
    tell.desk('profile.changed', now)
    tell.alert('country.changed', now.current?.country ?? null)
  }
  const secrets = secretsOf(parts, found, notices, changed)
  return {
    vault: secrets,
    remember: (numbers) => {
      memory.change(numbers)
      changed()
    },
    state,
    changed,
    askVault: async () => {
      found.refusal = await vault.refusal()
      // A key that is not the one they were kept with shows only when it is used.
      if (found.refusal === null)
        for (const name of SECRETS.filter((one) => vault.has(keyOf(profiles, one)))) await secrets.read(name)
      changed()
    },
  }
}

/** What the key store has shown of itself so far. */
interface Found {
  refusal: VaultRefusal | null
  readonly unreadable: Set<string>
}

function secretsOf(
  { profiles, vault }: SiteParts,
  found: Found,
  notices: Pick<Notices, 'add' | 'settle'>,
  changed: () => void,
): AgentVault {
  return {
    refusal: () => vault.refusal(),
    keep: async (name, secret) => {
      const key = keyOf(profiles, name)
      const kept = await vault.keep(key, secret)
      if (!kept.ok) found.refusal = kept.reason
      else if (found.unreadable.delete(key) && found.unreadable.size === 0) notices.settle(['secrets-unreadable'])
      changed()
    },
    read: async (name) => {
      const key = keyOf(profiles, name)
      const read = await vault.read(key)
      if (read.ok) return read.secret
      if (read.reason === 'unreadable') {
        if (found.unreadable.size === 0) notices.add({ kind: 'secrets-unreadable' })
        found.unreadable.add(key)
      } else if (read.reason !== 'none') found.refusal = read.reason
      changed()
      return null
    },
    forget: () => {
      for (const name of SECRETS) {
        vault.forget(keyOf(profiles, name))
        found.unreadable.delete(keyOf(profiles, name))
      }
      changed()
    },
  }
}

/** A site's secrets are kept under its host, so that another profile can never send them elsewhere. */
function keyOf(profiles: Profiles, name: SecretName): string {
  const { profile } = profiles.current()
  return `${profile ? summaryOf(profile).host : 'no site'} ${name}`
}

function stateOf({ profiles, memory, vault }: SiteParts, { refusal, unreadable }: Found): ProfileState {
  const { profile, problems, file } = profiles.current()
  const { workNumber, softphoneNumber, phone, otherNumber } = memory.current()
  const has = (name: SecretName) => {
    const key = keyOf(profiles, name)
    return refusal === null && vault.has(key) && !unreadable.has(key)
  }
  const passwords = (profile?.gateway ? SECRETS : SECRETS.slice(1)).every(has)
  const gatewayPassword = has('gateway-password')
  return {
    current: profile ? summaryOf(profile) : null,
    problems,
    file,
    remembered: { workNumber, softphoneNumber, phone, otherNumber, passwords, gatewayPassword },
    vaultRefusal: refusal,
  }
}
