// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { Call } from '#contract'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, ago, callOf } from '#support/desk-preview/state.ts'

const talking = callOf({
  phase: { name: 'talking', since: ago(5_000), muted: false },
  talkingSince: ago(5_000),
  verbs: ['mute', 'hang-up'],
})
const show = (call: Call) => showDesk({ agent: agentIn({ name: 'idle' }), calls: { list: [call], missed: [] } })
const bar = () => within(screen.getByRole('region', { name: 'Call' }))
const names = () =>
  bar()
    .getAllByRole('button')
    .map((button) => button.textContent?.trim() || button.getAttribute('aria-label'))

test('a ringing call shows who it is and what can be done, and nothing that cannot', async () => {
  await show(callOf({}))

  expect(bar().getByText('138 0013 8000')).toBeTruthy()
  expect(bar().getByText('Billing 账单')).toBeTruthy()
  expect(names()).toEqual(['Answer', 'Decline', 'How to decline'])
})

test('a ringing call is announced at once, and takes no focus', async () => {
  const { tell } = await showDesk()
  const field = screen.getByRole('textbox', { name: 'Number to call' })
  field.focus()

  tell({ calls: { list: [callOf({ name: 'Li Na' })], missed: [] } })

  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toContain(
    'Incoming call from Li Na, queue Billing 账单.',
  )
  expect(document.activeElement).toBe(field)
})

test('Answer asks main, and says so until main confirms', async () => {
  const { asked, tell } = await show(callOf({}))

  await fireEvent.click(bar().getByRole('button', { name: 'Answer' }))
  tell({ calls: { list: [callOf({ pending: 'answer' })], missed: [] } })
  await fireEvent.click(bar().getByRole('button', { name: 'Answering…' }))

  expect(asked.filter(({ name }) => name === 'calls.answer')).toEqual([
    { name: 'calls.answer', input: { callId: 'c1' } },
  ])
})

test('Decline gives the call back to the queue', async () => {
  const { asked } = await show(callOf({}))

  await fireEvent.click(bar().getByRole('button', { name: 'Decline' }))

  expect(asked).toContainEqual({ name: 'calls.decline', input: { callId: 'c1', mode: 'requeue' } })
})

test('without a gateway there is one way to decline', async () => {
  const agent = { ...agentIn({ name: 'idle' }), gateway: { status: 'none' } } as const
  const { asked } = await showDesk({ agent, calls: { list: [callOf({})], missed: [] } })

  expect(names()).toEqual(['Answer', 'Decline'])
  await fireEvent.click(bar().getByRole('button', { name: 'Decline' }))

  expect(asked).toContainEqual({ name: 'calls.decline', input: { callId: 'c1', mode: 'release' } })
})

test('muted is said in words, and the same place unmutes', async () => {
  const { asked } = await show({
    ...talking,
    phase: { name: 'talking', since: 1, muted: true },
    verbs: ['unmute', 'hang-up'],
  })

  expect(bar().getByText('Muted')).toBeTruthy()
  await fireEvent.click(bar().getByRole('button', { name: 'Unmute' }))

  expect(asked).toContainEqual({ name: 'calls.mute', input: { callId: 'c1', muted: false } })
})

test('a failure is a sentence, what to do, and the code last', async () => {
  await show({ ...talking, failure: { verb: 'mute', reason: 'refused', retcode: '200-004' } })

  const failed = screen.getByRole('alert', { name: 'The microphone was not muted' })
  expect(failed.textContent).toContain(
    'The call cannot be muted at this moment. Try again once you are talking. (200-004)',
  )
  await fireEvent.click(within(failed).getByRole('button', { name: 'Dismiss' }))

  expect(screen.queryByRole('alert', { name: 'The microphone was not muted' })).toBeNull()
})

test('a silent far side is told with what to do', async () => {
  await show({ ...talking, silent: true })

  expect(screen.getByRole('alert', { name: 'Nothing can be heard from the far side' })).toBeTruthy()
})

test('the number is copied as machines dial it', async () => {
  await show(talking)
  const number = document.querySelector('.phone-number')
  const copied: Record<string, string> = {}
  const event = new Event('copy', { bubbles: true, cancelable: true })
  Object.assign(event, {
    clipboardData: { setData: (type: string, text: string) => Object.assign(copied, { [type]: text }) },
  })

  number?.dispatchEvent(event)

  expect(number?.textContent).toBe('138 0013 8000')
  expect(copied).toEqual({ 'text/plain': '13800138000' })
})

test('a hostile name is shown as the text it is', async () => {
  await show(callOf({ name: '<img src=x onerror=alert(1)>' }))

  expect(bar().getByText('<img src=x onerror=alert(1)>')).toBeTruthy()
  expect(document.querySelector('img')).toBeNull()
})

test('the call that ended is told of as long as its wrap-up lasts', async () => {
  // One reading of the clock: two of them may be a millisecond apart, and 64.999 s are 01:04.
  const at = ago(60_000)
  const ended = callOf({
    phase: { name: 'ended', at, reason: 'customer-hung-up' },
    talkingSince: at - 65_000,
    verbs: [],
  })
  const { tell, asked } = await showDesk({ agent: agentIn({ name: 'wrap-up' }), calls: { list: [ended], missed: [] } })

  expect(bar().getByText('The customer hung up')).toBeTruthy()
  expect(bar().getByText('01:05')).toBeTruthy()
  await fireEvent.click(bar().getByRole('button', { name: 'Finish wrap-up' }))
  expect(asked).toContainEqual({ name: 'agent.goTo', input: { state: 'idle' } })

  tell({ agent: agentIn({ name: 'idle' }) })
  expect(bar().getByText('Waiting for the next call')).toBeTruthy()
})

test('nothing promises a call while none can come', async () => {
  const agent = {
    ...agentIn({ name: 'idle' }),
    gateway: { status: 'reconnecting', since: ago(3_000), attempt: 1 },
  } as const
  await showDesk({ agent })

  expect(bar().getByText('No calls can come at this moment.')).toBeTruthy()
})

test('levels are shown of a voice that Earshot carries, not of another phone', async () => {
  const { tell } = await show(talking)
  expect(bar().getAllByRole('meter')).toHaveLength(2)

  tell({ agent: { ...agentIn({ name: 'talking' }), phone: 'other' } })

  expect(bar().queryAllByRole('meter')).toEqual([])
})
