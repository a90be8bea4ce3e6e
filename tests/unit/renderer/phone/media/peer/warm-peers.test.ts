import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LineAccount } from '#contract'
import { WarmPeers } from '#renderer/phone/media/peer/warm-peers.ts'

const account: LineAccount = {
  servers: ['wss://sip.example/ws'],
  domain: 'sip.example',
  number: '67470002',
  instanceId: 'urn:uuid:6b0f5c70-5a1e-4222-8333-1234567890ab',
  registerSeconds: 300,
  iceServers: [],
  codecs: ['opus'],
}
const dayMs = 86_400_000

interface FakePeer {
  readonly account: LineAccount
  readonly certificate: number | null
}

function start() {
  const made: FakePeer[] = []
  const discarded: FakePeer[] = []
  const clock = { now: 0 }
  const certificates = { count: 0 }
  const peers = new WarmPeers<FakePeer, { readonly expires: number }>({
    make: (whose, certificate) => {
      const peer = { account: whose, certificate: certificate?.expires ?? null }
      made.push(peer)
      return peer
    },
    certify: () => {
      certificates.count += 1
      return Promise.resolve({ expires: clock.now + 30 * dayMs })
    },
    discard: (peer) => discarded.push(peer),
    now: () => clock.now,
  })
  return { peers, made, discarded, clock, certificates }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('has one ready before it is asked for, certificate and all', async () => {
  const { peers, made } = start()

  peers.want(account, true)
  await vi.advanceTimersByTimeAsync(0)
  const taken = peers.take()

  expect(made).toEqual([taken])
  expect(taken.certificate).not.toBeNull()
})

test('makes one on the spot when none is ready', () => {
  const { peers } = start()

  peers.want(account, false)

  expect(peers.take().account).toBe(account)
})

test('does not make the next one before it is told to', async () => {
  const { peers, made } = start()
  peers.want(account, true)
  await vi.advanceTimersByTimeAsync(0)
  peers.take()

  expect(made).toHaveLength(1)
  await peers.refill()

  expect(made).toHaveLength(2)
})

test('lets go of the ready one when no call may come', async () => {
  const { peers, discarded } = start()
  peers.want(account, true)
  await vi.advanceTimersByTimeAsync(0)

  peers.want(account, false)

  expect(discarded).toHaveLength(1)
})

test('a ready one for another account is of no use', async () => {
  const { peers, discarded } = start()
  peers.want(account, true)
  await vi.advanceTimersByTimeAsync(0)

  peers.want({ ...account, codecs: ['PCMA'] }, true)
  await vi.advanceTimersByTimeAsync(0)

  expect(discarded).toHaveLength(1)
  expect(peers.take().account.codecs).toEqual(['PCMA'])
})

test('replaces what has grown old, and what the network left behind', async () => {
  const { peers, made, discarded } = start()
  peers.want(account, true)
  await vi.advanceTimersByTimeAsync(300_000)
  peers.renew()
  await vi.advanceTimersByTimeAsync(0)

  expect(discarded).toHaveLength(2)
  expect(made).toHaveLength(3)
})

test('uses one certificate until it is about to expire', async () => {
  const { peers, clock, certificates } = start()
  peers.want(account, true)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(certificates.count).toBe(1)

  clock.now = 29.5 * dayMs
  await vi.advanceTimersByTimeAsync(300_000)

  expect(certificates.count).toBe(2)
})

test('discards one that was finished after nobody wanted it any more', async () => {
  const { peers, made } = start()

  peers.want(account, true)
  peers.want(null, true)
  await vi.advanceTimersByTimeAsync(0)

  expect(made).toHaveLength(0)
  expect(() => peers.take()).toThrow('no account')
})
