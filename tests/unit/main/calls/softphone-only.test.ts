import { expect, test } from 'vitest'
import { createCallStory, legs } from '#support/calls.ts'

const ringing = () => createCallStory(false).line(legs.invited)

test('without a gateway an INVITE rings at once', () => {
  expect(ringing().first()).toMatchObject({ number: '95533', phase: { name: 'ringing' }, verbs: ['answer', 'decline'] })
})

test('without a gateway the confirmed dialog is the talking', () => {
  const story = ringing().line(legs.established)

  expect(story.phase()).toBe('talking')
  expect(story.microphone()).toBe(legs.invited.dialogId)
})

test('an agent who takes no calls refuses them', () => {
  const story = createCallStory(false)
  story.apply({ type: 'accepting', accepting: false })

  story.line(legs.invited)

  expect(story.state().dialogs[0]?.disposition).toBe('refuse')
  expect(story.phase()).toBeUndefined()
})

test.each([
  ['cancelled', undefined, false, 'customer-gave-up'],
  ['far-side-hung-up', undefined, true, 'customer-hung-up'],
  ['we-ended', undefined, true, 'agent-hung-up'],
  ['we-ended', undefined, false, 'declined'],
  ['lost', undefined, true, 'line-lost'],
  ['failed', undefined, false, 'failed'],
] as const)('an incoming call: %s, code %s, established %s is %s', (cause, _, established, reason) => {
  const story = ringing()
  if (established) story.line(legs.established)

  story.line({ type: 'ended', dialogId: legs.invited.dialogId, cause })

  expect(story.first()?.phase).toMatchObject({ name: 'ended', reason })
  expect(story.microphone()).toBeNull()
})

test.each([
  [486, 'busy'],
  [603, 'busy'],
  [404, 'wrong-number'],
  [503, 'failed'],
])('a number dialled that answers %i is %s', (code, reason) => {
  const story = createCallStory(false)
  story.apply({ type: 'dialled', number: '10086', dialogId: 'out-1', at: story.now() })
  story.line({ type: 'far-side-rings', dialogId: 'out-1' })
  expect(story.first()?.phase).toMatchObject({ name: 'dialling', farSideRings: true })

  story.line({ type: 'ended', dialogId: 'out-1', cause: 'refused', code })

  expect(story.first()?.phase).toMatchObject({ name: 'ended', reason })
})
