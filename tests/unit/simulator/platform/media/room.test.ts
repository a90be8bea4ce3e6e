import { expect, onTestFinished, test } from 'vitest'
import { MUSIC_HZ, music } from '#simulator/platform/media/announcements.ts'
import type { LegEnd, TelephoneEnd } from '#simulator/platform/media/end.ts'
import { createExchange } from '#simulator/platform/media/exchange.ts'
import { createRoom, type Room } from '#simulator/platform/media/room.ts'
import type { Source } from '#simulator/sip/sip-side.ts'
import { createEar, type Ear } from '#simulator/voice/ear.ts'
import { tone } from '#simulator/voice/tone.ts'

const SILENCE = new Int16Array(160)

interface Telephone extends TelephoneEnd {
  readonly ear: Ear
}

function telephone(hz: number): Telephone {
  const ear = createEar()
  return { say: tone(hz), hear: (frame, at) => ear.hear(frame, at), ear }
}

interface Leg extends LegEnd {
  readonly ear: Ear
  beat(at: number): void
}

/** A softphone that says a tone and hears what it is made to, a frame of each at every beat. */
function leg(hz: number): Leg {
  const ear = createEar()
  const says = tone(hz)
  let source: Source | null = null
  const voice = { say: (next: Source | null) => (source = next), hearing: createEar(), onFrame: null, digits: '' }
  const end: Leg = {
    voice,
    ear,
    beat: (at) => {
      end.voice.onFrame?.(says() ?? SILENCE, at)
      ear.hear(source?.() ?? SILENCE, at)
    },
  }
  return end
}

function run(room: Room, legs: readonly Leg[], frames = 30, from = 0): number {
  for (let n = 1; n <= frames; n += 1) {
    const at = from + n * 20
    for (const one of legs) one.beat(at)
    room.beat(at)
  }
  return from + frames * 20
}

const last = ({ ear }: { readonly ear: Ear }) => ear.chords.at(-1)?.tones.map((hz) => Math.round(hz / 10) * 10)

test('each hears all the others and not itself', () => {
  const room = createRoom(() => undefined)
  const [agent, colleague] = [leg(1000), leg(660)]
  const [customer, outside] = [telephone(440), telephone(1500)]
  for (const end of [agent, colleague, customer, outside]) room.join(end)

  run(room, [agent, colleague])

  expect(last(agent)).toEqual([440, 660, 1500])
  expect(last(colleague)).toEqual([440, 1000, 1500])
  expect(last(customer)).toEqual([660, 1000, 1500])
  expect(last(outside)).toEqual([440, 660, 1000])
})

test('a leg alone with a telephone is heard at the moment it speaks, without a beat', () => {
  const room = createRoom(() => undefined)
  const [agent, customer] = [leg(1000), telephone(440)]
  room.join(agent)
  room.join(customer)

  for (let n = 1; n <= 10; n += 1) agent.beat(n * 20)

  expect(room.needsBeat).toBe(false)
  expect(customer.ear.heard).toHaveLength(1)
  expect(customer.ear.amongTones(1000, 20, 200)).toBe('throughout')
  expect(last(agent)).toEqual([440])
})

test('who is set aside hears the music and is not heard, until back among the others', () => {
  const room = createRoom(() => undefined)
  const [agent, customer, outside] = [leg(1000), telephone(440), telephone(1500)]
  for (const end of [agent, customer, outside]) room.join(end)
  room.setAside(customer, music())

  const then = run(room, [agent])
  expect(last(customer)).toEqual([MUSIC_HZ])
  expect(last(agent)).toEqual([1500])
  expect(last(outside)).toEqual([1000])

  room.setAside(customer, null)
  run(room, [agent], 30, then)
  expect(last(customer)).toEqual([1000, 1500])
  expect(last(agent)).toEqual([440, 1500])
})

test('a muted end is heard by nobody, a whisper by one', () => {
  const room = createRoom(() => undefined)
  const [agent, lead, customer] = [leg(1000), leg(660), telephone(440)]
  for (const end of [agent, lead, customer]) room.join(end)
  room.setAudience(lead, (other) => other === agent)

  const then = run(room, [agent, lead])
  expect(last(customer)).toEqual([1000])
  expect(last(agent)).toEqual([440, 660])
  expect(last(lead)).toEqual([440, 1000])

  room.setAudience(agent, () => false)
  run(room, [agent, lead], 30, then)
  expect(last(lead)).toEqual([440])
})

test('who leaves says and hears nothing more', () => {
  const room = createRoom(() => undefined)
  const [agent, customer] = [leg(1000), telephone(440)]
  room.join(agent)
  room.join(customer)
  const then = run(room, [agent])

  room.leave(agent)
  run(room, [agent], 20, then)

  expect(last(agent)).toEqual([])
  expect(customer.ear.chords.at(-1)?.to).toBeLessThanOrEqual(then)
  expect(room.ends).toEqual([customer])
})

test('loud voices together stay within 16 bits', () => {
  const room = createRoom(() => undefined)
  const loud = (value: number): TelephoneEnd => ({
    say: () => new Int16Array(160).fill(value),
    hear: () => undefined,
  })
  const frames: Int16Array[] = []
  room.join(loud(30_000))
  room.join(loud(20_000))
  room.join({ say: () => null, hear: (frame) => void frames.push(frame) })

  room.beat(20)

  expect(frames[0]?.[0]).toBe(32_767)
})

test('the clock runs only while somebody needs it', async () => {
  const exchange = createExchange()
  onTestFinished(() => exchange.stop())
  const room = exchange.open()
  const [one, other] = [telephone(440), telephone(660)]
  room.join(one)
  expect(exchange.ticking).toBe(false)

  room.join(other)
  expect(exchange.ticking).toBe(true)
  await one.ear.waitForChord([660], { forMs: 100 })

  room.leave(other)
  expect([exchange.ticking, exchange.busy]).toEqual([false, 1])
  room.leave(one)
  expect(exchange.busy).toBe(0)
})
