import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AudioDevice } from '#contract'
import { Capture } from '#renderer/phone/media/capture.ts'
import type { Source } from '#renderer/phone/media/microphone.ts'
import { type FakeTrack, fakeTrack, unplug } from './fake-voice.ts'

const headset: AudioDevice = { id: 'a', groupId: 'g1', label: 'Headset' }
const builtIn: AudioDevice = { id: 'b', groupId: 'g2', label: 'Built-in' }
const choice = { groupId: 'g1', label: 'Headset' }

function named(name: string): Error {
  return Object.assign(new Error(name), { name })
}

/** A machine whose devices come and go, and whose system choice is the first of them. */
function start(present: AudioDevice[] = [headset, builtIn]) {
  const sources: Source[] = []
  const tracks: FakeTrack[] = []
  const machine = { present, refuses: null as string | null, troubles: 0 }
  const take = (deviceId: string | null): FakeTrack => {
    const device = deviceId === null ? machine.present[0] : machine.present.find(({ id }) => id === deviceId)
    if (device === undefined) throw named('NotFoundError')
    const track = fakeTrack(deviceId === null ? 'Default' : device.label, deviceId ?? 'default', device.groupId)
    tracks.push(track)
    return track
  }
  const capture = new Capture({
    open: async (deviceId) => {
      if (machine.refuses !== null) throw named(machine.refuses)
      return take(deviceId)
    },
    list: async () => {
      const [first] = machine.present
      return first === undefined ? [] : [{ ...first, id: 'default', label: 'Default' }, ...machine.present]
    },
    onSource: (source) => sources.push(source),
    onTrouble: () => {
      machine.troubles += 1
    },
  })
  const live = () => tracks.filter(({ stopped }) => !stopped)
  return { capture, sources, tracks, machine, live }
}

/** Lets every pending step of the capture run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** By its group, since a track of the system's choice is called "Default". */
function deviceOf(track: FakeTrack): string | undefined {
  return [headset, builtIn].find(({ groupId }) => groupId === track.getSettings().groupId)?.label
}

const statuses = (sources: readonly Source[]) => sources.map(({ status }) => status)

test('holds the chosen microphone while it is wanted, closed', async () => {
  const { capture, sources, tracks } = start([builtIn, headset])

  capture.want(true, choice)
  await settled()

  expect(sources.at(-1)).toEqual({ status: 'held', track: tracks[0], label: 'Headset' })
  expect(tracks[0]).toMatchObject({ label: 'Headset', enabled: false })
})

test('the device the system chose is called by its own name', async () => {
  const { capture, sources, tracks } = start([builtIn, headset])

  capture.want(true, null)
  await settled()
  expect(sources.at(-1)).toMatchObject({ status: 'held', label: 'Built-in' })
  unplug(tracks[0])

  expect(sources.find(({ status }) => status === 'unplugged')).toEqual({ status: 'unplugged', label: 'Built-in' })
})

test('lets it go when it is not', async () => {
  const { capture, sources, live } = start()
  capture.want(true, choice)
  await settled()

  capture.want(false, choice)

  expect(sources.at(-1)).toEqual({ status: 'at-rest', label: 'Headset' })
  expect(live()).toEqual([])
})

test('lets go of one that opened too late', async () => {
  const { capture, live, sources } = start()

  capture.want(true, choice)
  capture.want(false, choice)
  await settled()

  expect(live()).toEqual([])
  expect(statuses(sources)).toEqual(['at-rest'])
})

test('takes the next one at once when the chosen one is pulled out, and says so', async () => {
  const { capture, sources, machine, tracks } = start()
  capture.want(true, choice)
  await settled()

  machine.present = [builtIn]
  unplug(tracks[0])
  await settled()

  expect(statuses(sources)).toEqual(['held', 'unplugged', 'held'])
  expect(sources.at(-1)).toMatchObject({ label: 'Built-in' })
})

test('takes the chosen one back when it returns', async () => {
  const { capture, machine, tracks, live } = start([builtIn])
  capture.want(true, choice)
  await settled()

  machine.present = [builtIn, headset]
  capture.review()
  await settled()

  expect(tracks.map(deviceOf)).toEqual(['Built-in', 'Headset'])
  expect(live()).toHaveLength(1)
})

test('keeps what it has when nothing better came', async () => {
  const { capture, tracks } = start([builtIn])
  capture.want(true, choice)
  await settled()

  capture.review()
  capture.review()
  await settled()

  expect(tracks).toHaveLength(1)
})

test('follows the system when it was asked to', async () => {
  const { capture, machine, tracks } = start([builtIn, headset])
  capture.want(true, null)
  await settled()

  machine.present = [headset, builtIn]
  capture.review()
  await settled()

  expect(tracks.map(deviceOf)).toEqual(['Built-in', 'Headset'])
})

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotReadableError', 'failed'],
  ['NotFoundError', 'missing'],
])('%s means %s', async (name, status) => {
  const { capture, sources, machine } = start()
  machine.refuses = name

  capture.want(true, choice)
  await settled()

  expect(statuses(sources)).toEqual([status])
  expect(capture.lacking).toBe(true)
})

test('remains unplugged as long as there is no other', async () => {
  const { capture, sources, machine, tracks } = start([headset])
  capture.want(true, choice)
  await settled()
  machine.present = []
  unplug(tracks[0])
  await settled()

  expect(sources.at(-1)).toEqual({ status: 'unplugged', label: 'Headset' })
  machine.present = [headset]
  capture.review()
  await settled()

  expect(sources.at(-1)?.status).toBe('held')
})

test('a chosen one that is busy is stood in for by the system’s', async () => {
  const { capture, sources, machine } = start([builtIn, headset])
  const present = machine.present
  capture.want(true, { groupId: 'g1', label: 'Headset' })
  machine.present = [builtIn, { ...headset, id: 'gone' }]
  await settled()
  machine.present = present

  expect(sources.at(-1)?.status).toBe('held')
})

test('a swap that fails leaves what is held alone', async () => {
  const { capture, machine, live } = start([builtIn])
  capture.want(true, choice)
  await settled()

  machine.present = [builtIn, headset]
  machine.refuses = 'NotReadableError'
  capture.review()
  await settled()

  expect(live().map(deviceOf)).toEqual(['Built-in'])
  expect(machine.troubles).toBe(1)
})

type Step = 'hold' | 'release' | 'unplug' | 'plug' | 'choose' | 'review' | 'wait'

test('whatever happens, at most one track lives, and none when none is wanted', async () => {
  const steps = fc.array(fc.constantFrom<Step>('hold', 'release', 'unplug', 'plug', 'choose', 'review', 'wait'))
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const { capture, machine, tracks, live } = start()
      let held = false
      const act: { readonly [S in Step]: () => void | Promise<void> } = {
        hold: () => {
          held = true
          capture.want(true, choice)
        },
        release: () => {
          held = false
          capture.want(false, choice)
        },
        unplug: () => {
          machine.present = [builtIn]
          for (const track of tracks) if (track.label === 'Headset') unplug(track)
        },
        plug: () => {
          machine.present = [headset, builtIn]
        },
        choose: () => capture.want(held, null),
        review: () => capture.review(),
        wait: settled,
      }
      for (const next of order) await act[next]()
      await settled()

      expect(live().length).toBe(held ? 1 : 0)
    }),
    { numRuns: 500 },
  )
})
