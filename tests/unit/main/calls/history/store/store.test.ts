import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HistorySearch } from '#contract'
import { IN_MEMORY, openDatabase } from '#main/calls/history/store/open-database.ts'
import { createStore, type Known } from '#main/calls/history/store/store.ts'
import { known, noon, owner } from '#support/history/past.ts'

const DAY_MS = 86_400_000

let database = openDatabase(IN_MEMORY)
let store = createStore(database)

beforeEach(() => {
  database = openDatabase(IN_MEMORY)
  store = createStore(database)
})

afterEach(() => database.close())

function keep(...calls: readonly Partial<Known>[]): void {
  store.record({ owner, calls: calls.map((call, at) => known({ startedAt: noon + at, ...call })) })
}

function found(text: string, more: Partial<HistorySearch> = {}, of = owner) {
  return store.search({ owner: of, asked: { text, filter: 'all', limit: 50, ...more } })
}

const numbersOf = ({ calls }: ReturnType<typeof found>) => calls.map(({ number }) => number)

test('a call is kept with everything that is known of it', () => {
  keep({
    name: 'Wang Fang 王芳',
    queue: '售后',
    parties: [{ number: '6073', kind: 'agent' }],
    transferredTo: { kind: 'queue', address: '12' },
    reason: 'transferred',
  })

  expect(found('').calls).toEqual([
    {
      id: `call-${noon}`,
      place: noon * 100,
      direction: 'incoming',
      number: '13800138000',
      name: 'Wang Fang 王芳',
      queue: '售后',
      part: 'main',
      startedAt: noon,
      talkingSince: noon + 5_000,
      endedAt: noon + 65_000,
      reason: 'transferred',
      parties: [{ number: '6073', kind: 'agent' }],
      transferredTo: { kind: 'queue', address: '12' },
      missed: false,
      note: '',
    },
  ])
})

test('the newest comes first, and pages join without a gap', () => {
  keep(...Array.from({ length: 7 }, (_, at) => ({ number: String(at) })))

  const first = found('', { limit: 4 })
  const second = found('', { limit: 4, before: first.calls.at(-1)?.place ?? 0 })

  expect([...numbersOf(first), ...numbersOf(second)]).toEqual(['6', '5', '4', '3', '2', '1', '0'])
  expect([first.more, second.more]).toEqual([true, false])
})

test('two calls that began in the same millisecond are both kept', () => {
  keep({ id: 'one', startedAt: noon }, { id: 'two', startedAt: noon })

  expect(found('').calls.map(({ id }) => id)).toEqual(['two', 'one'])
})

const calls: readonly Partial<Known>[] = [
  { number: '+8613800138000', queue: 'Support' },
  { number: '075528780808', queue: '售后', name: '王芳' },
  { number: '6073', direction: 'internal', name: 'José Ñandú' },
]

test.each([
  ['013', ['+8613800138000']],
  ['138 0013-8000', ['+8613800138000']],
  ['+86 138', ['+8613800138000']],
  ['(0755) 2878', ['075528780808']],
  ['１３８', ['+8613800138000']],
  ['售后', ['075528780808']],
  ['售', ['075528780808']],
  ['王芳 售后', ['075528780808']],
  ['support', ['+8613800138000']],
  ['SUPP 0013', ['+8613800138000']],
  ['josé', ['6073']],
  ['73', ['6073']],
  ['support 王芳', []],
  ['999', []],
  ['%', []],
  ['"', []],
  ['" OR 1', []],
  ['NOT', []],
])('%s finds %j', (text, numbers) => {
  keep(...calls)

  expect(numbersOf(found(text))).toEqual(numbers)
})

test('words of a note are found, as they are now and not as they were', () => {
  keep({ id: 'one' })

  expect(store.note({ owner, callId: 'one', text: 'wants a refund 退款\n10-20 boxes' })).toBe(true)
  expect(store.note({ owner, callId: 'one', text: 'wants a replacement 换货\n10-20 boxes' })).toBe(true)

  expect(store.noteOf({ owner, callId: 'one' })).toContain('replacement')
  for (const text of ['replace', '换货', '10-20', 'boxes wants']) expect(found(text).calls, text).toHaveLength(1)
  for (const text of ['refund', '退款']) expect(found(text).calls, text).toHaveLength(0)
})

