import { describe, expect, expectTypeOf, test } from 'vitest'
import type { AlertState, Input, WindowKind } from '#contract'
import { inputs } from '#main/bridge/schemas/inputs.ts'
import { type Asking, type Door, type Handlers, serveRequests } from '#main/bridge/serve-requests.ts'

type Listener = Parameters<Door['ipcMain']['handle']>[1]
const page = (kind: WindowKind) => `earshot://app/${kind}.html`
const windows = { 1: 'desk', 2: 'phone', 3: 'alert' } as const

/** Every request of a kind, answered by one function: the tests look at the door, not at the rooms. */
function allBy<W extends WindowKind>(kind: W, run: (input: never) => unknown): Handlers<W> {
  return Object.fromEntries(Object.keys(inputs[kind]).map((name) => [name, run])) as Handlers<W>
}

const pageRequests = {
  'page.setup': () => ({ dialableNumbers: true, events: [] }),
  'page.callOut': () => undefined,
}

function openDoor(run: (input: never) => unknown = () => 'answered') {
  const logged: string[] = []
  const unexpected: string[] = []
  const doors: Listener[] = []
  const write = (text: string, details?: object) => logged.push(`${text} ${JSON.stringify(details)}`)
  serveRequests({
    ipcMain: { handle: (channel, listener) => channel === 'request' && doors.push(listener) },
    handlers: {
      desk: allBy('desk', run),
      phone: allBy('phone', run),
      alert: allBy('alert', run),
      pages: allBy('pages', run),
    },
    windowOf: (id) => {
      const kind = windows[id as 1 | 2 | 3]
      return kind && { kind, page: page(kind) }
    },
    pageOf: (id) => (id === 7 ? { origin: 'https://crm.example.com:8443', requests: pageRequests } : undefined),
    log: { info: write, warn: write, error: write },
    onUnexpected: (name) => unexpected.push(name),
  })
  const ask = (event: Asking, name: unknown, input?: unknown): Promise<unknown> => {
    const listener = doors[0]
    if (!listener) throw new Error('nothing is served')
    return listener(event as Parameters<Listener>[0], name, input)
  }
  return { ask, logged, unexpected }
}

const from = (id: 1 | 2 | 3, frame: Partial<NonNullable<Asking['senderFrame']>> = {}): Asking => ({
  sender: { id },
  senderFrame: { parent: null, url: page(windows[id]), ...frame },
})

describe('a window is answered', () => {
  test('when it asks for what its kind may', async () => {
    const { ask } = openDoor((input) => ({ got: input }))

    await expect(ask(from(1), 'calls.answer', { callId: 'c1' })).resolves.toEqual({ got: { callId: 'c1' } })
  })

  test('also with a fragment behind its page', async () => {
    const { ask } = openDoor()

    await expect(ask(from(1, { url: `${page('desk')}#settings` }), 'desk.current')).resolves.toBe('answered')
  })
})

describe('nobody else is', () => {
  const refused: [string, Asking, unknown, unknown][] = [
    ['a window main did not make', { ...from(1), sender: { id: 9 } }, 'desk.current', undefined],
    ['a frame inside a window', from(1, { parent: {} as never }), 'desk.current', undefined],
    ['a frame that is gone', { ...from(1), senderFrame: null }, 'desk.current', undefined],
    ['a window that shows another page', from(1, { url: 'https://evil.example/desk.html' }), 'desk.current', undefined],
    ['a desk at another page of ours', from(1, { url: page('phone') }), 'desk.current', undefined],
    ['a desk that asks for the secret', from(1), 'line.secret', undefined],
    ['an alert that signs out', from(3), 'agent.signOut', { force: true }],
    ['a name of Object.prototype', from(1), 'constructor', undefined],
    ['a name that is no text', from(1), { toString: () => 'desk.current' }, undefined],
    ['an input of another shape', from(1), 'calls.answer', { callId: 7 }],
    ['an input where none belongs', from(1), 'desk.current', {}],
  ]
  test.each(refused)('%s', async (_, event, name, input) => {
    const { ask, logged } = openDoor()

    await expect(ask(event, name, input)).rejects.toThrow('request refused')
    expect(logged).toHaveLength(1)
  })

  test('and what they sent is not logged', async () => {
    const { ask, logged } = openDoor()

    await expect(ask(from(1), 'agent.changePassword', { old: 'hunter2', next: 7 })).rejects.toThrow()

    expect(logged.join()).toContain('next invalid_type')
    expect(logged.join()).not.toContain('hunter2')
  })
})

test('a failure inside is logged once, told by name, and keeps its reason from the window', async () => {
  const { ask, logged, unexpected } = openDoor(() => Promise.reject(new Error('the disk is full')))

  await expect(ask(from(1), 'calls.answer', { callId: 'c1' })).rejects.toThrow(/^request failed$/)

  expect(unexpected).toEqual(['desk: calls.answer'])
  expect(logged).toEqual([expect.stringContaining('the disk is full')])
})

test('a table with a missing row is no table', () => {
  type Row = (input: Input<'alert', 'calls.answer'>) => ReturnType<Handlers<'alert'>['calls.answer']>

  expectTypeOf<{ 'alert.current': () => AlertState; 'calls.answer': Row }>().not.toExtend<Handlers<'alert'>>()
  expectTypeOf<Handlers<'alert'>['alert.current']>().returns.toEqualTypeOf<AlertState>()
})

describe("a page of the customer's", () => {
  const fromPage = (url: string, parent: object | null = null): Asking => ({
    sender: { id: 7 },
    senderFrame: { parent: parent as null, url },
  })
  const own = 'https://crm.example.com:8443/customer?callerNum=13800138000'
  const wish = { number: '1', mode: 'audio', by: 'support' }

  test('is answered at its own origin, for the little that it may ask', async () => {
    const { ask } = openDoor()

    await expect(ask(fromPage(own), 'page.setup')).resolves.toEqual({ dialableNumbers: true, events: [] })
    await expect(ask(fromPage(own), 'page.callOut', wish)).resolves.toBeUndefined()
  })

  const refused: [string, Asking, string, unknown][] = [
    ['at another origin', fromPage('https://crm.example.com/'), 'page.setup', undefined],
    ['at one that only begins like it', fromPage('https://crm.example.com:84430/'), 'page.setup', undefined],
    ['in a frame', fromPage(own, {}), 'page.setup', undefined],
    ['for what a desk may', fromPage(own), 'calls.answer', { callId: 'c1' }],
    ['for a method of every object', fromPage(own), 'toString', undefined],
    ['with more than there is to say', fromPage(own), 'page.callOut', { ...wish, clicked: true }],
    ['with a number without end', fromPage(own), 'page.callOut', { ...wish, number: '1'.repeat(65) }],
  ]
  test.each(refused)('is refused %s, and its address is not logged', async (_, event, name, input) => {
    const { ask, logged } = openDoor()

    await expect(ask(event, name, input)).rejects.toThrow('request refused')
    expect(logged.join()).not.toMatch(/13800138000|customer/)
  })
})
