import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Received } from '#renderer/phone/media/far-side-silence.ts'
import { type LegPeer, Legs } from '#renderer/phone/media/legs.ts'
import { fakeSender } from './fake-voice.ts'

interface FakePeer extends LegPeer {
  closed: number
  arrived: Received | null
  moved: boolean
}

function fakePeer(name: string): FakePeer {
  const peer: FakePeer = {
    awaits: 'nothing',
    broken: false,
    stands: () => Promise.resolve(!peer.moved),
    tones: null,
    farSide: { id: name } as MediaStream,
    onSender: null,
    onFarSide: null,
    onPathLost: null,
    onPicture: () => undefined,
    video: null,
    closed: 0,
    arrived: null,
    moved: false,
    hear: () => Promise.resolve(),
    offer: () => Promise.resolve(''),
    answer: () => Promise.resolve(''),
    rollback: () => Promise.resolve(),
    received: () => Promise.resolve(peer.arrived),
    close: () => {
      peer.closed += 1
    },
  }
  return peer
}

function start() {
  const peers: FakePeer[] = []
  const said: string[] = []
  const heard = { now: null as string | null }
  const legs = new Legs({
    take: () => {
      const peer = fakePeer(`peer ${peers.length + 1}`)
      peers.push(peer)
      return peer
    },
    microphone: { attach: (dialogId) => said.push(`attach ${dialogId}`) },
    pictures: { attach: (dialogId) => said.push(`picture ${dialogId}`) },
    speaker: {
      hear: (farSide) => {
        heard.now = farSide?.id ?? null
      },
    },
    ringBack: { play: (on) => said.push(`ring back ${on}`) },
    onSilent: (dialogId, silent) => said.push(`${dialogId} silent ${silent}`),
    onPathLost: (dialogId) => said.push(`${dialogId} path lost`),
  })
  /** A second goes by, with packets and sound or without. */
  const second = async (peer: FakePeer | undefined, packets: number, level: number) => {
    const before = peer?.arrived ?? { atMs: 0, packets: 0, energy: 0, duration: 0 }
    if (peer !== undefined)
      peer.arrived = {
        atMs: before.atMs + 1_000,
        packets: before.packets + packets,
        energy: before.energy + level ** 2,
        duration: before.duration + 1,
      }
    await vi.advanceTimersByTimeAsync(1_000)
  }
  return { legs, peers, said, heard, second }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a dialog’s media gets the microphone when there is something to send with', () => {
  const { legs, peers, said } = start()
  legs.open('d1')

  peers[0]?.onSender?.(fakeSender())

  expect(said).toEqual(['attach d1'])
})

test('one far side is heard: of the dialog that may be spoken to', () => {
  const { legs, heard } = start()
  legs.open('d1')
  legs.open('d2')

  legs.hear(['d1', 'd2'], null)
  expect(heard.now).toBe('peer 2')
  legs.hear(['d1', 'd2'], 'd1')

  expect(heard.now).toBe('peer 1')
})

test('silence of the far side is said, and its end', async () => {
  const { legs, peers, said, second } = start()
  legs.open('d1')
  legs.hear(['d1'], 'd1')

  for (let count = 0; count < 5; count++) await second(peers[0], 0, 0)
  await second(peers[0], 50, 0.1)

  expect(said).toEqual(['d1 silent true', 'd1 silent false'])
})

test('a new conversation on a silent leg starts with a new silence', async () => {
  const { legs, peers, said, second } = start()
  legs.open('d1')
  legs.hear(['d1'], null)
  for (let count = 0; count < 5; count++) await second(peers[0], 0, 0)

  legs.hear(['d1'], 'd1')
  await second(peers[0], 0, 0)

  expect(said).toEqual(['d1 silent true', 'd1 silent false'])
})

test('silence of whoever is on hold is not told, and afterwards is listened for anew', async () => {
  const { legs, peers, said, second } = start()
  legs.open('d1')
  legs.hear(['d1'], 'd1')
  for (let count = 0; count < 2; count++) await second(peers[0], 0, 0)

  legs.held('d1', true)
  for (let count = 0; count < 20; count++) await second(peers[0], 0, 0)
  legs.held('d1', false)
  for (let count = 0; count < 3; count++) await second(peers[0], 0, 0)
  expect(said).toEqual([])
  for (let count = 0; count < 2; count++) await second(peers[0], 0, 0)

  expect(said).toEqual(['d1 silent true'])
})

test('the end of a dialog closes its media and its watch', async () => {
  const { legs, peers, said, heard } = start()
  legs.open('d1')
  legs.hear(['d1'], 'd1')

  legs.ended('d1')
  legs.hear([], null)
  await vi.advanceTimersByTimeAsync(20_000)

  expect(peers[0]?.closed).toBe(1)
  expect(heard.now).toBeNull()
  expect(said).toEqual([])
})

test('a far side that rings without a sound of its own gets one', async () => {
  const { legs, said } = start()
  legs.open('d1')

  legs.ringBack('d1', true)
  await vi.advanceTimersByTimeAsync(300)
  legs.ringBack('d1', false)

  expect(said).toEqual(['ring back true', 'ring back false'])
})

test('a far side that sends its own ringing is heard instead', async () => {
  const { legs, peers, said, heard, second } = start()
  legs.open('d1')

  legs.ringBack('d1', true)
  for (let n = 0; n < 3; n++) await second(peers[0], 50, 0.1)

  expect(said).not.toContain('ring back true')
  expect(heard.now).toBe('peer 1')
})

test('where that ends before anybody answers, somebody else may still ring', async () => {
  const { legs, peers, said, second } = start()
  legs.open('d1')

  legs.ringBack('d1', true)
  for (const packets of [50, 50, 0, 0]) await second(peers[0], packets, 0.1)

  expect(said.at(-1)).toBe('ring back true')
})

test('media that is made anew takes the place of what a dialog had', () => {
  const { legs, peers, said, heard } = start()
  legs.open('d1')
  legs.open('d1')
  legs.hear(['d1'], 'd1')

  peers[1]?.onSender?.(fakeSender())

  expect(peers.map(({ closed }) => closed)).toEqual([1, 0])
  expect(said).toEqual(['attach d1'])
  expect(heard.now).toBe('peer 2')
})

test('where packets stop and the machine has moved, the path is lost, once', async () => {
  const { legs, peers, said, second } = start()
  legs.open('d1')
  legs.hear(['d1'], null)
  for (let n = 0; n < 2; n++) await second(peers[0], 50, 0.1)

  if (peers[0]) peers[0].moved = true
  await second(peers[0], 50, 0.1)
  expect(said).not.toContain('d1 path lost')
  for (let n = 0; n < 8; n++) await second(peers[0], 0, 0)

  expect(said.filter((text) => text === 'd1 path lost')).toHaveLength(1)
})

test('a far side that says nothing has not moved', async () => {
  const { legs, peers, said, second } = start()
  legs.open('d1')
  legs.hear(['d1'], null)

  for (const packets of [50, 0, 0, 0, 50, 0, 0]) await second(peers[0], packets, 0)

  expect(said).not.toContain('d1 path lost')
})

test('a broken path is passed on', () => {
  const { legs, peers, said } = start()
  legs.open('d1')

  peers[0]?.onPathLost?.()

  expect(said).toEqual(['d1 path lost'])
})
