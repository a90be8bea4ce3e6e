import { describe, expect, test, vi } from 'vitest'
import { hearPages, type PageWish } from '#main/doors/page-wish.ts'
import { createWishes } from '#main/doors/wishes.ts'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const number = '13800138000'

function setUp(signedIn = true) {
  const at = { now: 1_000 }
  const dial = vi.fn(() => Promise.resolve({ ok: true } as const))
  const onQuestion = vi.fn()
  const wishes = createWishes({
    ...{ dial, onQuestion },
    ready: () => signedIn,
    trusted: () => false,
    trust: vi.fn(),
    onChange: () => undefined,
    now: () => at.now,
  })
  const hear = hearPages(wishes, () => at.now, log)
  const wish = (given: Partial<PageWish> = {}) =>
    hear({ page: 'CRM', number, video: false, clicked: true, dial: 'click', ...given })
  return { wish, wishes, dial, onQuestion, at }
}

describe('a number that the agent has clicked in a page', () => {
  test('is dialled at once where the site lets it be', () => {
    const { wish, wishes, dial } = setUp()
    wish()
    expect(dial).toHaveBeenCalledExactlyOnceWith(number, false)
    expect(wishes.current().wish).toBeNull()
  })

  test('is dialled with the camera where the page says so', () => {
    const { wish, dial } = setUp()
    wish({ video: true })
    expect(dial).toHaveBeenCalledExactlyOnceWith(number, true)
  })

  test('is asked about where the site wants that', () => {
    const { wish, wishes, dial, onQuestion } = setUp()
    wish({ dial: 'ask', video: true })
    expect(dial).not.toHaveBeenCalled()
    expect(onQuestion).toHaveBeenCalledOnce()
    const asked = wishes.current().wish
    expect(asked).toMatchObject({ number, source: { kind: 'page', name: 'CRM' }, video: true })
    wishes.answer({ id: asked?.id ?? '', dial: true, always: true })
    expect(dial).toHaveBeenCalledExactlyOnceWith(number, true)
  })

  test('waits for the sign-in', () => {
    const { wish, wishes, dial } = setUp(false)
    wish()
    expect(dial).not.toHaveBeenCalled()
    expect(wishes.current().wish?.number).toBe(number)
  })

  test('is asked about where it may be an order to a switch', () => {
    const { wish, wishes, dial } = setUp()
    wish({ number: '*21*10086#' })
    expect(dial).not.toHaveBeenCalled()
    expect(wishes.current().wish?.number).toBe('*21*10086#')
  })
})

describe('a page without the agent’s click', () => {
  test('is always asked about, and brings nobody to the desk', () => {
    const { wish, wishes, dial, onQuestion } = setUp()
    wish({ clicked: false })
    expect(dial).not.toHaveBeenCalled()
    expect(onQuestion).not.toHaveBeenCalled()
    expect(wishes.current().wish?.number).toBe(number)
  })

  test('that asks in a loop is soon not heard, while another page is', () => {
    const { wish, wishes, at } = setUp()
    const no = () => wishes.answer({ id: wishes.current().wish?.id ?? '', dial: false, always: false })
    for (let count = 0; count < 5; count += 1) {
      wish({ clicked: false })
      expect(wishes.current().wish?.number).toBe(number)
      no()
    }
    wish({ clicked: false })
    expect(wishes.current().wish).toBeNull()
    wish({ page: 'Orders', clicked: false })
    expect(wishes.current().wish?.source).toEqual({ kind: 'page', name: 'Orders' })
    no()
    at.now += 2_000
    wish({ clicked: false })
    expect(wishes.current().wish?.source).toEqual({ kind: 'page', name: 'CRM' })
  })

  test('cannot change the number under the agent’s pointer, as a click can', () => {
    const { wish, wishes } = setUp()
    wish({ clicked: false, number: '10086' })
    wish({ clicked: false, number: '10010' })
    wish({ page: 'Orders', clicked: false, number: '10011' })
    expect(wishes.current().wish?.number).toBe('10086')
    wish({ clicked: true, dial: 'ask', number: '10012' })
    expect(wishes.current().wish?.number).toBe('10012')
  })
})

describe('nothing is dialled and the agent is told why', () => {
  test('where the site lets this page dial nothing', () => {
    const { wish, wishes, dial } = setUp()
    wish({ dial: 'no' })
    expect(dial).not.toHaveBeenCalled()
    expect(wishes.current()).toMatchObject({ wish: null, refused: { source: { name: 'CRM' }, why: 'not-allowed' } })
  })

  test.each([
    ['', 'no-number'],
    ['Dear customer', 'no-number'],
    ['1'.repeat(30), 'too-long'],
    ['1'.repeat(1_000), 'too-long'],
    ['\uD800', 'no-number'],
    ['javascript:alert(1)', 'no-number'],
  ])('where “%s” is no number', (text, why) => {
    const { wish, wishes } = setUp()
    wish({ number: text })
    expect(wishes.current().refused?.why).toBe(why)
  })
})

test('no number of a page is in the log', () => {
  setUp().wish()
  expect(JSON.stringify(log.info.mock.calls)).not.toContain(number)
})
