import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineCommand } from '#contract'
import { type LineParts, nothingWanted, PhoneLine } from '#renderer/phone/line.ts'
import { Capture } from '#renderer/phone/media/capture.ts'
import { Microphone } from '#renderer/phone/media/microphone.ts'
import type { SipFact } from '#renderer/phone/sip/sip-line.ts'
import { type FakeSender, type FakeTrack, fakeSender, fakeTrack, unplug } from './media/fake-voice.ts'

const nothing = () => undefined

/** The shell with the real microphone and the real capture, whose device opens when the test lets it. */
function start() {
  const tracks: FakeTrack[] = []
  const opening: (() => void)[] = []
  const microphone = new Microphone({ onFact: nothing, onUnheard: nothing, onTrouble: nothing })
  const capture = new Capture<FakeTrack>({
    open: () =>
      new Promise((resolve) => {
        opening.push(() => {
          const track = fakeTrack()
          tracks.push(track)
          resolve(track)
        })
      }),
    list: async () => [],
    onSource: (source) => microphone.use(source),
    onTrouble: nothing,
  })
  const parts: LineParts = {
    sip: { serve: nothing, close: nothing, command: () => Promise.resolve() },
    microphone,
    capture,
    peers: { want: nothing, refill: () => Promise.resolve() },
    legs: { hear: nothing, held: nothing, ended: nothing, ringBack: nothing },
    pictures: { want: nothing, agreed: nothing, held: nothing, ended: nothing, share: () => Promise.resolve() },
    sounds: { use: nothing, ring: nothing, tryRing: nothing },
    meter: { run: nothing },
    devices: { watch: nothing, known: { microphones: [], speakers: [] } },
    report: nothing,
  }
  return { line: new PhoneLine(parts), microphone, tracks, opening }
}

type Step =
  | { readonly do: 'want'; readonly id: string | null; readonly warm: boolean; readonly levels: boolean }
  | { readonly do: 'fact'; readonly type: 'invited' | 'dialling' | 'established' | 'ended'; readonly id: string }
  | { readonly do: 'attach' | 'hang-up'; readonly id: string }
  | { readonly do: 'open' }
  | { readonly do: 'unplug' }
  | { readonly do: 'lose main' }
  | { readonly do: 'close' }

const id = fc.constantFrom('d1', 'd2')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('want' as const),
    id: fc.option(id, { nil: null }),
    warm: fc.boolean(),
    levels: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('fact' as const),
    type: fc.constantFrom('invited' as const, 'dialling' as const, 'established' as const, 'ended' as const),
    id,
  }),
  fc.record({ do: fc.constantFrom('attach' as const, 'hang-up' as const), id }),
  fc.constantFrom<Step>({ do: 'open' }, { do: 'unplug' }, { do: 'lose main' }, { do: 'close' }),
)

/** What the test itself knows to be true. */
interface Truth {
  wanted: string | null
  readonly up: Set<string>
  readonly senders: [string, FakeSender][]
}

function factOf(type: Extract<Step, { do: 'fact' }>['type'], dialogId: string): SipFact {
  if (type === 'invited') return { type, dialogId, number: '1' }
  return type === 'ended' ? { type, dialogId, cause: 'we-ended' } : { type, dialogId }
}

function happen(line: PhoneLine, truth: Truth, next: Extract<Step, { do: 'fact' }>): void {
  if (next.type === 'established') truth.up.add(next.id)
  if (next.type === 'ended') truth.up.delete(next.id)
  line.happened(factOf(next.type, next.id))
}

function order(line: PhoneLine, truth: Truth, command: LineCommand): void {
  if (command.verb === 'hang-up') truth.up.delete(command.dialogId)
  if (command.verb === 'close') truth.wanted = null
  line.command(command)
}

function act({ line, microphone, tracks, opening }: ReturnType<typeof start>, truth: Truth, next: Step): void {
  const sender = fakeSender()
  switch (next.do) {
    case 'want':
      truth.wanted = next.id
      line.want({ ...nothingWanted, microphoneFor: next.id, warm: next.warm, levels: next.levels })
      break
    case 'fact':
      happen(line, truth, next)
      break
    case 'attach':
      truth.senders.push([next.id, sender])
      microphone.attach(next.id, sender)
      break
    case 'hang-up':
      order(line, truth, { verb: 'hang-up', dialogId: next.id })
      break
    case 'close':
      order(line, truth, { verb: 'close' })
      break
    case 'lose main':
      truth.wanted = null
      line.unwanted()
      break
    case 'open':
      opening.shift()?.()
      break
    case 'unplug':
      for (const track of tracks) unplug(track)
  }
}

test('in every order of wishes, dialogs and devices, only the wanted and established dialog is heard', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 50 }), async (steps) => {
      const begun = start()
      const truth: Truth = { wanted: null, up: new Set(), senders: [] }
      for (const next of steps) {
        act(begun, truth, next)
        for (let turn = 0; turn < 6; turn++) await Promise.resolve()
        const open = truth.senders.filter(([, { track }]) => track?.enabled === true)

        expect(open.length).toBeLessThanOrEqual(1)
        for (const [dialogId] of open) expect(dialogId === truth.wanted && truth.up.has(dialogId)).toBe(true)
      }
    }),
    { numRuns: 1_500 },
  )
})
