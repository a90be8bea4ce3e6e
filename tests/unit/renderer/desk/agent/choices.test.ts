import { expect, test } from 'vitest'
import type { Reason } from '#contract'
import { busyChoices } from '#renderer/desk/agent/choices.ts'
import { nextWords, reasonWord, stateRemark } from '#renderer/desk/agent/state-words.ts'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'
import { agentIn } from '#support/desk-preview/state.ts'

overwriteGetLocale(() => 'en')
const lunch: Reason = { number: 201, name: { en: 'Lunch', 'zh-CN': '午餐' } }
const training: Reason = { number: 202, name: { en: 'Training', 'zh-CN': '培训' } }
const reasons = { busy: [lunch, training], rest: [lunch] }

test('a reason has words in both languages', () => {
  expect(busyChoices(reasons.busy)[0]).toEqual({ value: 201, label: 'Lunch', words: 'Lunch 午餐 201' })
})

test('a site without names has numbers', () => {
  const choices = busyChoices([])

  expect(choices).toHaveLength(51)
})

test('a reason is called as the site calls it, else as the platform, else by its number', () => {
  expect(reasonWord('busy', 201, reasons)).toBe('Lunch')
  expect(reasonWord('busy', 2, reasons)).toBe('A call was not answered')
  expect(reasonWord('busy', 217, reasons)).toBe('Reason 217')
  expect(reasonWord('busy', 1, reasons)).toBeNull()
  expect(reasonWord('rest', undefined, reasons)).toBeNull()
})

test('what comes after the call is told with its reason and length', () => {
  expect(nextWords({ state: 'busy' }, reasons)).toBe('Then busy')
  expect(nextWords({ state: 'rest', seconds: 900, reason: 201 }, reasons)).toBe('Then rest 15 min: Lunch')
})

test('a rest asked for is told until it begins', () => {
  const askedRest = { seconds: 600, since: 1 }

  expect(stateRemark({ ...agentIn({ name: 'busy' }), askedRest })).toBe('Rest asked for')
  expect(stateRemark({ ...agentIn({ name: 'rest', reason: 201 }), askedRest, reasons })).toBe('Lunch')
})
