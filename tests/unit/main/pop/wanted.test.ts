import { describe, expect, test } from 'vitest'
import { isWanted, matches, momentsOf } from '#main/pop/wanted.ts'
import { callA, chatC, subjectOf } from '#support/pop/pages.ts'

test('moments come one after the other, and a call that goes on has passed those before', () => {
  const coming = (stage: Parameters<typeof momentsOf>[0]['stage']) => momentsOf({ outgoing: false, stage })
  expect(coming('incoming')).toEqual(['incoming'])
  expect(coming('ringing')).toEqual(['incoming', 'ringing'])
  expect(coming('talking')).toEqual(['incoming', 'ringing', 'talking'])
  expect(coming('over')).toEqual(['released'])
})

test('a call that the agent makes does not ring, but for a callback', () => {
  const going = (stage: Parameters<typeof momentsOf>[0]['stage']) => momentsOf({ outgoing: true, stage })
  expect(going('dialling')).toEqual(['dialled'])
  expect(going('far-side-rings')).toEqual(['dialled'])
  expect(going('ringing')).toEqual(['dialled', 'ringing'])
  expect(going('talking')).toEqual(['dialled', 'talking'])
})

describe('a page is wanted', () => {
  const call = subjectOf(callA, { number: '075512345678', values: { skillName: 'Billing', skillId: '7' } })

  test.each([
    ['for every call without a word about it', {}, true],
    ['for its queue by name', { queues: ['Cards', 'Billing'] }, true],
    ['for its queue by id', { queues: ['7'] }, true],
    ['not for another queue', { queues: ['Cards'] }, false],
    ['for its medium', { media: ['audio'] }, true],
    ['not for another medium', { media: ['video', 'chat'] }, false],
    ['for numbers like this one', { numbers: ['021*', '0755*'] }, true],
    ['not for other numbers', { numbers: ['021*'] }, false],
    ['not if one of the limits is another', { queues: ['Billing'], media: ['chat'] }, false],
  ] as const)('%s', (_, limits, wanted) => {
    expect(isWanted({ for: limits }, call)).toBe(wanted)
  })

  test('not by a queue that is not known', () => {
    expect(isWanted({ for: { queues: ['Billing'] } }, subjectOf(chatC, { values: {} }))).toBe(false)
  })
})

test.each([
  ['10086', '10086', true],
  ['10086', '100861', false],
  ['+86755*', '+8675512345678', true],
  ['+86755*', '+862112345678', false],
  ['*8888', '13800138888', true],
  ['*8888', '1388888000', false],
  ['138*88', '13888', true],
  ['138*88', '1388', false],
  ['1*2*3', '1002003', true],
  ['1*2*3', '1003002', false],
  ['*', '', true],
  ['**', 'anonymous', true],
  ['*1*1*', '1', false],
])('the pattern %s and the number %s: %s', (pattern, number, expected) => {
  expect(matches(pattern, number)).toBe(expected)
})

test('a pattern that would run for ever as a regular expression is answered at once', () => {
  const began = process.cpuUsage().user
  expect(matches(`${'*1'.repeat(15)}2`, '1'.repeat(5_000))).toBe(false)
  expect(process.cpuUsage().user - began).toBeLessThan(200_000)
})