test('a note of a call that nobody knows is refused', () => {
  expect(store.note({ owner, callId: 'none', text: 'lost' })).toBe(false)
  expect(store.noteOf({ owner, callId: 'none' })).toBe('')
})

test('a call that goes on keeps its note and is not in the history before its end', () => {
  const { endedAt: _, reason: __, ...live } = known({ id: 'one' })
  store.record({ owner, calls: [live] })
  store.note({ owner, callId: 'one', text: 'half a word' })

  expect(found('').calls).toEqual([])
  store.record({ owner, calls: [known({ id: 'one', queue: 'Support' })] })
  expect(found('support').calls).toMatchObject([{ id: 'one', note: 'half a word' }])
})

test.each([
  ['incoming', ['1', '2']],
  ['outgoing', ['3']],
  ['internal', ['4']],
  ['missed', ['2']],
] as const)('the filter %s', (filter, numbers) => {
  keep(
    { number: '1' },
    { number: '2', missed: true, reason: 'not-answered' },
    { number: '3', direction: 'outgoing' },
    { number: '4', direction: 'internal' },
  )

  expect(numbersOf(found('', { filter })).toReversed()).toEqual(numbers)
})

test('another agent at this machine, and another site, see nothing of it', () => {
  keep({ id: 'one' })
  store.note({ owner, callId: 'one', text: 'mine' })
  for (const other of [
    { ...owner, agent: '6002' },
    { ...owner, site: 'elsewhere' },
  ]) {
    expect(found('', {}, other).calls).toEqual([])
    expect(found('138', {}, other).calls).toEqual([])
    expect(store.noteOf({ owner: other, callId: 'one' })).toBe('')
    store.remove({ owner: other, callId: 'one' })
    store.clear({ owner: other })
  }
  expect(found('').calls).toHaveLength(1)
})

test('what is removed is not found any more, by nothing', () => {
  keep({ id: 'one', number: '111222' }, { id: 'two', number: '333444' })
  store.note({ owner, callId: 'one', text: 'secret' })

  store.remove({ owner, callId: 'one' })

  expect(numbersOf(found(''))).toEqual(['333444'])
  for (const text of ['111', '11', 'secret']) expect(found(text).calls, text).toEqual([])
})

test('removing everything leaves the call that goes on', () => {
  const { endedAt: _, reason: __, ...live } = known({ id: 'live', startedAt: noon + 1 })
  keep({ id: 'one' })
  store.record({ owner, calls: [live] })

  store.clear({ owner })
  store.record({ owner, calls: [known({ id: 'live', startedAt: noon + 1 })] })

  expect(found('').calls.map(({ id }) => id)).toEqual(['live'])
})

test('a call is kept as long as its own site says', () => {
  const other = { ...owner, site: 'elsewhere', days: 3 }
  keep({ id: 'old', startedAt: noon - 31 * DAY_MS }, { id: 'young', startedAt: noon - 29 * DAY_MS })
  store.record({
    owner: other,
    calls: [known({ startedAt: noon - 4 * DAY_MS }), known({ startedAt: noon - 2 * DAY_MS })],
  })

  expect(store.expire({ ...owner, now: noon })).toBe(2)

  expect(found('').calls.map(({ id }) => id)).toEqual(['young'])
  expect(found('', {}, other).calls).toHaveLength(1)
})

test('a site that keeps for a shorter time from now on does so at once', () => {
  keep({ startedAt: noon - 5 * DAY_MS })

  expect(store.expire({ site: owner.site, days: 2, now: noon })).toBe(1)
})

test('missed calls are known with whether they were seen', () => {
  const missed = { missed: true, reason: 'customer-gave-up', queue: 'Support' } as const
  keep({ id: 'one', ...missed }, { id: 'two' })
  store.seen({ owner })
  keep({ id: 'three', startedAt: noon + 5, ...missed })

  expect(store.missed({ owner, limit: 10 })).toEqual([
    {
      id: 'three',
      number: '13800138000',
      queue: 'Support',
      at: noon + 65_005,
      reason: 'customer-gave-up',
      seen: false,
    },
    { id: 'one', number: '13800138000', queue: 'Support', at: noon + 65_000, reason: 'customer-gave-up', seen: true },
  ])
})
