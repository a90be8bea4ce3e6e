import { expect, test } from 'vitest'
import { createQuestions } from '#main/pop/views/ask/questions.ts'
import type { ViewFact } from '#main/pop/views.ts'

function asking() {
  const facts: ViewFact[] = []
  const questions = createQuestions()
  const asker = { id: 't1', tell: (fact: ViewFact) => void facts.push(fact) }
  const last = () => {
    const fact = facts.findLast((one) => one.type === 'asks')
    if (fact?.type !== 'asks') throw new Error('nothing is asked')
    return fact.question
  }
  return { questions, asker, facts, last }
}

test('a question is told once and answered once', async () => {
  const { questions, asker, last, facts } = asking()

  const answered = questions.ask(asker, { kind: 'leave', closing: true })
  questions.answer(last().id, { kind: 'leave', ok: true })
  questions.answer(last().id, { kind: 'leave', ok: false })

  await expect(answered).resolves.toEqual({ kind: 'leave', ok: true })
  expect(last()).toMatchObject({ tab: 't1', kind: 'leave', closing: true })
  expect(facts).toHaveLength(1)
})

test('an answer to another kind of question is none', () => {
  const { questions, asker, last } = asking()
  void questions.ask(asker, { kind: 'leave', closing: true })

  questions.answer(last().id, { kind: 'permission', ok: true })

  expect(questions.isAsking('t1', 'leave')).toBe(true)
})

test('what nobody needs any more is taken back and answered by nothing', async () => {
  const { questions, asker, facts, last } = asking()
  const left = questions.ask(asker, { kind: 'leave', closing: false })
  const { id } = last()
  void questions.ask(asker, { kind: 'permission', permission: 'geolocation', host: 'h' })

  questions.drop('t1', ['leave'])

  await expect(left).resolves.toBeNull()
  expect(facts.at(-1)).toEqual({ type: 'asks-no-more', id })
  expect(questions.isAsking('t1', 'permission')).toBe(true)
  questions.drop('t1')
  expect(questions.isAsking('t1', 'permission')).toBe(false)
})
