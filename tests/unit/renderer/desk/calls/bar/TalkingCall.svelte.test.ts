// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { Call } from '#contract'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, callOf } from '#support/desk-preview/state.ts'

const show = (...list: readonly Call[]) =>
  showDesk({ agent: agentIn({ name: 'talking' }), calls: { list, missed: [] } })
const verbs = () => within(screen.getByRole('group', { name: 'Call controls' }))
const places = () =>
  [...screen.getByRole('group', { name: 'Call controls' }).children].map(
    (place) => place.querySelector('button')?.textContent?.trim() ?? '',
  )
const press = (code: string, more: object = {}) => fireEvent.keyDown(window, { code, ctrlKey: true, ...more })

const conference = talkingCall({
  parties: [
    { number: '13800138000', kind: 'customer', state: 'talking' },
    { number: '6073', kind: 'agent', state: 'ringing' },
  ],
  verbs: ['mute', 'keys', 'drop-party', 'hang-up'],
})

test('every verb has its own place, whatever else there is', async () => {
  const { tell } = await show(talkingCall())
  expect(places()).toEqual(['', 'Mute', 'Hold', 'Transfer', 'Keypad', 'More', 'Hang up'])

  tell({
    calls: { list: [talkingCall({ phase: { name: 'held', since: 1 }, verbs: ['retrieve', 'hang-up'] })], missed: [] },
  })
  expect(places()).toEqual(['', '', 'Resume', '', '', 'More', 'Hang up'])

  tell({ calls: { list: [callOf({})], missed: [] } })
  expect(places()).toEqual(['Answer', '', '', '', '', '', 'Decline'])
})

test.each([
  ['Hold', talkingCall(), 'calls.hold', { callId: 'c1' }],
  [
    'Resume',
    talkingCall({ phase: { name: 'held', since: 1 }, verbs: ['retrieve'] }),
    'calls.retrieve',
    { callId: 'c1' },
  ],
  ['Take back', talkingCall({ verbs: ['take-back', 'hang-up'] }), 'calls.takeBack', { callId: 'c1' }],
  [
    'Finish',
    talkingCall({
      part: 'consult',
      number: '6003',
      parties: [{ number: '6003', kind: 'agent', state: 'talking' }],
      verbs: ['drop-party'],
    }),
    'calls.dropParty',
    { callId: 'c1', number: '6003' },
  ],
])('%s is one press', async (name, call, asks, input) => {
  const { asked } = await show(call)

  await fireEvent.click(verbs().getByRole('button', { name }))

  expect(asked).toContainEqual({ name: asks, input })
})

test('hold and recording have their keys', async () => {
  const { asked, tell } = await show(talkingCall())

  await press('KeyH')
  await press('KeyR', { shiftKey: true })
  tell({ calls: { list: [talkingCall({ recording: 'paused', verbs: ['resume-recording'] })], missed: [] } })
  await press('KeyR', { shiftKey: true })

  expect(asked.filter((one) => one.name.startsWith('calls.'))).toEqual([
    { name: 'calls.hold', input: { callId: 'c1' } },
    { name: 'calls.record', input: { callId: 'c1', action: 'pause' } },
    { name: 'calls.record', input: { callId: 'c1', action: 'resume' } },
  ])
})

test('who else is in the call, and whether they talk, stands in the bar', async () => {
  await show(conference)

  expect(within(screen.getByRole('region', { name: 'Call' })).getByText('6073 (rings)')).toBeTruthy()
})

test('a transfer that is under way is told in place of talking', async () => {
  const to = { kind: 'agent', address: '6073' } as const
  await show(talkingCall({ transfer: { to, mode: 'success', since: 1, stage: 'ringing' } }))

  expect(within(screen.getByRole('region', { name: 'Call' })).getByText('Transfer to 6073: rings there')).toBeTruthy()
})

test('leaving others alone in a call is asked first, and the same key again is the answer', async () => {
  const { asked } = await show(conference)

  await press('KeyH', { shiftKey: true })
  expect(screen.getByRole('alert', { name: 'Leave this call?' })).toBeTruthy()
  expect(asked.some(({ name }) => name === 'calls.hangUp')).toBe(false)
  await press('KeyH', { shiftKey: true })

  expect(asked).toContainEqual({ name: 'calls.hangUp', input: { callId: 'c1' } })
  expect(screen.queryByRole('alert', { name: 'Leave this call?' })).toBeNull()
})

