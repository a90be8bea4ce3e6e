import type { VaultRefusal } from '#contract'
import { attempt, type Patience } from './attempt.ts'
import type { Cipher, KeyStore } from './cipher.ts'
import { askKeyring, type Run } from './secret-service.ts'

export interface KeyStoreParts extends Patience {
  readonly safeStorage: Pick<KeyStore, 'getSelectedStorageBackend'>
  readonly cipher: Pick<Cipher, 'blocks' | 'available'>
  readonly platform: NodeJS.Platform
  readonly run: Run
}

/** Why secrets cannot be kept at this moment, or null. */
export async function askKeyStore(parts: KeyStoreParts): Promise<VaultRefusal | null> {
  const linux = parts.platform === 'linux' ? await refusalOnLinux(parts) : null
  if (linux !== null) return linux

  const available = await attempt('availability', parts.cipher.available(), parts)
  if (available.ok) return available.value ? null : 'no-key-store'
  return available.why === 'late' ? 'key-store-locked' : 'no-key-store'
}

/** `basic_text` is a fixed key in Chromium's source: to keep a secret under it would be to keep it in the clear. */
async function refusalOnLinux({ safeStorage, cipher, run }: KeyStoreParts): Promise<VaultRefusal | null> {
  const backend = safeStorage.getSelectedStorageBackend()
  if (backend === 'basic_text' || backend === 'unknown') return 'key-store-insecure'
  if (backend !== 'gnome_libsecret' || !cipher.blocks) return null
  const keyring = await askKeyring(run)
  if (keyring === 'unlocked') return null
  return keyring === 'locked' ? 'key-store-locked' : 'no-key-store'
}
