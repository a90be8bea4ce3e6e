import { expect, test, vi } from 'vitest'
import type { Doors } from '#contract'
import { createDoors, type DoorChoices } from '#main/doors/doors.ts'
import { signedInAgent } from '#support/agent.ts'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }

function setUp(selected = '') {
  const published: Doors[] = []
  let choices: DoorChoices = { trusted: [], localOn: false }
  const dial = vi.fn(() => Promise.resolve({ ok: true } as const))
  const openDesk = vi.fn()
  const doors = createDoors({
    schemes: {
      owner: (scheme) => Promise.resolve(scheme === 'tel' ? 'earshot' : 'other'),
      take: () => Promise.resolve(),
    },
    kept: { current: () => ({ programs: [] }), change: () => undefined },
    choices: () => choices,
    choose: (patch) => {
      choices = { ...choices, ...patch }
    },
    site: () => ({ on: false, port: 7_690, openEye: null }),
    phone: {} as never,
    seen: () => ({ agent: signedInAgent(), calls: { list: [], missed: [] } }),
    dial,
    onCall: () => Promise.resolve({ ok: true }),
    goTo: () => Promise.resolve({ ok: true }),
    selection: () => Promise.resolve(selected),
    openDesk,
    onChange: (now) => published.push(now),
    now: () => 1_000,
    log,
  })
  return { doors, dial, openDesk, last: () => published.at(-1) }
}

test('the selected number is asked about, however it is written', async () => {
  const { doors, last, dial } = setUp('  +86 (138) 0013-8000\n')
  doors.dialSelection()
  await vi.waitFor(() => expect(last()?.wish?.number).toBe('+8613800138000'))
  expect(last()?.wish?.source).toEqual({ kind: 'clipboard' })
  expect(dial).not.toHaveBeenCalled()
})

test.each(['', 'Dear customer', '10086 or 10010', '<script>1</script>', `a${'😀'.repeat(80)}`])(
  '“%s” is no number',
  async (selected) => {
    const { doors, last } = setUp(selected)
    doors.dialSelection()
    await vi.waitFor(() => expect(last()?.refused?.source).toEqual({ kind: 'clipboard' }))
    expect(last()?.wish).toBeNull()
  },
)

test('earshot:open brings the desk to the front, and nothing else', () => {
  const { doors, openDesk, dial } = setUp()
  doors.link('earshot:open')
  expect(openDesk).toHaveBeenCalledOnce()
  expect(doors.current()).toMatchObject({ wish: null, refused: null })
  expect(dial).not.toHaveBeenCalled()
})

test('a number in a link is not in the log', () => {
  const { doors } = setUp()
  doors.link('tel:13800138000')
  expect(JSON.stringify(log.info.mock.calls)).not.toContain('13800138000')
})

test('whose the schemes are is known once somebody has looked', async () => {
  const { doors, last } = setUp()
  expect(doors.current().schemes.tel).toBe('unknown')
  doors.requests['doors.lookAtSchemes'](undefined)
  await vi.waitFor(() => expect(last()?.schemes).toMatchObject({ tel: 'earshot', sip: 'other' }))
})

test('what the agent trusts can be taken back', () => {
  const { doors } = setUp()
  doors.requests['doors.trust']({ kind: 'link', on: true })
  expect(doors.current().trusted).toEqual(['link'])
  doors.requests['doors.trust']({ kind: 'link', on: false })
  expect(doors.current().trusted).toEqual([])
})

test('a page’s number goes the way of every wish', () => {
  const { doors, dial } = setUp()
  doors.pageWish({ page: 'CRM', number: '10086', video: false, clicked: false, dial: 'click' })
  expect(doors.current().wish).toMatchObject({ number: '10086', source: { kind: 'page', name: 'CRM' } })
  doors.pageWish({ page: 'CRM', number: '10010', video: false, clicked: true, dial: 'click' })
  expect(dial).toHaveBeenCalledExactlyOnceWith('10010', false)
})
