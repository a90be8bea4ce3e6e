import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Microphone as MicrophoneFact } from '#contract'
import { Microphone } from '#renderer/phone/media/microphone.ts'
import { type FakeSender, fakeSender, fakeTrack } from './fake-voice.ts'

function start() {
  const facts: MicrophoneFact[] = []
  const troubles: Error[] = []
  const microphone = new Microphone({ onFact: (fact) => facts.push(fact), onTrouble: (error) => troubles.push(error) })
  return { microphone, facts, troubles }
}

/** A dialog in the middle of a conversation. */
function talking() {
  const begun = start()
  const sender = fakeSender()
  begun.microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })
  begun.microphone.attach('d1', sender)
  begun.microphone.established('d1')
  begun.microphone.openFor('d1')
  return { ...begun, sender }
}

test('a dialog’s track is closed from the start, though the device’s is not', () => {
  const { microphone } = start()
  const sender = fakeSender()
  microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })

  microphone.attach('d1', sender)
  microphone.established('d1')

  expect(sender.track?.enabled).toBe(false)
})

test('is open for the established dialog that is wanted', () => {
  const { sender, facts } = talking()

  expect(sender.track?.enabled).toBe(true)
  expect(facts.at(-1)).toEqual({ status: 'open', label: 'Headset' })
})

test('is closed at once when the dialog is over, and its track let go', () => {
  const { microphone, sender, facts } = talking()
  const track = sender.track

  microphone.ended('d1')

  expect(track?.enabled).toBe(false)
  expect(facts.at(-1)?.status).toBe('ready')
})

test('is closed at once when it is no longer wanted', () => {
  const { microphone, sender } = talking()

  microphone.openFor(null)

  expect(sender.track?.enabled).toBe(false)
})

test('opens one dialog and closes the other when the wish moves on', () => {
  const { microphone, sender } = talking()
  const second = fakeSender()
  microphone.attach('d2', second)
  microphone.established('d2')

  microphone.openFor('d2')

  expect([sender.track?.enabled, second.track?.enabled]).toEqual([false, true])
})

test('takes up the new device in mid-call, still open', () => {
  const { microphone, sender } = talking()
  const before = sender.track

  microphone.use({ status: 'held', track: fakeTrack('Built-in'), label: 'Built-in' })

  expect(before?.enabled).toBe(false)
  expect(sender.track).toMatchObject({ label: 'Built-in', enabled: true })
})

test('says that the device is gone, and sends nothing', () => {
  const { microphone, sender, facts } = talking()

  microphone.use({ status: 'unplugged', label: 'Headset' })

  expect(sender.track).toBeNull()
  expect(facts.at(-1)).toEqual({ status: 'unplugged', label: 'Headset' })
})

test('says each fact once', () => {
  const { microphone, facts } = talking()

  microphone.openFor('d1')
  microphone.established('d1')

  expect(facts.map(({ status }) => status)).toEqual(['ready', 'open'])
})

test('a sender that will not take the track is trouble, and nothing more', async () => {
  const { microphone, troubles } = start()
  microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })

  microphone.attach('d1', { replaceTrack: () => Promise.reject(new Error('closed')) })
  await Promise.resolve()

  expect(troubles).toHaveLength(1)
})

test('can be tried out while there is no dialog, and no longer', () => {
  const { microphone } = start()
  const held = fakeTrack()
  microphone.use({ status: 'held', track: held, label: 'Headset' })

  microphone.tryOut(true)
  expect(microphone.audible).toMatchObject({ enabled: true })
  microphone.attach('d1', fakeSender())

  expect(microphone.audible).toBeNull()
  expect(held.clones[0]?.stopped).toBe(true)
})

type Step =
  | { readonly do: 'want'; readonly id: string | null }
  | { readonly do: 'attach' | 'establish' | 'end'; readonly id: string }
  | { readonly do: 'hold' }
  | { readonly do: 'lose' }
  | { readonly do: 'try'; readonly on: boolean }

const dialogId = fc.constantFrom('d1', 'd2', 'd3')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('want' as const), id: fc.option(dialogId, { nil: null }) }),
  fc.record({ do: fc.constantFrom('attach' as const, 'establish' as const, 'end' as const), id: dialogId }),
  fc.constantFrom<Step>({ do: 'hold' }, { do: 'lose' }),
  fc.record({ do: fc.constant('try' as const), on: fc.boolean() }),
)

/** What main and SIP said so far, told by the test itself. */
interface Told {
  wanted: string | null
  readonly up: Set<string>
  readonly senders: Map<string, FakeSender[]>
}

function follow(microphone: Microphone, told: Told, next: Step): void {
  switch (next.do) {
    case 'want':
      told.wanted = next.id
      microphone.openFor(next.id)
      break
    case 'try':
      microphone.tryOut(next.on)
      break
    case 'hold':
      microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })
      break
    case 'lose':
      microphone.use({ status: 'unplugged', label: 'Headset' })
      break
    default:
      followDialog(microphone, told, next.do, next.id)
  }
}

function followDialog(microphone: Microphone, told: Told, what: 'attach' | 'establish' | 'end', id: string): void {
  if (what === 'attach') {
    const sender = fakeSender()
    told.senders.set(id, [...(told.senders.get(id) ?? []), sender])
    microphone.attach(id, sender)
  } else if (what === 'establish') {
    told.up.add(id)
    microphone.established(id)
  } else {
    told.up.delete(id)
    microphone.ended(id)
  }
}

test('whatever the order, only the wanted and established dialog is ever heard', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { microphone } = start()
      const told: Told = { wanted: null, up: new Set(), senders: new Map() }
      for (const next of steps) {
        follow(microphone, told, next)
        for (const [id, senders] of told.senders) {
          const open = senders.filter(({ track }) => track?.enabled === true).length
          expect(open).toBeLessThanOrEqual(id === told.wanted && told.up.has(id) ? 1 : 0)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

test('the wanted and established dialog is heard as soon as there is a device', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['want', 'attach', 'establish', 'hold'] as const, { minLength: 4 }), (order) => {
      const { microphone } = start()
      const told: Told = { wanted: null, up: new Set(), senders: new Map() }
      for (const what of order) follow(microphone, told, what === 'hold' ? { do: what } : { do: what, id: 'd1' })

      expect(told.senders.get('d1')?.[0]?.track?.enabled).toBe(true)
    }),
  )
})
