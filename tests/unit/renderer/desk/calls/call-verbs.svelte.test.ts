// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { CallVerbs } from '#renderer/desk/calls/call-verbs.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { callOf, deskState } from '#support/desk-preview/state.ts'

const start = () => {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  return { ...fake, verbs: new CallVerbs(fake.bridge) }
}

test.each([
  ['answer', (verbs: CallVerbs) => verbs.answer(callOf({})), 'calls.answer', { callId: 'c1' }],
  [
    'decline',
    (verbs: CallVerbs) => verbs.decline(callOf({}), 'release'),
    'calls.decline',
    { callId: 'c1', mode: 'release' },
  ],
  ['mute', (verbs: CallVerbs) => verbs.mute(callOf({}), true), 'calls.mute', { callId: 'c1', muted: true }],
  ['hang up', (verbs: CallVerbs) => verbs.hangUp(callOf({})), 'calls.hangUp', { callId: 'c1' }],
])('%s asks main', async (_, ask, name, input) => {
  const { verbs, asked } = start()

  await ask(verbs)

  expect(asked).toEqual([{ name, input }])
})

test('what is asked already is not asked twice', async () => {
  const { verbs, asked } = start()

  await verbs.answer(callOf({ pending: 'answer' }))

  expect(asked).toEqual([])
})

test("a refusal is told until it is read, and the call's own account of it comes first", async () => {
  const { verbs, answer } = start()
  answer('calls.mute', { ok: false, reason: 'refused', retcode: '200-004' })

  await verbs.mute(callOf({}), true)
  const refused = verbs.failureOf(callOf({}))
  expect(refused).toEqual({ verb: 'mute', reason: 'refused', retcode: '200-004' })

  const failure = { verb: 'hang-up', reason: 'no-answer' } as const
  expect(verbs.failureOf(callOf({ failure }))).toBe(failure)
  expect(verbs.failureOf(callOf({ id: 'other' }))).toBeNull()

  if (refused) verbs.dismiss(callOf({}), refused)
  expect(verbs.failureOf(callOf({}))).toBeNull()
})

const conference = {
  phase: { name: 'talking', since: 1, muted: false },
  parties: [
    { number: '13800138000', kind: 'customer', state: 'talking' },
    { number: '6003', kind: 'agent', state: 'talking' },
  ],
} as const

test('who leaves a conference is asked first, and the second press is the answer', async () => {
  const { verbs, asked } = start()
  const call = callOf(conference)

  await verbs.hangUp(call)
  expect(asked).toEqual([])
  expect(verbs.askingOf(call)).toEqual({ about: 'leave' })

  await verbs.hangUp(call)
  expect(asked).toEqual([{ name: 'calls.hangUp', input: { callId: 'c1' } }])
})

test("who was only asked into a colleague's call may go without a question", async () => {
  const { verbs, asked } = start()

  await verbs.hangUp(callOf({ ...conference, part: 'assist' }))

  expect(asked).toEqual([{ name: 'calls.hangUp', input: { callId: 'c1' } }])
})
