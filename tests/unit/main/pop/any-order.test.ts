import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PopSubject } from '#contract'
import type { PopEvent } from '#main/pop/event.ts'
import { advance } from '#main/pop/pop.ts'
import type { PopValue } from '#main/pop/site-page.ts'
import { noPop, type PopOrder, type PopState } from '#main/pop/state.ts'
import { keyOf } from '#main/pop/subjects.ts'
import type { ViewFact } from '#main/pop/views.ts'
import { agent, callA, callB, chatC, chatD, sitePage, subjectOf } from '#support/pop/pages.ts'

const pages = [
  sitePage({ when: ['ringing', 'talking'] }),
  sitePage({ name: 'Orders', when: ['incoming', 'chat-switch', 'released'] }),
  sitePage({ name: 'Needy', url: 'https://crm.example/{calldata}' }),
  sitePage({ name: 'Both', open: 'both', when: ['talking'] }),
]

const subject = fc.constantFrom<PopSubject>(callA, callB, chatC, chatD)
const tab = fc.constantFrom(...Array.from({ length: 8 }, (_, index) => `tab-${index + 1}`), 'w1', 'w2')
const at = fc.nat(10_000)

const about = fc
  .record({
    subject,
    stage: fc.constantFrom('incoming', 'ringing', 'dialling', 'far-side-rings', 'talking', 'over'),
    front: fc.boolean(),
    awaited: fc.subarray<PopValue>(['calldata', 'callid']),
    outgoing: fc.boolean(),
    calldata: fc.option(fc.string({ minLength: 1 })),
  })
  .map(({ subject: one, calldata, ...rest }) =>
    subjectOf(one, { ...rest, values: { callid: keyOf(one), ...(calldata !== null && { calldata }) } }),
  )

const fact = fc.oneof(
  fc.constantFrom<ViewFact>({ type: 'closed' }, { type: 'window-refused' }, { type: 'asks-no-more', id: 'q1' }),
  tab.map((opened): ViewFact => ({ type: 'opened', tab: opened })),
  fc
    .constantFrom('q1', 'q2', 'q3')
    .map((id): ViewFact => ({ type: 'asks', question: { id, tab: 'any', kind: 'leave', closing: true } })),
  fc.record({ id: fc.constantFrom('d1', 'd2'), state: fc.constantFrom('going', 'done') }).map(
    ({ id, state }): ViewFact => ({
      type: 'download',
      download: { id, tab: 'any', file: 'f', bytes: 1, received: 0, state },
    }),
  ),
)

const event = fc.oneof(
  fc.record({
    type: fc.constant('work'),
    subjects: fc.uniqueArray(about, { selector: (one) => keyOf(one.subject), maxLength: 4 }),
    at,
  }),
  fc.record({ type: fc.constant('fact'), tab, fact }),
  fc.record({ type: fc.constant('followed'), subject: fc.option(subject), at }),
  fc.record({ type: fc.constant('shown'), tab }),
  fc.record({ type: fc.constant('time'), at }),
  fc.record({
    type: fc.constant('opened-by-hand'),
    page: fc.constantFrom('CRM', 'Needy', 'Both'),
    subject: fc.option(subject),
  }),
  fc.record({ type: fc.constant('placed'), place: fc.constantFrom('desk', 'window', 'closed') }),
  fc.constantFrom(
    { type: 'close-ended' },
    { type: 'agent', agent: null },
    { type: 'agent', agent },
    { type: 'site', pages },
  ),
)

/** What holds of the pages whatever has happened. */
function isSound(state: PopState): void {
  const ids = state.tabs.map(({ id }) => id)
  const own = state.tabs.filter(({ opener }) => opener === null)
  const keys = own.map(({ page, subject: of }) => `${page} ${of ? keyOf(of) : 'nobody'}`)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(keys).size).toBe(keys.length)
  expect([...ids, null]).toContain(state.shown)
  // Something is always to be seen where there is anything.
  if (state.shown === null) expect(ids).toEqual([])
  for (const { tab: of } of [...state.questions, ...state.downloads]) expect(ids).toContain(of)
  for (const of of state.lastShown.values()) expect(ids).toContain(of)
  if (state.agent === null) expect(state.tabs).toEqual([])
}

/** No page hears of another call than its own, but those that belong to nobody. */
function isDiscreet({ tabs, orders }: PopState): void {
  for (const order of orders) {
    if (order.do !== 'tell' || order.event.fields.callid === undefined) continue
    const of = tabs.find(({ id }) => id === order.tab)?.subject ?? null
    expect([null, order.event.fields.callid]).toContain(of && keyOf(of))
  }
}

/** No view is opened twice, and none is told, asked or closed that was never there. */
function areSound(orders: readonly PopOrder[]): void {
  const opened = orders.flatMap((order) => (order.do === 'open' ? [order.tab] : []))
  expect(new Set(opened).size).toBe(opened.length)
  for (const order of orders) if (order.do === 'tell') expect(opened).toContain(order.tab)
}

test('whatever comes, in whatever order, no page has two tabs for one call and nothing is left behind', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const orders: PopOrder[] = []
      let state = advance(noPop(pages, 'desk'), { type: 'agent', agent })
      for (const one of events) {
        state = advance(state, one as PopEvent)
        orders.push(...state.orders)
        isSound(state)
        isDiscreet(state)
      }
      areSound(orders)
    }),
    { numRuns: 500 },
  )
})
