import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Call, Calls } from '#contract'
import { NOTHING_RECORDED, type Recorded, recordingOf } from '#main/calls/history/recorder.ts'
import type { Known } from '#main/calls/history/store/store.ts'

const AT = 5_000

function callIn(phase: Call['phase'], more: Partial<Call> = {}): Call {
  return {
    id: 'one',
    direction: 'incoming',
    number: '13800138000',
    part: 'main',
    startedAt: 1_000,
    verbs: [],
    parties: [],
    ...more,
    phase,
  }
}

const ringing = callIn({ name: 'ringing', since: 1_000 })
const talking = callIn({ name: 'talking', since: 2_000, muted: false }, { talkingSince: 2_000 })
const ended = callIn({ name: 'ended', at: 3_000, reason: 'customer-hung-up' }, { talkingSince: 2_000 })

function calls(...list: readonly Call[]): Calls {
  return { list, missed: [] }
}

/** What is told of one snapshot after the other. */
function told(...snapshots: readonly Calls[]): readonly (readonly Known[])[] {
  let recorded: Recorded = NOTHING_RECORDED
  return snapshots.map((snapshot) => {
    const recording = recordingOf(recorded, snapshot, AT)
    recorded = recording.recorded
    return recording.news
  })
}

test('a call is told when it rings, talks and ends, and not again', () => {
  const news = told(calls(ringing), calls(ringing), calls(talking), calls(talking), calls(ended), calls(ended))

  expect(news.map((one) => one.length)).toEqual([1, 0, 1, 0, 1, 0])
  expect(news[4]).toMatchObject([{ id: 'one', talkingSince: 2_000, endedAt: 3_000, reason: 'customer-hung-up' }])
})

test('a call that is only arriving is not told before it has become something', () => {
  const gaveUp = callIn({ name: 'ended', at: 1_500, reason: 'customer-gave-up' })

  const [arriving, over] = told(calls(callIn({ name: 'arriving' })), calls(gaveUp))

  expect(arriving).toEqual([])
  expect(over).toMatchObject([{ missed: true, endedAt: 1_500 }])
})

test('hold and retrieve are nothing to tell', () => {
  const held = { ...talking, phase: { name: 'held', since: 2_500 } } as const

  expect(told(calls(talking), calls(held), calls(talking))[1]).toEqual([])
})

test('of two that end at once the one that the list has dropped is told too', () => {
  const other = { ...ringing, id: 'two' }
  const gaveUp = { id: 'two', number: '13800138000', at: 2_900, reason: 'customer-gave-up', seen: false } as const

  const [, dropped] = told(calls(talking, other), { list: [ended], missed: [gaveUp] })
  const [, unexplained] = told(calls(talking, other), calls(ended))

  expect(dropped).toContainEqual(
    expect.objectContaining({ id: 'two', endedAt: 2_900, reason: 'customer-gave-up', missed: true }),
  )
  expect(unexplained).toContainEqual(
    expect.objectContaining({ id: 'two', endedAt: AT, reason: 'ended-by-platform', missed: false }),
  )
})

test('everybody who was in it together stays told, and where it was handed over', () => {
  const parties = [
    { number: '13800138000', kind: 'customer', state: 'talking' },
    { number: '6073', kind: 'agent', state: 'talking' },
  ] as const
  const to = { kind: 'agent', address: '6073' } as const
  const together = { ...talking, parties, transfer: { to, mode: 'talk', since: 2_500, stage: 'talking' } } as const
  const over = callIn({ name: 'ended', at: 3_000, reason: 'transferred' }, { talkingSince: 2_000 })

  const transferred = told(calls(talking), calls(together), calls(over)).at(-1)
  const came = told(calls(talking), calls(together), calls(ended)).at(-1)

  expect(transferred).toMatchObject([{ transferredTo: to, parties: [{ number: '13800138000' }, { number: '6073' }] }])
  expect(came?.[0]).not.toHaveProperty('transferredTo')
})

interface Step {
  readonly id: 'one' | 'two' | 'three'
  readonly ends: boolean
}

/** The calls after each step: one begins or ends, each once, and of those that ended only the last is listed. */
function lives(steps: readonly Step[]): { readonly snapshots: readonly Calls[]; readonly over: ReadonlySet<string> } {
  const live = new Map<string, Call>()
  const over = new Set<string>()
  const snapshots = steps.map(({ id, ends }) => {
    if (ends && live.delete(id)) over.add(id)
    else if (!ends && !over.has(id)) live.set(id, { ...talking, id })
    return calls(...live.values(), ...(ends && over.has(id) ? [{ ...ended, id }] : []))
  })
  return { snapshots, over }
}

test('whatever comes and goes, the end of each call that is over is told, and of no other', () => {
  const step = fc.record({ id: fc.constantFrom('one', 'two', 'three'), ends: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const { snapshots, over } = lives(steps)
      const news = told(...snapshots).flat()
      const ends = news.filter(({ endedAt }) => endedAt !== undefined).map(({ id }) => id)
      expect(new Set(ends)).toEqual(over)
    }),
  )
})
