import { expect, test } from 'vitest'
import type { CommandResult, LineCommand } from '#contract'
import { createCalls } from '#main/calls/calls.ts'
import type { GatewayFact } from '#main/gateway/event.ts'
import { fakeCallGateway } from '#support/call-gateway.ts'
import { facts, legs } from '#support/calls.ts'

const dialogId = legs.invited.dialogId

/** The calls of a site with video, with a gateway that says yes unless told otherwise. */
function start(gateway = true) {
  const asked: string[] = []
  const told: LineCommand[] = []
  const screens: (string | null)[] = []
  const answer = { now: { ok: true } as CommandResult }
  let at = 1_000_000
  const calls = createCalls({
    gateway: fakeCallGateway((what) => {
      asked.push(what)
      return Promise.resolve(answer.now)
    }),
    command: (command) => told.push(command),
    onLine: () => undefined,
    onChange: () => undefined,
    chooseScreen: (sourceId) => screens.push(sourceId),
    now: () => at,
    log: { info: () => undefined },
  })
  calls.apply({ type: 'signed-in', gateway, video: true })
  const hears = (...events: readonly GatewayFact[]) => {
    for (const fact of events) {
      at += 100
      calls.gatewayEvent({ ...fact, at })
    }
  }
  const first = () => calls.current().list[0]
  const id = () => first()?.id ?? ''
  return { calls, asked, told, screens, answer, hears, first, id }
}

/** A customer's call whose leg is up, and which rings. */
function ringing(video: boolean) {
  const desk = start()
  desk.hears(facts.alerting)
  desk.calls.lineFact({ ...legs.invited, ...(video && { video }) })
  desk.calls.lineFact(legs.established)
  desk.hears({ ...facts.ringing, video })
  desk.told.length = 0
  return desk
}

function talking(video: boolean) {
  const desk = ringing(video)
  desk.hears({ ...facts.talking, video })
  return desk
}

const agreed = { type: 'video', dialogId, sends: true, receives: true } as const

test('a video call that rings says so, and a voice call does not', () => {
  expect(ringing(true).first()?.video).toEqual({ sending: 'off', receiving: false, askedByFarSide: true })
  expect(ringing(false).first()?.video).toEqual({ sending: 'off', receiving: false })
})

test('answered with video it is asked for once the call talks, and shown only as SIP agreed', async () => {
  const { calls, told, hears, first, id } = ringing(true)

  await calls.requests['calls.answer']({ callId: id(), video: true })
  expect(told).toEqual([])
  hears({ ...facts.talking, video: true })
  expect(told).toEqual([{ verb: 'video', dialogId, on: true, await: false }])
  expect(first()?.video).toEqual({ sending: 'off', receiving: false })

  calls.lineFact(agreed)
  calls.lineFact({ type: 'sending', dialogId, source: 'camera' })
  expect(first()?.video).toEqual({ sending: 'camera', receiving: true })
})

test('answered without video nothing is asked for', async () => {
  const { calls, told, hears, id } = ringing(true)

  await calls.requests['calls.answer']({ callId: id() })
  hears({ ...facts.talking, video: true })

  expect(told).toEqual([])
})

test('a call dialled with video that was taken as voice stays one', async () => {
  const { calls, told, hears, asked } = start()

  await calls.requests['calls.dial']({ number: '13800138000', video: true })
  calls.lineFact(legs.invited)
  calls.lineFact(legs.established)
  told.length = 0
  hears({ ...facts.talking, feature: 7, called: '13800138000', video: false })

  expect(asked).toContain('callout 13800138000 with video')
  expect(told).toEqual([])
})

test('a voice call is made a video call by the platform, whose offer is taken at its word', async () => {
  const { calls, told, asked, id, first } = talking(false)

  await calls.requests['calls.video']({ callId: id(), on: true })

  expect(told).toEqual([{ verb: 'video', dialogId, on: true, await: true }])
  expect(asked).toEqual(['mediaswitch video'])
  expect(first()?.pending).toBe('start-video')
  calls.lineFact(agreed)
  expect(first()?.pending).toBeUndefined()
})

test('a switch that the platform refuses takes the word back', async () => {
  const { calls, told, answer, id, first } = talking(false)
  answer.now = { ok: false, reason: 'refused', retcode: '100-007' }

  await calls.requests['calls.video']({ callId: id(), on: true })

  expect(told.at(-1)).toEqual({ verb: 'video', dialogId, on: false, await: true })
  expect(first()?.failure).toMatchObject({ verb: 'start-video', retcode: '100-007' })
})

