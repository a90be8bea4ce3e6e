// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, ago, callOf, deskState, missed } from '#support/desk-preview/state.ts'

const list = () => within(screen.getByRole('region', { name: 'Work list' }))
const field = () => list().getByRole('textbox', { name: 'Number to call' })

const paste = (element: HTMLElement, text: string) => {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: () => text } })
  return fireEvent(element, event)
}

test('the longest waiting call is first', async () => {
  const first = callOf({ id: 'c2', name: 'First', startedAt: ago(90_000) })
  await showDesk({ calls: { list: [callOf({ name: 'Second' }), first], missed: [] } })

  const rows = list()
    .getAllByRole('listitem')
    .slice(0, 2)
    .map((row) => within(row).getAllByRole('button')[0]?.textContent)

  expect(rows[0]).toContain('First')
  expect(rows[1]).toContain('Second')
})

test('a second ringing call is answered from its row', async () => {
  const talking = callOf({ phase: { name: 'talking', since: 1, muted: false }, verbs: ['mute', 'hang-up'] })
  const { asked } = await showDesk({
    agent: agentIn({ name: 'talking' }),
    calls: { list: [talking, callOf({ id: 'c2' })], missed: [] },
  })

  await fireEvent.click(list().getByRole('button', { name: 'Answer' }))

  expect(asked).toContainEqual({ name: 'calls.answer', input: { callId: 'c2' } })
})

test('missed calls are counted, called back, and seen', async () => {
  const { asked } = await showDesk({ calls: { list: [], missed } })

  expect(list().getByText('Missed calls: 2 new')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Calls, 2 missed' })).toBeTruthy()
  await fireEvent.click(list().getByRole('button', { name: 'Call 139 1234 5678 back' }))
  await fireEvent.click(list().getByRole('button', { name: 'Mark all as seen' }))

  expect(asked).toContainEqual({ name: 'calls.dial', input: { number: '+8613912345678' } })
  expect(asked).toContainEqual({ name: 'calls.missedSeen', input: undefined })
})

test('who may not call out is not offered to call back, and dials colleagues', async () => {
  const { team } = deskState({ language: 'en', theme: 'light' })
  await showDesk({ calls: { list: [], missed }, team: { ...team, rights: { ...team.rights, callOut: false } } })

  expect(list().queryByRole('button', { name: /back$/ })).toBeNull()
  expect(list().getByRole('textbox', { name: 'Work number to call' })).toBeTruthy()
})

test('what is pasted is cleaned, and Enter calls it', async () => {
  const { asked } = await showDesk()

  await paste(field(), ' +44 (0)20 7946-0123\n')
  await fireEvent.submit(list().getByRole('form', { name: 'Call' }))

  expect(asked).toContainEqual({ name: 'calls.dial', input: { number: '+442079460123' } })
})

test('a number that could not be called stays, with the reason', async () => {
  const { answer } = await showDesk()
  answer('calls.dial', { ok: false, reason: 'refused', retcode: '200-001' })

  await fireEvent.input(field(), { target: { value: '12345' } })
  await fireEvent.submit(list().getByRole('form', { name: 'Call' }))

  const alert = await list().findByRole('alert')
  expect(alert.textContent).toContain(
    '12345 was not called. The number cannot be dialled. Check it and try again. (200-001)',
  )
  expect((field() as HTMLInputElement).value).toBe('12345')
})

test('an empty field calls nobody', async () => {
  const { asked } = await showDesk()

  await fireEvent.submit(list().getByRole('form', { name: 'Call' }))

  expect(asked.some(({ name }) => name === 'calls.dial')).toBe(false)
})
