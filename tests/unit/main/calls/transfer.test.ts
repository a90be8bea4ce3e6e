import { expect, test } from 'vitest'
import { transferModes, transferModesOf } from '#main/calls/transfer.ts'
import { callNamed, createCallStory, facts, legs, talkingStory } from '#support/calls.ts'

test('the matrix is that of the platform, number by number, and nothing else', () => {
  const numbers = Object.entries(transferModes).flatMap(([kind, modes]) =>
    Object.entries(modes).map(([mode, number]) => `${kind} ${mode} ${number}`),
  )

  expect(numbers).toEqual([
    'queue release 0',
    'queue success 2',
    'agent release 0',
    'agent success 2',
    'ivr release 0',
    'ivr suspend 1',
    'access-code release 0',
    'access-code success 2',
    'outside release 1',
    'outside success 2',
    'outside talk 3',
    'outside three-party 4',
  ])
})

test('an incoming call can go everywhere', () => {
  expect(talkingStory().first()?.transferModes).toEqual({
    queue: ['release', 'success'],
    agent: ['release', 'success'],
    ivr: ['release', 'suspend'],
    'access-code': ['release', 'success'],
    outside: ['release', 'success', 'talk', 'three-party'],
  })
})

test('an outgoing call is not released to an outside number', () => {
  const story = createCallStory()
  story.apply({ type: 'dialled', number: '10086', at: story.now() })
  story.hears({ ...facts.talking, feature: 7, called: '10086' })

  expect(story.first()?.transferModes?.outside).toEqual(['success', 'talk', 'three-party'])
})

test('an internal call goes nowhere, and is neither muted', () => {
  const story = createCallStory().hears({ ...facts.talking, caller: 'a6003', feature: 6 })
  const call = callNamed(story)

  expect(story.first()?.verbs).toEqual(['hold', 'keys', 'hang-up'])
  expect(story.first()?.transferModes).toBeUndefined()
  expect(call && transferModesOf(call, story.state())).toEqual({})
})

test('on the line alone a call goes blindly, or to the other call that is up', () => {
  const story = createCallStory(false).line(legs.invited).line(legs.established)
  expect(story.first()?.transferModes).toEqual({ outside: ['release'] })

  story.apply({ type: 'dialled', number: '021', dialogId: 'out', at: story.now() })
  story.line({ type: 'established', dialogId: 'out' })

  expect(story.first()?.transferModes).toEqual({ outside: ['release', 'talk'] })
})