test('a call that began as video is switched by SIP', async () => {
  const { calls, told, asked, id } = talking(true)

  await calls.requests['calls.video']({ callId: id(), on: true })

  expect(asked).toEqual([])
  expect(told).toEqual([{ verb: 'video', dialogId, on: true, await: false }])
})

test('what the far side asks for is the agent’s to take or to decline', async () => {
  const { calls, told, id, first } = talking(false)
  calls.lineFact({ type: 'video-asked', dialogId, asked: true })
  expect(first()?.video?.askedByFarSide).toBe(true)
  expect(first()?.verbs).toEqual(expect.arrayContaining(['start-video', 'stop-video']))

  await calls.requests['calls.video']({ callId: id(), on: false })

  expect(first()?.video?.askedByFarSide).toBeUndefined()
  expect(first()?.pending).toBeUndefined()
  expect(told).toEqual([])
})

test('video that the far side takes away does not come back by itself', async () => {
  const { calls, told, id, first } = talking(true)
  await calls.requests['calls.video']({ callId: id(), on: true })
  calls.lineFact(agreed)
  calls.lineFact({ ...agreed, sends: false, receives: false })
  told.length = 0

  calls.lineFact(agreed)

  expect(first()?.verbs).toContain('start-video')
  expect(told).toEqual([])
})

test('video allows no keys and no release to outside by the platform', async () => {
  const { calls, id, first } = talking(true)
  expect(first()?.verbs).toContain('keys')

  await calls.requests['calls.video']({ callId: id(), on: true })
  calls.lineFact(agreed)

  expect(first()?.verbs).not.toContain('keys')
  expect(first()?.transferModes?.outside).not.toContain('release')
})

test('the chosen screen is shared, and told as it goes out', async () => {
  const { calls, told, screens, id, first } = talking(true)
  await calls.requests['calls.video']({ callId: id(), on: true })
  calls.lineFact(agreed)

  await calls.requests['calls.shareScreen']({ callId: id(), on: true, sourceId: 'screen:1:0' })
  expect(screens).toEqual(['screen:1:0'])
  expect(told.at(-1)).toEqual({ verb: 'share', dialogId, on: true })
  expect(first()?.pending).toBe('share-screen')

  calls.lineFact({ type: 'sending', dialogId, source: 'screen' })
  expect(first()).toMatchObject({ video: { sending: 'screen' } })
  expect(first()?.pending).toBeUndefined()
  expect(first()?.verbs).toContain('stop-sharing')
})

test('a line that cannot do it is told with the verb', async () => {
  const { calls, id, first } = talking(true)
  await calls.requests['calls.video']({ callId: id(), on: true })

  calls.lineFact({ type: 'command-failed', verb: 'video', dialogId, why: 'refused with 488' })

  expect(first()).toMatchObject({ failure: { verb: 'start-video' } })
  expect(first()?.pending).toBeUndefined()
})

test('the layout of three is what the platform took on', async () => {
  const { calls, asked, hears, id, first } = talking(true)
  await calls.requests['calls.video']({ callId: id(), on: true })
  calls.lineFact(agreed)
  expect(first()?.verbs).not.toContain('set-layout')
  hears({ type: 'conference', callId: facts.talking.callId, partners: ['13800138000', '6003'] })

  await calls.requests['calls.layout']({ callId: id(), layout: 'customer' })

  expect(asked).toEqual(['adjustvideomode customer'])
  expect(first()?.video?.layout).toBe('customer')
})

test('without a gateway the answer takes the video along', async () => {
  const { calls, told, id } = start(false)
  calls.lineFact({ ...legs.invited, video: true })

  await calls.requests['calls.answer']({ callId: id(), video: true })

  expect(told).toEqual([{ verb: 'answer', dialogId, video: true }])
})

test('a call on hold shows nothing', () => {
  const { hears, first } = talking(true)

  hears(facts.hold)

  expect(first()?.video).toEqual({ sending: 'off', receiving: false })
})

test('a video call on hold waits for its picture, until the agent wants none', async () => {
  const { calls, hears, first, id } = ringing(true)
  await calls.requests['calls.answer']({ callId: id(), video: true })
  hears({ ...facts.talking, video: true })
  calls.lineFact(agreed)

  hears(facts.hold)
  expect(first()?.video).toEqual({ sending: 'off', receiving: false, waits: true })

  hears({ ...facts.talking, video: true })
  await calls.requests['calls.video']({ callId: id(), on: false })
  hears(facts.hold)
  expect(first()?.video).not.toHaveProperty('waits')
})
