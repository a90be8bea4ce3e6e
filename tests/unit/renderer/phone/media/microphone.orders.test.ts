import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Holder, Microphone, type VoiceTrack } from '#renderer/phone/media/microphone.ts'
import { type FakeSender, fakeSender, fakeTrack } from './fake-voice.ts'

const nothing = () => undefined

function start() {
  const unheard = { now: null as VoiceTrack | null }
  const onUnheard = (track: VoiceTrack | null) => {
    unheard.now = track
  }
  return { microphone: new Microphone({ onFact: nothing, onUnheard, onTrouble: nothing }), unheard }
}

type Step =
  | { readonly do: 'want'; readonly id: string | null }
  | { readonly do: 'attach' | 'establish' | 'end'; readonly id: string }
  | { readonly do: 'on hold' | 'off hold'; readonly id: string; readonly by: Holder }
  | { readonly do: 'hold' }
  | { readonly do: 'lose' }
  | { readonly do: 'try'; readonly on: boolean }

const dialogId = fc.constantFrom('d1', 'd2', 'd3')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('want' as const), id: fc.option(dialogId, { nil: null }) }),
  fc.record({ do: fc.constantFrom('attach' as const, 'establish' as const, 'end' as const), id: dialogId }),
  fc.record({
    do: fc.constantFrom('on hold' as const, 'off hold' as const),
    id: dialogId,
    by: fc.constantFrom<Holder>('us', 'far-side'),
  }),
  fc.constantFrom<Step>({ do: 'hold' }, { do: 'lose' }),
  fc.record({ do: fc.constant('try' as const), on: fc.boolean() }),
)

/** What main and SIP said so far, told by the test itself. */
interface Told {
  wanted: string | null
  readonly up: Set<string>
  readonly held: Set<string>
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
    case 'on hold':
      told.held.add(`${next.id} ${next.by}`)
      microphone.held(next.id, next.by, true)
      break
    case 'off hold':
      told.held.delete(`${next.id} ${next.by}`)
      microphone.held(next.id, next.by, false)
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
    for (const by of ['us', 'far-side']) told.held.delete(`${id} ${by}`)
    microphone.ended(id)
  }
}

test('whatever the order, only the wanted and established dialog that nobody holds is ever heard', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { microphone, unheard } = start()
      const told: Told = { wanted: null, up: new Set(), held: new Set(), senders: new Map() }
      const mayHear = (id: string) =>
        id === told.wanted && told.up.has(id) && !told.held.has(`${id} us`) && !told.held.has(`${id} far-side`)
      for (const next of steps) {
        follow(microphone, told, next)
        const sent = [...told.senders.values()].flat().map(({ track }) => track)
        expect(unheard.now !== null && sent.includes(unheard.now)).toBe(false)
        for (const [id, senders] of told.senders) {
          const open = senders.filter(({ track }) => track?.enabled === true).length
          expect(open).toBeLessThanOrEqual(mayHear(id) ? 1 : 0)
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
      const told: Told = { wanted: null, up: new Set(), held: new Set(), senders: new Map() }
      for (const what of order) follow(microphone, told, what === 'hold' ? { do: what } : { do: what, id: 'd1' })

      expect(told.senders.get('d1')?.[0]?.track?.enabled).toBe(true)
    }),
  )
})
