import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createQuestions } from '#main/pop/views/ask/questions.ts'
import { closer } from '#main/pop/views/tab/acts/close.ts'
import { fakeTab } from '../../fake-contents.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function closing(more: object = {}) {
  const questions = createQuestions()
  const fake = fakeTab(more)
  const { close } = closer(fake.tab, { leave: (_, act) => act() }, questions)
  const closes = () => {
    close()
    vi.advanceTimersByTime(1)
  }
  return { ...fake, questions, closes }
}

const asked = ['close', { waitForBeforeUnload: true }]

test('a page is asked, and ended when it does not answer', () => {
  const { closes, done } = closing()

  closes()
  expect(done).toEqual([asked])
  vi.advanceTimersByTime(3_000)

  expect(done).toEqual([asked, ['close']])
})

test('a page that wants to stay waits for the agent, however long', () => {
  const { closes, done, emit } = closing()
  closes()

  emit('will-prevent-unload', {})
  vi.advanceTimersByTime(600_000)

  expect(done).toEqual([asked])
})

test('one that stands still in a dialog, or has no process, is not asked', () => {
  const dialog = closing()
  void dialog.questions.ask(dialog.tab, { kind: 'dialog', dialog: 'alert', text: 'x', initial: '', repeated: false })
  const crashed = closing({ isCrashed: () => true })

  dialog.closes()
  crashed.closes()

  expect([dialog.done, crashed.done]).toEqual([[['close']], [['close']]])
})