test('a party is sent away from its own row, after a question there', async () => {
  const { asked } = await show(conference)
  const parties = within(screen.getByRole('region', { name: 'In this call' }))

  await fireEvent.click(parties.getByRole('button', { name: 'Send 6073 away' }))
  expect(asked.some(({ name }) => name === 'calls.dropParty')).toBe(false)
  await fireEvent.click(parties.getByRole('button', { name: 'Send away' }))

  expect(asked).toContainEqual({ name: 'calls.dropParty', input: { callId: 'c1', number: '6073' } })
})

test('a question about a party goes when the party does', async () => {
  const { tell } = await show(conference)
  await press('KeyH', { shiftKey: true })

  tell({ calls: { list: [talkingCall()], missed: [] } })

  expect(screen.queryByRole('alert', { name: 'Leave this call?' })).toBeNull()
})

test('whoever speaks into a muted microphone is told, without losing the place they type in', async () => {
  const { tell, asked } = await show(talkingCall())
  const field = screen.getByRole('textbox', { name: 'Number to call' })
  field.focus()

  const phase = { name: 'talking', since: 1, muted: true } as const
  tell({ calls: { list: [talkingCall({ phase, verbs: ['unmute'], speaksMuted: true })], missed: [] } })
  const told = screen.getByRole('alert', { name: 'You speak, but nobody hears you' })
  expect(document.activeElement).toBe(field)
  await fireEvent.click(within(told).getByRole('button', { name: 'Let them hear me' }))

  expect(asked).toContainEqual({ name: 'calls.mute', input: { callId: 'c1', muted: false } })
})

test.each([
  ['Pick up your phone', { awaitsPhone: true }],
  ['Phone and platform do not agree about this call', { disagrees: true }],
  [
    'The transfer to 6073 came to nothing',
    { transferFailed: { to: { kind: 'agent', address: '6073' }, mode: 'success' } },
  ],
] as const)('%j is told at once', async (name, news) => {
  await show(talkingCall(news))

  expect(screen.getByRole('alert', { name })).toBeTruthy()
})

test('a transfer that fails a second time is told a second time', async () => {
  const transferFailed = { to: { kind: 'agent', address: '6073' }, mode: 'success' } as const
  const { tell } = await show(talkingCall({ transferFailed }))
  const name = 'The transfer to 6073 came to nothing'
  await fireEvent.click(within(screen.getByRole('alert', { name })).getByRole('button', { name: 'Dismiss' }))
  tell({ calls: { list: [talkingCall({ transferFailed: { ...transferFailed } })], missed: [] } })
  expect(screen.queryByRole('alert', { name })).toBeNull()

  tell({ calls: { list: [talkingCall()], missed: [] } })
  tell({ calls: { list: [talkingCall({ transferFailed })], missed: [] } })

  expect(screen.getByRole('alert', { name })).toBeTruthy()
})

test('a failure that was read stays away while main repeats it, and comes back when it happens again', async () => {
  const failure = { verb: 'hold', reason: 'refused', retcode: '200-014' } as const
  const { tell } = await show(talkingCall({ failure }))
  const name = 'The call was not put on hold'
  await fireEvent.click(within(screen.getByRole('alert', { name })).getByRole('button', { name: 'Dismiss' }))
  tell({ calls: { list: [talkingCall({ failure: { ...failure } })], missed: [] } })
  expect(screen.queryByRole('alert', { name })).toBeNull()

  tell({ calls: { list: [talkingCall({ pending: 'hold' })], missed: [] } })
  tell({ calls: { list: [talkingCall({ failure })], missed: [] } })

  expect(screen.getByRole('alert', { name })).toBeTruthy()
})

test('the last call leaves the details when the agent is idle again, however it was selected', async () => {
  const { tell, parts } = await show(talkingCall())
  parts.screen.select({ kind: 'call', id: 'c1' })
  const ended = talkingCall({ phase: { name: 'ended', at: 1, reason: 'customer-hung-up' }, verbs: [] })

  tell({ agent: agentIn({ name: 'idle' }), calls: { list: [ended], missed: [] } })

  expect(screen.getByRole('article', { name: 'Your desk' })).toBeTruthy()
})
