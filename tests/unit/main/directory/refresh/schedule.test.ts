import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  advance,
  atRest,
  keyOf,
  nextStep,
  type Outcome,
  type Query,
  type Schedule,
  type ScheduleEvent,
} from '#main/directory/refresh/schedule.ts'

const happened = (...events: readonly ScheduleEvent[]) => events.reduce(advance, atRest)
const watched = (at = 0, queues: readonly string[] = []): ScheduleEvent => ({ type: 'watched', queues, at })
const connected: ScheduleEvent = { type: 'connected', at: 0 }

/** Runs the schedule as the shell does, every question answered at once. */
function run(
  start: Schedule,
  from: number,
  until: number,
  answer: (query: Query, at: number) => Outcome = () => 'yes',
) {
  let schedule = start
  let at = from
  const asked: { readonly key: string; readonly at: number }[] = []
  for (;;) {
    const step = nextStep(schedule, at)
    if (step === null) break
    if ('afterMs' in step) at += step.afterMs
    if (at > until) break
    if ('afterMs' in step) continue
    const query = step.ask
    asked.push({ key: keyOf(query), at })
    schedule = advance(schedule, { type: 'asked', query, at })
    schedule = advance(schedule, { type: 'answered', query, outcome: answer(query, at), at })
  }
  return { asked, schedule }
}

const keys = (asked: readonly { readonly key: string }[]) => asked.map(({ key }) => key)

describe('who asks', () => {
  test('nobody, while nobody looks or there is no connection', () => {
    expect(nextStep(happened(connected), 0)).toBeNull()
    expect(nextStep(happened(watched()), 0)).toBeNull()
    expect(nextStep(happened(connected, watched(), { type: 'unwatched', at: 1 }), 2)).toBeNull()
    expect(nextStep(happened(connected, watched(), { type: 'disconnected', at: 1 }), 2)).toBeNull()
  })

  test('one thing at a time', () => {
    expect(
      nextStep(happened(connected, watched(), { type: 'asked', query: { what: 'agents' }, at: 0 }), 60_000),
    ).toBeNull()
  })
})

test('the first look gets the lists and the queues it sees at once', () => {
  const { asked } = run(happened(connected, watched(0, ['1', '2'])), 0, 0)

  expect(keys(asked)).toEqual(['agents', 'queues', 'access-codes', 'ivrs', 'waiting 1', 'waiting 2'])
})

test('states and waiting counts are asked for every ten seconds, configuration is not', () => {
  const { asked } = run(happened(connected, watched(0, ['1'])), 0, 60_000)

  const times = (key: string) => asked.filter((one) => one.key === key).length
  expect(times('agents')).toBe(7)
  expect(times('waiting 1')).toBe(7)
  expect(times('queues')).toBe(1)
})

test('what is young is not asked for again when the directory is opened', () => {
  const { schedule } = run(happened(connected, watched(0)), 0, 0)
  const closed = advance(schedule, { type: 'unwatched', at: 1_000 })

  expect(nextStep(advance(closed, watched(2_000)), 2_000)).toEqual({ afterMs: 3_000 })
  expect(nextStep(advance(closed, watched(6_000)), 6_000)).toEqual({ ask: { what: 'agents' } })
})

test('a refusal that smells of a limit is answered with silence, twice as long each time', () => {
  const { asked } = run(happened(connected, watched()), 0, 700_000, () => 'limited')

  expect(asked.map(({ at }) => at)).toEqual([0, 15_000, 45_000, 105_000, 225_000, 465_000])
})

test('one yes ends the silence', () => {
  const limited = (query: Query, at: number): Outcome => (query.what === 'agents' && at < 10_000 ? 'limited' : 'yes')
  const { schedule } = run(happened(connected, watched()), 0, 20_000, limited)

  expect(schedule.limits).toBe(0)
})

test('a right that is missing is not asked for over and over', () => {
  const { asked } = run(happened(connected, watched()), 0, 300_000, ({ what }) => (what === 'ivrs' ? 'no' : 'yes'))

  expect(asked.filter(({ key }) => key === 'ivrs')).toHaveLength(1)
})

test('whatever is looked at, no minute has more than 36 queries', () => {
  const queues = fc.uniqueArray(fc.integer({ min: 1, max: 60 }).map(String), { maxLength: 40 })
  const outcome = fc.constantFrom<Outcome>('yes', 'yes', 'yes', 'no', 'limited')
  fc.assert(
    fc.property(queues, fc.infiniteStream(outcome), (seen, outcomes) => {
      const { asked } = run(happened(connected, watched(0, seen)), 0, 300_000, () => outcomes.next().value ?? 'yes')

      // Thirty, and the six of the first look.
      for (const { at: from } of asked)
        expect(asked.filter(({ at }) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(36)
    }),
  )
})

test('every queue that is looked at has its turn', () => {
  const seen = Array.from({ length: 12 }, (_, index) => String(index))
  const { asked } = run(happened(connected, watched(0, seen)), 0, 60_000)

  expect(new Set(keys(asked).filter((key) => key.startsWith('waiting'))).size).toBe(12)
})
