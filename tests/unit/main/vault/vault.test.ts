import { describe, expect, test, vi } from 'vitest'
import type { KeyStore } from '#main/vault/cipher.ts'
import { openVault, type VaultParts } from '#main/vault/vault.ts'

/** A key store that seals by turning every byte over with its key. */
function fakeKeyStore(key = 1, given: Partial<KeyStore> = {}): KeyStore & { seen: string[] } {
  const seen: string[] = []
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ key))
  return {
    seen,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    isEncryptionAvailable: () => true,
    encryptString: (text) => {
      seen.push(text)
      return Buffer.concat([Buffer.from([key]), turn(Buffer.from(text))])
    },
    decryptString: (sealed) => {
      if (sealed[0] !== key) throw new Error('Error while decrypting the ciphertext')
      return turn(sealed.subarray(1)).toString()
    },
    ...given,
  }
}

function fakeStore(content: Record<string, unknown> = {}) {
  const store = {
    content,
    copies: 0,
    full: false,
    read: () => store.content,
    write: (next: Record<string, unknown>) => {
      if (store.full) throw new Error('ENOSPC')
      store.content = next
    },
    setAside: () => {
      store.copies += 1
      return 'secrets.damaged-1.json'
    },
  }
  return store
}

const unlocked: NonNullable<VaultParts['run']> = async (_, args) =>
  args.includes('string:Locked') ? '   variant       boolean false' : '   /org/freedesktop/secrets/collection/login'
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

function open(parts: Partial<VaultParts> = {}) {
  return openVault({
    safeStorage: fakeKeyStore(),
    store: fakeStore(),
    platform: 'linux',
    log: quiet,
    run: unlocked,
    ...parts,
  })
}

describe('a secret', () => {
  test('is read as it was kept, at the next start too', async () => {
    const store = fakeStore()
    await open({ store }).keep('softphone-password', 'pässwörd\nwith a break')

    const vault = open({ store })

    expect(vault.has('softphone-password')).toBe(true)
    expect(await vault.read('softphone-password')).toEqual({ ok: true, secret: 'pässwörd\nwith a break' })
  })

  test('is on one line and not in the clear, in the file and before the key store', async () => {
    const store = fakeStore()
    const safeStorage = fakeKeyStore()

    await open({ store, safeStorage }).keep('a', 'hunter2\nhunter2')

    expect(JSON.stringify(store.content)).not.toMatch(/hunter2|\\n/)
    expect(safeStorage.seen.join()).toMatch(/^[A-Za-z0-9+/=]+$/)
  })

  test('is gone when forgotten', async () => {
    const store = fakeStore()
    const vault = open({ store })
    await vault.keep('a', 'one')

    vault.forget('a')

    expect(await vault.read('a')).toEqual({ ok: false, reason: 'none' })
    expect(store.content.secrets).toEqual({})
  })

  test('two kept at once are both there', async () => {
    const vault = open()

    await Promise.all([vault.keep('a', 'one'), vault.keep('b', 'two')])

    expect([await vault.read('a'), await vault.read('b')]).toMatchObject([{ secret: 'one' }, { secret: 'two' }])
  })
})

describe('a key that was replaced', () => {
  const kept = async () => {
    const store = fakeStore()
    await open({ store, safeStorage: fakeKeyStore(1) }).keep('a', 'old')
    return store
  }

  test('makes the secret unreadable and leaves it where it is', async () => {
    const store = await kept()

    expect(await open({ store, safeStorage: fakeKeyStore(2) }).read('a')).toEqual({ ok: false, reason: 'unreadable' })
    expect(await open({ store, safeStorage: fakeKeyStore(1) }).read('a')).toMatchObject({ secret: 'old' })
  })

  test('the old ciphertext is put aside when a new secret takes its place', async () => {
    const store = await kept()
    const old = (store.content.secrets as Record<string, string>).a

    await open({ store, safeStorage: fakeKeyStore(2) }).keep('a', 'new')

    expect(store.content.aside).toEqual([{ name: 'a', ciphertext: old }])
  })

  test('a readable secret leaves nothing aside when it changes', async () => {
    const store = await kept()

    await open({ store }).keep('a', 'new')

    expect(store.content.aside).toEqual([])
  })
})

