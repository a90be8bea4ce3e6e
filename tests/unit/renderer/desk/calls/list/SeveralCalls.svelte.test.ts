// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, ago, callOf } from '#support/desk-preview/state.ts'

const held = callOf({
  id: 'c2',
  name: 'Wang Fang',
  phase: { name: 'held', since: ago(60_000) },
  startedAt: ago(250_000),
  verbs: ['retrieve', 'conference', 'hang-up'],
})
const waiting = callOf({ id: 'c3', name: 'Zhao Lei' })
const list = () => within(screen.getByRole('region', { name: 'Work list' }))
const show = () =>
  showDesk({ agent: agentIn({ name: 'talking' }), calls: { list: [talkingCall(), waiting, held], missed: [] } })

test.each([
  ['Swap', 'calls.retrieve'],
  ['Join the calls', 'calls.conference'],
])('%s from the card of the call that is on hold', async (name, asks) => {
  const { asked } = await show()

  await fireEvent.click(list().getByRole('button', { name }))

  expect(asked).toContainEqual({ name: asks, input: { callId: 'c2' } })
})

test('a card on hold is hung up by a quiet button, so that red stays with the call in the bar', async () => {
  const { asked } = await show()
  const hangUp = list().getByRole('button', { name: 'Hang up' })

  expect(hangUp.classList.contains('hang-up')).toBe(false)
  expect(hangUp.classList.contains('large')).toBe(true)
  await fireEvent.click(hangUp)

  expect(asked).toContainEqual({ name: 'calls.hangUp', input: { callId: 'c2' } })
})

test('a call that waits is told after what is being read, takes no focus, and the call that talks keeps the bar', async () => {
  await show()

  expect(screen.getByText('Call waiting: Zhao Lei.').getAttribute('role')).toBe('status')
  expect(screen.queryByText('Incoming call from Zhao Lei, queue Billing 账单.')).toBeNull()
  expect(within(screen.getByRole('region', { name: 'Call' })).getByText('Li Na 李娜')).toBeTruthy()
  expect(document.activeElement).toBe(document.body)
})

test('Ctrl and a number show that call of the work list, longest first', async () => {
  await show()

  await fireEvent.keyDown(window, { code: 'Digit1', ctrlKey: true })

  expect(
    within(screen.getByRole('article', { name: 'Call details' })).getByRole('heading', { level: 2 }).textContent,
  ).toBe('Wang Fang')
})

test('the call in the bar is joined with another from there', async () => {
  const { asked } = await show()

  await fireEvent.click(screen.getByRole('button', { name: 'More' }))
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Join with Wang Fang' }))

  expect(asked).toContainEqual({ name: 'calls.conference', input: { callId: 'c2' } })
})

test('Ctrl+J goes round those that wait, whoever rings first', async () => {
  const { parts } = await show()
  const next = async () => {
    await fireEvent.keyDown(window, { code: 'KeyJ', ctrlKey: true })
    return parts.screen.selected?.id
  }

  expect([await next(), await next(), await next()]).toEqual(['c3', 'c2', 'c3'])
})
