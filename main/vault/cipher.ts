import type { SafeStorage } from 'electron'

type Synchronous = 'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
type Asynchronous = 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'

/** Electron's `safeStorage`; the asynchronous half is not in every release that Earshot runs on. */
export type KeyStore = Pick<SafeStorage, Synchronous> & Partial<Pick<SafeStorage, Asynchronous>>

/** Encryption by the operating system's key, whichever half of `safeStorage` there is. */
export interface Cipher {
  /** A call may hold the whole process while the key store asks the person for something. */
  readonly blocks: boolean
  available(): Promise<boolean>
  encrypt(text: string): Promise<Buffer>
  decrypt(ciphertext: Buffer): Promise<string>
}

export function cipherOf(keyStore: KeyStore): Cipher {
  return asynchronous(keyStore) ?? synchronous(keyStore)
}

function asynchronous(keyStore: KeyStore): Cipher | null {
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = keyStore
  if (!isAsyncEncryptionAvailable || !encryptStringAsync || !decryptStringAsync) return null
  return {
    blocks: false,
    available: () => isAsyncEncryptionAvailable.call(keyStore),
    encrypt: (text) => encryptStringAsync.call(keyStore, text),
    decrypt: async (ciphertext) => (await decryptStringAsync.call(keyStore, ciphertext)).result,
  }
}

function synchronous(keyStore: KeyStore): Cipher {
  return {
    blocks: true,
    available: async () => keyStore.isEncryptionAvailable(),
    encrypt: async (text) => keyStore.encryptString(text),
    decrypt: async (ciphertext) => keyStore.decryptString(ciphertext),
  }
}
