// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Call } from '#contract'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, callOf, deskState } from '#support/desk-preview/state.ts'

const { settings } = deskState({ language: 'en', theme: 'light' })
const show = (...list: readonly Call[]) =>
  showDesk({
    agent: agentIn({ name: 'talking' }),
    calls: { list, missed: [] },
    settings: { ...settings, barMode: true },
  })
const names = () =>
  within(screen.getByRole('group', { name: 'Call controls' }))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'))
const held = callOf({ id: 'c2', name: 'Wang Fang', phase: { name: 'held', since: 1 }, verbs: ['retrieve'] })

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {
        return undefined
      }
      disconnect() {
        return undefined
      }
    },
  )
  return () => vi.unstubAllGlobals()
})

test('the verbs are the same, as icons with their names', async () => {
  await show(talkingCall())

  expect(names()).toEqual(['Mute', 'Hold', 'Transfer', 'Keypad', 'Hang up'])
})

test('the keypad opens under the bar and is typed into at once; Esc shuts it and ends no call', async () => {
  const { asked } = await show(talkingCall())

  await fireEvent.click(screen.getByRole('button', { name: 'Keypad' }))
  const pad = screen.getByRole('group', { name: 'Keypad' })
  expect(document.activeElement).toBe(pad)
  await fireEvent.keyDown(pad, { key: '4' })
  await fireEvent.keyDown(pad, { key: 'Escape' })

  expect(asked).toContainEqual({ name: 'calls.keys', input: { callId: 'c1', keys: '4', secret: false } })
  expect(asked.some(({ name }) => name === 'calls.hangUp')).toBe(false)
  expect(screen.queryByRole('group', { name: 'Keypad' })).toBeNull()
})

test('a transfer is made under the bar', async () => {
  const { asked } = await show(talkingCall({ associatedData: '' }))

  await fireEvent.keyDown(window, { code: 'KeyT', ctrlKey: true })
  const field = screen.getByRole('combobox', { name: 'To whom' })
  expect(document.activeElement).toBe(field)
  await fireEvent.input(field, { target: { value: '6073' } })
  await fireEvent.submit(field)

  expect(asked).toContainEqual({
    name: 'calls.transfer',
    input: { callId: 'c1', to: { kind: 'agent', address: '6073' }, mode: 'success' },
  })
})

test('the calls that wait are counted, and shown with their verbs by the name of the one that talks', async () => {
  const { asked } = await show(talkingCall(), held)

  await fireEvent.click(screen.getByRole('button', { name: /Li Na/ }))
  await fireEvent.click(within(screen.getByRole('region', { name: 'Calls' })).getByRole('button', { name: 'Swap' }))

  expect(asked).toContainEqual({ name: 'calls.retrieve', input: { callId: 'c2' } })
})

test('a number that could not be called is told under the bar, whatever is open there', async () => {
  const { parts, answer } = await show(talkingCall())
  answer('calls.dial', { ok: false, reason: 'refused', retcode: '200-001' })

  await parts.dialling.dial('12345')

  expect(await screen.findByText(/^12345 was not called\./)).toBeTruthy()
})
