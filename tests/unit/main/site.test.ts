import { expect, test } from 'vitest'
import type { NoticeKind, ProfileState, VaultRefusal } from '#contract'
import type { Memory } from '#main/profile/memory.ts'
import { profileShape } from '#main/profile/profile.ts'
import { createSite } from '#main/site.ts'
import type { ReadResult } from '#main/vault/vault.ts'

const profile = profileShape.parse({
  name: 'Site',
  gateway: { url: 'https://cc.example.com:8043/agentgateway' },
  sip: { servers: ['wss://sip.example.com/ws'], domain: 'sip.example.com' },
})
const memory: Memory = {
  workNumber: '6001',
  softphoneNumber: '67470001',
  phone: 'softphone',
  otherNumber: '',
  instanceId: '',
  deskBounds: null,
  deskMaximized: false,
  pagesBounds: null,
  popPlace: 'desk',
}
const BOTH = ['cc.example.com:8043 gateway-password', 'cc.example.com:8043 softphone-password'] as const

/** A site over a key store that says what it is told to; `kept` is what lies in the file. */
function site({ refusal = null as VaultRefusal | null, kept = [...BOTH] as string[], readable = true } = {}) {
  const store = { refusal, readable, kept: new Set(kept) }
  const told: ProfileState[] = []
  const notices: NoticeKind['kind'][] = []
  const read = (name: string): ReadResult => {
    if (!store.kept.has(name)) return { ok: false, reason: 'none' }
    if (store.refusal !== null) return { ok: false, reason: store.refusal }
    return store.readable ? { ok: true, secret: 's' } : { ok: false, reason: 'unreadable' }
  }
  const made = createSite(
    {
      profiles: {
        current: () => ({ profile, problems: [], file: null }),
        importFile: () => ({ ok: true }),
        importText: () => ({ ok: true }),
      },
      memory: { current: () => memory, change: () => memory, setAside: null },
      vault: {
        refusal: async () => store.refusal,
        keep: async (name) => {
          if (store.refusal !== null) return { ok: false, reason: store.refusal }
          store.kept.add(name)
          store.readable = true
          return { ok: true }
        },
        read: async (name) => read(name),
        has: (name) => store.kept.has(name),
        forget: (name) => {
          store.kept.delete(name)
          return { ok: true }
        },
        setAside: null,
      },
      tell: { desk: (_, value) => void told.push(value as ProfileState), alert: () => undefined },
    },
    {
      add: ({ kind }) => void notices.push(kind),
      settle: (kinds) => void notices.splice(0, notices.length, ...notices.filter((kind) => !kinds.includes(kind))),
    },
  )
  return { ...made, store, told, notices }
}

test('passwords that are kept and can be read are offered', async () => {
  const { askVault, state, notices } = site()

  await askVault()

  expect(state().remembered.passwords).toBe(true)
  expect(notices).toEqual([])
})

test('a key store that is locked offers nothing, and says so', async () => {
  const { askVault, state, told } = site({ refusal: 'key-store-locked' })

  await askVault()

  expect(state()).toMatchObject({ remembered: { passwords: false }, vaultRefusal: 'key-store-locked' })
  expect(told.at(-1)).toEqual(state())
})

test('another phone than the softphone needs the gateway’s password only', async () => {
  const { state, askVault } = site({ kept: [BOTH[0]] })
  await askVault()

  expect(state().remembered).toMatchObject({ passwords: false, gatewayPassword: true })
})

test('passwords that another key has sealed are not offered; the agent is told once', async () => {
  const { askVault, state, notices } = site({ readable: false })

  await askVault()

  expect(state()).toMatchObject({ remembered: { passwords: false }, vaultRefusal: null })
  expect(notices).toEqual(['secrets-unreadable'])
})

test('new passwords in the place of unreadable ones are offered, and the notice is taken back', async () => {
  const { askVault, vault, state, notices } = site({ readable: false })
  await askVault()

  await vault.keep('gateway-password', 'a')
  await vault.keep('softphone-password', 'b')

  expect(state().remembered.passwords).toBe(true)
  expect(notices).toEqual([])
})

test('a key store that locks after the start is told when it is needed', async () => {
  const { askVault, vault, state, store } = site()
  await askVault()
  store.refusal = 'key-store-locked'

  expect(await vault.read('gateway-password')).toBeNull()

  expect(state()).toMatchObject({ remembered: { passwords: false }, vaultRefusal: 'key-store-locked' })
})

test('what was forgotten is not offered any more', async () => {
  const { askVault, vault, state } = site()
  await askVault()

  vault.forget()

  expect(state().remembered.passwords).toBe(false)
})
