import type { VaultRefusal } from '#contract'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'
import { type Attempted, attempt, type Patience } from './attempt.ts'
import { type Cipher, cipherOf, type KeyStore } from './cipher.ts'
import { askKeyStore } from './refusal.ts'
import { openSecretFile, type SecretFile, type SecretStore, withoutSecret, withSecret } from './secret-file.ts'
import { type Run, runProgram } from './secret-service.ts'

export type KeepResult = { readonly ok: true } | { readonly ok: false; readonly reason: VaultRefusal }

/** `none`: never kept. `unreadable`: kept, and the key that could read it is not here; it is not thrown away. */
export type ReadResult =
  | { readonly ok: true; readonly secret: string }
  | { readonly ok: false; readonly reason: 'none' | 'unreadable' | VaultRefusal }

/** Secrets behind the operating system's key. Nothing is ever kept in the clear; what cannot be kept is refused. */
export interface Vault {
  /** Null when secrets can be kept. Asked anew until it once is: a keyring may have been unlocked meanwhile. */
  refusal(): Promise<VaultRefusal | null>
  keep(name: string, secret: string): Promise<KeepResult>
  read(name: string): Promise<ReadResult>
  has(name: string): boolean
  forget(name: string): KeepResult
  /** What a file that was not the vault's own is called now, where there was one. */
  readonly setAside: string | null
}

export interface VaultParts {
  readonly safeStorage: KeyStore
  readonly store: SecretStore
  readonly platform: NodeJS.Platform
  readonly log: Log
  readonly run?: Run
  readonly patienceMs?: number
}

interface Room extends Patience {
  readonly cipher: Cipher
  readonly refusal: Vault['refusal']
  readonly content: () => SecretFile
  readonly replace: (content: SecretFile) => KeepResult
}

export function openVault(given: VaultParts): Vault {
  const cipher = cipherOf(given.safeStorage)
  const parts = { run: runProgram, patienceMs: 20_000, ...given, cipher }
  const opened = openSecretFile(given.store)
  let content = opened.content
  let proved = false
  const room: Room = {
    ...parts,
    content: () => content,
    refusal: async () => {
      if (proved) return null
      const refusal = await askKeyStore(parts)
      proved = refusal === null
      return refusal
    },
    replace: (next) => {
      const written = writeFile(given, next)
      if (written.ok) content = next
      return written
    },
  }
  return {
    refusal: room.refusal,
    keep: (name, secret) => keep(room, name, secret),
    read: (name) => read(room, name),
    has: (name) => content.secrets[name] !== undefined,
    forget: (name) => room.replace(withoutSecret(content, name)),
    setAside: opened.setAside,
  }
}

async function keep(room: Room, name: string, secret: string): Promise<KeepResult> {
  const refusal = await room.refusal()
  if (refusal !== null) return { ok: false, reason: refusal }

  const sealed = await attempt('encryption', room.cipher.encrypt(onOneLine(secret)), room)
  if (!sealed.ok) return { ok: false, reason: sealed.why === 'late' ? 'key-store-locked' : 'no-key-store' }

  const old = room.content().secrets[name]
  const unreadable = old !== undefined && !(await open(room, old)).ok
  return room.replace(withSecret(room.content(), name, sealed.value.toString('base64'), unreadable))
}

async function read(room: Room, name: string): Promise<ReadResult> {
  const ciphertext = room.content().secrets[name]
  if (ciphertext === undefined) return { ok: false, reason: 'none' }
  const refusal = await room.refusal()
  if (refusal !== null) return { ok: false, reason: refusal }

  const opened = await open(room, ciphertext)
  if (opened.ok) return { ok: true, secret: Buffer.from(opened.value, 'base64').toString('utf8') }
  return { ok: false, reason: opened.why === 'late' ? 'key-store-locked' : 'unreadable' }
}

function open(room: Room, ciphertext: string): Promise<Attempted<string>> {
  return attempt('decryption', room.cipher.decrypt(Buffer.from(ciphertext, 'base64')), room)
}

/** Whatever lies behind `safeStorage` meets one line of plain letters, never a line break of the agent's. */
function onOneLine(secret: string): string {
  return Buffer.from(secret, 'utf8').toString('base64')
}

function writeFile({ store, log }: VaultParts, content: SecretFile): KeepResult {
  try {
    store.write({ ...content })
    return { ok: true }
  } catch (error) {
    log.error('the secrets could not be written', { error: explain(error) })
    return { ok: false, reason: 'disk' }
  }
}
