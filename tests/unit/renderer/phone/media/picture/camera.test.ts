import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeviceChoice, LineFact } from '#contract'
import { Camera, type PictureTrack } from '#renderer/phone/media/picture/camera.ts'

interface FakeTrack extends PictureTrack {
  readonly name: string
  stopped: boolean
}

function fakeTrack(name: string): FakeTrack {
  const track: FakeTrack = {
    name,
    enabled: false,
    stopped: false,
    onended: null,
    stop: () => {
      track.stopped = true
    },
  }
  return track
}

function fakeSender() {
  const sender = {
    track: null as FakeTrack | null,
    replaceTrack: (track: FakeTrack | null) => {
      sender.track = track
      return Promise.resolve()
    },
  }
  return sender
}

/** A camera that opens when it is held and lets go at once. */
function start() {
  const facts: LineFact[] = []
  const held = { now: false, choice: null as DeviceChoice | null }
  const tracks: FakeTrack[] = []
  const screens: FakeTrack[] = []
  const self = { dialogId: null as string | null, track: null as FakeTrack | null }
  const camera: Camera<FakeTrack> = new Camera<FakeTrack>({
    capture: {
      want: (now, choice) => {
        Object.assign(held, { now, choice })
        if (now) return
        for (const track of tracks) track.stop()
        camera.use({ status: 'at-rest', label: '' })
      },
    },
    openScreen: async () => {
      const screen = fakeTrack(`screen ${screens.length + 1}`)
      screens.push(screen)
      return screen
    },
    onFact: (fact) => facts.push(fact),
    onSelf: (dialogId, track) => Object.assign(self, { dialogId, track }),
    onTrouble: (error) => {
      throw error
    },
  })
  const opens = () => {
    const track = fakeTrack(`camera ${tracks.length + 1}`)
    tracks.push(track)
    camera.use({ status: 'held', track, label: 'BRIO' })
    return track
  }
  return { camera, facts, held, tracks, screens, self, opens }
}

/** A dialog in which both sides agreed that we send, and which main wants. */
function showing() {
  const one = start()
  const sender = fakeSender()
  one.camera.attach('d1', sender)
  one.camera.agreed('d1', true)
  one.camera.openFor('d1', null)
  const track = one.opens()
  return { ...one, sender, track }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('the camera is taken only when main wants it, both sides agreed, and there is something to send with', () => {
  const { camera, held } = start()

  camera.openFor('d1', null)
  expect(held.now).toBe(false)
  camera.agreed('d1', true)
  expect(held.now).toBe(false)
  camera.attach('d1', fakeSender())
  expect(held.now).toBe(true)
})

test('what goes out is told once it does', async () => {
  const { facts, sender, track, self } = showing()
  await settled()

  expect(sender.track).toBe(track)
  expect(track.enabled).toBe(true)
  expect(self).toEqual({ dialogId: 'd1', track })
  expect(facts).toContainEqual({ type: 'sending', dialogId: 'd1', source: 'camera' })
  expect(facts).toContainEqual({ type: 'camera', camera: { status: 'open', label: 'BRIO' } })
})

test.each([
  ['main wants it no more', (camera: Camera<FakeTrack>) => camera.openFor(null, null)],
  ['another dialog is wanted', (camera: Camera<FakeTrack>) => camera.openFor('d2', null)],
  ['the call is held', (camera: Camera<FakeTrack>) => camera.held('d1', true)],
  ['video is taken away', (camera: Camera<FakeTrack>) => camera.agreed('d1', false)],
  ['the call ends', (camera: Camera<FakeTrack>) => camera.ended('d1')],
])('the camera is let go at once when %s', (_, happens) => {
  const { camera, held, track, self } = showing()

  happens(camera)

  expect(held.now).toBe(false)
  expect(track.stopped).toBe(true)
  expect(self.track).toBeNull()
})

test('a screen takes the camera’s place, which is closed, and gives it back', async () => {
  const { camera, facts, held, screens, sender, track } = showing()

  await camera.share('d1', true)
  await settled()
  expect(sender.track).toBe(screens[0])
  expect([held.now, track.stopped]).toEqual([false, true])
  expect(facts.at(-1)).toEqual({ type: 'sending', dialogId: 'd1', source: 'screen' })

  await camera.share('d1', false)
  expect([held.now, screens[0]?.stopped]).toEqual([true, true])
})

test('a shared window that is closed ends the sharing', async () => {
  const { camera, held, screens } = showing()
  await camera.share('d1', true)

  screens[0]?.onended?.(new Event('ended'))

  expect(held.now).toBe(true)
})

test('a screen is shared in no call without video', async () => {
  const { camera, screens } = start()

  await expect(camera.share('d1', true)).rejects.toThrow('no video')
  expect(screens).toEqual([])
})

test('on hold nothing of the screen goes out either', async () => {
  const { camera, screens, sender } = showing()
  await camera.share('d1', true)

  camera.held('d1', true)

  expect([screens[0]?.stopped, sender.track]).toEqual([true, null])
})

test('looked at without a call the camera is open and goes nowhere', () => {
  const { camera, held, opens, self } = start()

  camera.look(true)
  expect(held.now).toBe(true)
  const track = opens()
  expect(self).toEqual({ dialogId: null, track })
  camera.look(false)

  expect([held.now, track.stopped]).toEqual([false, true])
})

const id = fc.constantFrom('d1', 'd2')
const step = fc.oneof(
  fc.record({ do: fc.constant('open' as const), id: fc.option(id) }),
  fc.record({ do: fc.constantFrom('attach' as const, 'ended' as const), id }),
  fc.record({ do: fc.constantFrom('agreed' as const, 'held' as const), id, on: fc.boolean() }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does it, and keeps a simpler account of who may be seen. */
function createAccount(camera: Camera<FakeTrack>) {
  const senders = new Map<string, ReturnType<typeof fakeSender>>()
  const agreed = new Set<string>()
  const held = new Set<string>()
  let wanted: string | null = null
  const put = (set: Set<string>, dialogId: string, isIn: boolean) => (isIn ? set.add(dialogId) : set.delete(dialogId))
  return {
    senders,
    open(dialogId: string | null) {
      wanted = dialogId
      camera.openFor(dialogId, null)
    },
    attach(dialogId: string) {
      const sender = fakeSender()
      senders.set(dialogId, sender)
      camera.attach(dialogId, sender)
    },
    ended(dialogId: string) {
      for (const all of [senders, agreed, held]) all.delete(dialogId)
      camera.ended(dialogId)
    },
    agreed(dialogId: string, on: boolean) {
      put(agreed, dialogId, on)
      camera.agreed(dialogId, on)
    },
    held(dialogId: string, on: boolean) {
      put(held, dialogId, on)
      camera.held(dialogId, on)
    },
    allowed: () => (wanted && senders.has(wanted) && agreed.has(wanted) && !held.has(wanted) ? wanted : null),
  }
}

function take(account: ReturnType<typeof createAccount>, one: Step): void {
  if ('on' in one) account[one.do](one.id, one.on)
  else if (one.do === 'open') account.open(one.id)
  else account[one.do](one.id)
}

test('in any order, what is sent is of the one dialog that may see it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { camera, held, opens } = start()
      const account = createAccount(camera)
      for (const one of steps) {
        take(account, one)
        if (held.now) opens()
        const allowed = account.allowed()
        expect(held.now).toBe(allowed !== null)
        for (const [dialogId, { track }] of account.senders)
          expect(track !== null && !track.stopped).toBe(dialogId === allowed)
      }
    }),
  )
})