describe('nothing is kept', () => {
  const cases: [string, Partial<VaultParts>, string][] = [
    [
      'under a key that is no key',
      { safeStorage: fakeKeyStore(1, { getSelectedStorageBackend: () => 'basic_text' }) },
      'key-store-insecure',
    ],
    [
      'before the key store is known',
      { safeStorage: fakeKeyStore(1, { getSelectedStorageBackend: () => 'unknown' }) },
      'key-store-insecure',
    ],
    ['without encryption', { safeStorage: fakeKeyStore(1, { isEncryptionAvailable: () => false }) }, 'no-key-store'],
    ['without a secret service', { run: async () => null }, 'no-key-store'],
    ['without a keyring', { run: async () => '   /' }, 'no-key-store'],
    [
      'in a locked keyring',
      {
        run: async (_, args) =>
          args.includes('string:Locked') ? 'boolean true' : '/org/freedesktop/secrets/collection/login',
      },
      'key-store-locked',
    ],
  ]
  test.each(cases)('%s', async (_, parts, reason) => {
    const store = fakeStore()
    const vault = open({ store, ...parts })

    expect(await vault.refusal()).toBe(reason)
    expect(await vault.keep('a', 'one')).toEqual({ ok: false, reason })
    expect(store.content).toEqual({})
  })

  test('on a full disk', async () => {
    const store = fakeStore()
    store.full = true
    const vault = open({ store })

    expect(await vault.keep('a', 'one')).toEqual({ ok: false, reason: 'disk' })
    expect(vault.has('a')).toBe(false)
  })
})

test('a locked keyring is never asked by a call that would hold the process', async () => {
  const touched = vi.fn(() => true)
  const safeStorage = fakeKeyStore(1, { isEncryptionAvailable: touched })

  await open({ safeStorage, run: async () => null }).refusal()

  expect(touched).not.toHaveBeenCalled()
})

test('a keyring unlocked later is used without a restart', async () => {
  let locked = true
  const vault = open({ run: async (program, args) => (locked ? null : unlocked(program, args)) })
  await vault.refusal()

  locked = false

  expect(await vault.keep('a', 'one')).toEqual({ ok: true })
})

describe('the asynchronous calls, where there are some', () => {
  const modern = (given: Partial<KeyStore> = {}) =>
    fakeKeyStore(1, {
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async (text) => Buffer.from(`sealed ${text}`),
      decryptStringAsync: async (sealed) => ({ result: sealed.toString().slice(7), shouldReEncrypt: false }),
      isEncryptionAvailable: () => {
        throw new Error('the synchronous half was called')
      },
      ...given,
    })

  test('are used instead of those that hold the process', async () => {
    const vault = open({ safeStorage: modern(), run: async () => null })
    await vault.keep('a', 'one')

    expect(await vault.read('a')).toEqual({ ok: true, secret: 'one' })
  })

  test('are not waited for longer than patience lasts', async () => {
    vi.useFakeTimers()
    const never = new Promise<boolean>(() => undefined)
    const refusal = open({ safeStorage: modern({ isAsyncEncryptionAvailable: () => never }) }).refusal()

    await vi.advanceTimersByTimeAsync(20_000)

    expect(await refusal).toBe('key-store-locked')
    vi.useRealTimers()
  })
})

test('a file of something else is set aside and the vault starts empty', async () => {
  const store = fakeStore({ secrets: 'none' })
  const vault = open({ store })

  expect(vault.setAside).toBe('secrets.damaged-1.json')
  expect(await vault.keep('a', 'one')).toEqual({ ok: true })
})

test('other systems have no backend to ask about', async () => {
  const safeStorage = fakeKeyStore(1, {
    getSelectedStorageBackend: () => {
      throw new Error('Linux only')
    },
  })

  expect(await open({ safeStorage, platform: 'win32' }).refusal()).toBeNull()
})
