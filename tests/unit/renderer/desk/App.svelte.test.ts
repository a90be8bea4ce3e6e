// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, callOf, deskState, wellLine } from '#support/desk-preview/state.ts'

const press = (code: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { code, ctrlKey: true, ...more })
const ringing = { list: [callOf({})], missed: [] }
const talking = {
  list: [callOf({ phase: { name: 'talking', since: 1, muted: false }, verbs: ['mute', 'hang-up'] })],
  missed: [],
} as const

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})

test('Ctrl+Enter answers, and Ctrl+Shift+H declines what rings', async () => {
  const { asked } = await showDesk({ calls: ringing })

  await press('Enter')
  await press('KeyH', { shiftKey: true })

  expect(asked).toContainEqual({ name: 'calls.answer', input: { callId: 'c1' } })
  expect(asked).toContainEqual({ name: 'calls.decline', input: { callId: 'c1', mode: 'requeue' } })
})

test('Ctrl+M mutes, Ctrl+Shift+H hangs up, Esc does nothing', async () => {
  const { asked } = await showDesk({ agent: agentIn({ name: 'talking' }), calls: talking })

  await press('Escape', { ctrlKey: false })
  expect(asked.some(({ name }) => name.startsWith('calls.'))).toBe(false)
  await press('KeyM')
  await press('KeyH', { shiftKey: true })

  expect(asked).toContainEqual({ name: 'calls.mute', input: { callId: 'c1', muted: true } })
  expect(asked).toContainEqual({ name: 'calls.hangUp', input: { callId: 'c1' } })
})

test('Ctrl+D goes to the number field', async () => {
  await showDesk()

  await press('KeyD')

  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Number to call' })))
})

test('keys do nothing before anyone is signed in', async () => {
  const { asked } = await showDesk({ agent: { status: 'signed-out', why: 'asked' } })

  await press('KeyI')

  expect(asked.map(({ name }) => name)).toEqual(['desk.current'])
})

test('the palette finds in either language and does it', async () => {
  const { asked } = await showDesk()

  await press('KeyK')
  const input = await screen.findByRole('combobox', { name: 'Commands' })
  await fireEvent.input(input, { target: { value: '小休 10' } })
  expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).toEqual(['Rest 10 min'])
  await fireEvent.keyDown(input, { key: 'Enter' })

  expect(asked).toContainEqual({ name: 'agent.goTo', input: { state: 'rest', seconds: 600 } })
  await vi.waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
})

test('the palette calls a number', async () => {
  const { asked } = await showDesk()

  await press('KeyK')
  const input = await screen.findByRole('combobox', { name: 'Commands' })
  await fireEvent.input(input, { target: { value: 'call 10086' } })
  await fireEvent.keyDown(input, { key: 'Enter' })

  expect(asked).toContainEqual({ name: 'calls.dial', input: { number: '10086' } })
})

test('a ringing call is reported painted once, after its frame', async () => {
  const { asked, tell } = await showDesk()

  tell({ calls: ringing })
  expect(asked.some(({ name }) => name === 'desktop.painted')).toBe(false)
  await vi.waitFor(() => expect(asked).toContainEqual({ name: 'desktop.painted', input: { callId: 'c1' } }))
  tell({ calls: { list: [callOf({ pending: 'answer' })], missed: [] } })

  expect(asked.filter(({ name }) => name === 'desktop.painted')).toHaveLength(1)
})

test('quitting in a call is asked in place', async () => {
  const { asked, tell, desk } = await showDesk({ calls: talking })

  tell({ desktop: { ...desk.desktop, askingToQuit: true } })
  const question = screen.getByRole('alert', { name: 'Quit in the middle of a call?' })
  await fireEvent.click(within(question).getByRole('button', { name: 'Stay' }))
  await fireEvent.click(within(question).getByRole('button', { name: 'Quit and end the call' }))

  expect(asked.filter(({ name }) => name === 'desktop.quit').map(({ input }) => input)).toEqual([
    { confirmed: false },
    { confirmed: true },
  ])
})

test('the question about the microphone has the focus and gives it back', async () => {
  await showDesk({
    agent: agentIn({ name: 'busy' }),
    line: { ...wellLine, microphone: { status: 'missing', label: '' } },
  })
  const field = screen.getByRole('textbox', { name: 'Number to call' })
  field.focus()

  await press('KeyI')
  const question = await screen.findByRole('alert', { name: 'Go idle without a microphone?' })
  expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Cancel' }))
  await fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }))

  expect(document.activeElement).toBe(field)
})

test('a notice stays until it is read, and offers the way back', async () => {
  const { asked } = await showDesk({
    agent: agentIn({ name: 'busy', reason: 2 }),
    notices: [{ id: 'n1', at: 1, kind: 'busy-not-answered' }],
  })
  const notices = within(screen.getByRole('region', { name: 'Notices' }))

  await fireEvent.click(notices.getByRole('button', { name: 'Go idle' }))
  await fireEvent.click(notices.getByRole('button', { name: 'Dismiss' }))

  expect(asked).toContainEqual({ name: 'agent.goTo', input: { state: 'idle' } })
  expect(asked).toContainEqual({ name: 'notices.dismiss', input: { id: 'n1' } })
})

test('what is wrong with the line is said, and stays away once read until something else fails', async () => {
  const broken = { ...wellLine, registration: { status: 'failed', server: 's', reason: 'refused', code: 403 } } as const
  const { tell } = await showDesk({ line: broken })
  const health = within(screen.getByRole('status', { name: 'Line and gateway' }))

  expect(
    health.getByText('The SIP server refused the softphone number. Tell your administrator. (SIP 403)'),
  ).toBeTruthy()
  await fireEvent.click(health.getByRole('button', { name: 'Dismiss' }))
  expect(health.queryByText(/refused/)).toBeNull()

  tell({ line: { ...broken, microphone: { status: 'unplugged', label: 'Jabra' } } })
  expect(health.getByText('“Jabra” is gone. Plug it in again or choose another in the settings.')).toBeTruthy()
})

test('bar mode has the same call, the same verbs by name, and a way back', async () => {
  class Observer {
    observe = () => undefined
    disconnect = () => undefined
  }
  vi.stubGlobal('ResizeObserver', Observer)
  const { settings } = deskState({ language: 'en', theme: 'light' })
  const { asked } = await showDesk({ calls: ringing, settings: { ...settings, barMode: true } })

  await fireEvent.click(screen.getByRole('button', { name: 'Answer' }))
  await fireEvent.click(screen.getByRole('button', { name: 'Full window' }))
  vi.unstubAllGlobals()

  expect(screen.getByRole('button', { name: 'Decline' })).toBeTruthy()
  expect(asked).toContainEqual({ name: 'calls.answer', input: { callId: 'c1' } })
  expect(asked).toContainEqual({ name: 'settings.change', input: { barMode: false } })
})

test('a panel that breaks takes nothing else with it', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const broken = { id: 'm1', number: '1', at: Number.NaN, reason: 'not-answered', seen: false } as const
  const { asked } = await showDesk({ calls: { list: [callOf({})], missed: [broken] } })

  expect(screen.getByText(/This part of the screen failed/)).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Answer' }))
  vi.unstubAllGlobals()

  expect(asked).toContainEqual({ name: 'calls.answer', input: { callId: 'c1' } })
  expect(reported).toHaveBeenCalledOnce()
})
