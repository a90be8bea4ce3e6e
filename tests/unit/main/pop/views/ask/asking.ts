import type { PopAnswer, PopQuestion } from '#contract'
import { createQuestions } from '#main/pop/views/ask/questions.ts'
import { fakeTab, settled } from '../fake-contents.ts'

/** A tab, what it asks, and an agent who answers the last of it. */
export function asked() {
  const questions = createQuestions()
  const fake = fakeTab()
  const asks = (): PopQuestion[] => fake.facts.flatMap((fact) => (fact.type === 'asks' ? [fact.question] : []))
  const answer = async (given: PopAnswer) => {
    questions.answer(asks().at(-1)?.id ?? '', given)
    await settled()
  }
  return { ...fake, questions, asks, answer }
}
