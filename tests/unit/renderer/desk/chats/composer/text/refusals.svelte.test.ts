import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { failed, start } from './start-writing.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('reportError', () => undefined)
  vi.stubGlobal('addEventListener', () => undefined)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what the platform refuses is in the field again, and what is sent in its place takes its place', () => {
  const { writing, tell, asked, answering } = start()

  tell(failed('sensitive-word', '700-012'))

  expect(writing.text).toBe('Full refund')
  expect(answering.refusals.of('c1')).toMatchObject({ retcode: '700-012', takenBack: true })

  writing.type('Full')
  expect(answering.refusals.of('c1')).toMatchObject({ heeded: true })
  expect(asked('chats.discard')).toEqual([])

  writing.send()
  expect(answering.refusals.of('c1')).toBeNull()
  expect(asked('chats.discard')).toEqual([{ chatId: 'c1', messageId: 'm1' }])
})

test('it waits for the agent while something else is being written', () => {
  const { writing, tell, asked, answering } = start()
  writing.type('Next')
  tell(failed('too-long'))
  expect(writing.text).toBe('Next')
  expect(asked('chats.discard')).toEqual([])

  answering.refusals.takeBack('c1')

  expect(writing.text).toBe('Full refund\nNext')
})

test('a failure that writing otherwise does not help is the conversation’s to show', () => {
  const { writing, tell, answering } = start()

  tell(failed('no-answer'))
  tell({ ...failed('sensitive-word'), side: 'colleague' })

  expect(answering.refusals.of('c1')).toBeNull()
  expect(writing.text).toBe('')
})

test('sent again elsewhere, a refusal is no more', () => {
  const { writing, tell, answering } = start()
  writing.type('Next')
  tell(failed('sensitive-word'))

  tell({ state: { name: 'sending' } })

  expect(answering.refusals.of('c1')).toBeNull()
})
