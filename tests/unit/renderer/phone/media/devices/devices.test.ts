import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AudioDevices } from '#contract'
import { Devices } from '#renderer/phone/media/devices/devices.ts'

function device(kind: MediaDeviceKind, deviceId: string): MediaDeviceInfo {
  return { kind, deviceId, groupId: `group of ${deviceId}`, label: `label of ${deviceId}`, toJSON: () => ({}) }
}

function start() {
  const present = [device('audioinput', 'default'), device('audioinput', 'a'), device('audiooutput', 'b')]
  const told: AudioDevices[] = []
  const troubles: Error[] = []
  const cameras: string[][] = []
  const changed: (() => void)[] = []
  const state = { looks: 0, reviews: 0, fails: false }
  const devices = new Devices({
    mediaDevices: {
      enumerateDevices: () => {
        state.looks += 1
        return state.fails ? Promise.reject(new Error('no')) : Promise.resolve([...present])
      },
      addEventListener: (_: string, listener: unknown) => {
        if (typeof listener === 'function') changed.push(() => listener())
      },
    },
    onChange: (known) => told.push(known),
    onCameras: (all) => cameras.push(all.map(({ id }) => id)),
    onReview: () => {
      state.reviews += 1
    },
    onTrouble: (error) => troubles.push(error),
  })
  return { devices, present, told, troubles, changed, state }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('tells real devices only, by kind', async () => {
  const { devices, told } = start()

  await devices.look()

  expect(told).toEqual([
    {
      microphones: [{ id: 'a', groupId: 'group of a', label: 'label of a' }],
      speakers: [{ id: 'b', groupId: 'group of b', label: 'label of b' }],
    },
  ])
  expect((await devices.microphones()).map(({ id }) => id)).toEqual(['default', 'a'])
})

test('tells again only when something changed', async () => {
  const { devices, told, present, changed, state } = start()
  await devices.look()

  changed[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toHaveLength(1)
  present.push(device('audioinput', 'c'))
  changed[0]?.()
  await vi.advanceTimersByTimeAsync(0)

  expect(told).toHaveLength(2)
  expect(state.reviews).toBe(3)
})

test('looks every two seconds while something hangs on it', async () => {
  const { devices, state } = start()

  devices.watch(true)
  devices.watch(true)
  await vi.advanceTimersByTimeAsync(4_000)
  devices.watch(false)
  await vi.advanceTimersByTimeAsync(10_000)

  expect(state.looks).toBe(2)
})

test('a look that fails is trouble, not the end', async () => {
  const { devices, state, troubles } = start()
  state.fails = true

  await devices.look()

  expect(troubles).toHaveLength(1)
})
