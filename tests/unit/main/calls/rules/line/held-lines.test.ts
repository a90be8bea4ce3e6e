import { expect, test } from 'vitest'
import { commandsBetween, snapshot } from '#main/calls/snapshot.ts'
import { createCallStory, DIALOG_ID, lastReason, legs } from '#support/calls.ts'

function talkingOnLine() {
  return createCallStory(false).line(legs.invited).line(legs.established)
}

function ask(story: ReturnType<typeof createCallStory>, verb: 'hold' | 'retrieve' | 'transfer') {
  const transfer = { to: { kind: 'outside', address: '021' }, mode: 'release' } as const
  story.apply({ type: 'asked', id: story.first()?.id ?? '', verb, ...(verb === 'transfer' && { transfer }) })
  return story
}

test('a hold is what SIP answered, and closes the microphone', () => {
  const story = ask(talkingOnLine(), 'hold')
  expect(story.microphone()).toBeNull()
  expect(story.phase()).toBe('talking')

  story.line({ type: 'hold', dialogId: DIALOG_ID, held: true })
  expect(story.first()).toMatchObject({ phase: { name: 'held' }, verbs: ['retrieve', 'transfer', 'hang-up'] })

  ask(story, 'retrieve').line({ type: 'hold', dialogId: DIALOG_ID, held: false })
  expect(story.phase()).toBe('talking')
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('a hold that SIP refuses leaves the call as it was', () => {
  const story = ask(talkingOnLine(), 'hold')

  story.line({ type: 'command-failed', verb: 'hold', dialogId: DIALOG_ID, why: '488' })

  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, failure: { verb: 'hold' } })
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('being held by the far side is said, and is no hold of ours', () => {
  const story = talkingOnLine().line({ type: 'held-by-far-side', dialogId: DIALOG_ID, held: true })

  expect(story.first()).toMatchObject({ heldByFarSide: true, phase: { name: 'talking' } })
})

test('a second call that is up puts the first on hold, and tells its far side', () => {
  const story = talkingOnLine()
  story.apply({ type: 'dialled', number: '021', dialogId: 'out', at: story.now() })
  const before = story.state()

  story.line({ type: 'established', dialogId: 'out' })

  expect(snapshot(story.state()).list.map(({ phase }) => phase.name)).toEqual(['talking', 'held'])
  expect(commandsBetween(before, story.state())).toEqual([{ verb: 'hold', dialogId: DIALOG_ID, held: true }])
  expect(story.microphone()).toBe('out')
})

test('a blind transfer is done when the last NOTIFY says so, and the call that goes with it was transferred', () => {
  const story = ask(talkingOnLine(), 'transfer').line({ type: 'transfer', dialogId: DIALOG_ID, stage: 'asked' })
  expect(story.first()).toMatchObject({ transfer: { stage: 'asked', mode: 'release' } })

  story.line({ type: 'transfer', dialogId: DIALOG_ID, stage: 'ringing' })
  expect(story.first()?.transfer?.stage).toBe('ringing')

  story.line({ type: 'transfer', dialogId: DIALOG_ID, stage: 'done' }).line(legs.ended)
  expect(lastReason(story)).toBe('transferred')
})

test('a transfer that fails leaves the call, and can be tried again', () => {
  const story = ask(talkingOnLine(), 'transfer').line({ type: 'transfer', dialogId: DIALOG_ID, stage: 'asked' })

  story.line({ type: 'transfer', dialogId: DIALOG_ID, stage: 'failed', code: 486 })

  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, transferFailed: { to: { address: '021' } } })
  expect(story.first()?.verbs).toContain('transfer')
})

test('the far side that hangs up in a transfer has hung up', () => {
  const story = ask(talkingOnLine(), 'transfer').line({ type: 'transfer', dialogId: DIALOG_ID, stage: 'ringing' })

  expect(lastReason(story.line(legs.ended))).toBe('customer-hung-up')
})

test('facts about a dialog that is gone change nothing', () => {
  const story = talkingOnLine().line(legs.ended)
  const before = story.state()

  story
    .line({ type: 'hold', dialogId: DIALOG_ID, held: false })
    .line({ type: 'transfer', dialogId: DIALOG_ID, stage: 'done' })

  expect(story.state()).toEqual(before)
})
