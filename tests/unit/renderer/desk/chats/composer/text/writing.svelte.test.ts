import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { start } from './start-writing.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('reportError', () => undefined)
  vi.stubGlobal('addEventListener', () => undefined)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what is written goes once, trimmed, and the field is empty', () => {
  const { writing, sent } = start()
  writing.type('  Good morning \n')

  writing.send()
  writing.send()

  expect(sent()).toEqual(['Good morning'])
  expect(writing.text).toBe('')
})

test('white space is nothing to send', () => {
  const { writing, sent } = start()
  writing.type(' \n ')

  writing.send()

  expect(sent()).toEqual([])
})

test('where nothing can be sent the text stays', () => {
  const { writing, chat, sent } = start()
  chat.verbs = ['end']
  writing.type('Good morning')

  writing.send()

  expect(sent()).toEqual([])
  expect(writing.text).toBe('Good morning')
})

test('the site’s words are asked about once, and sent when they are meant', () => {
  const { writing, sent } = start()
  writing.type('You get a REFUND and 退款')

  writing.send()
  expect(writing.question).toEqual({ about: 'sensitive-words', words: ['refund', '退款'] })
  expect(sent()).toEqual([])

  writing.sendAllTheSame()
  expect(sent()).toEqual(['You get a REFUND and 退款'])
})

test('writing on takes the question away, and it is asked again', () => {
  const { writing } = start()
  writing.type('refund')
  writing.send()
  writing.type('refund now')
  expect(writing.question).toBeNull()

  writing.send()

  expect(writing.question).toMatchObject({ about: 'sensitive-words' })
})

test('no brace goes to a customer unseen', () => {
  const { writing, sent } = start()
  writing.type('Dear {customer}, welcome')

  writing.send()
  expect(writing.question).toEqual({ about: 'open-variables', variables: ['customer'] })

  writing.sendWithoutVariables()
  expect(sent()).toEqual(['Dear, welcome'])
})

test('each thing is asked in its turn', () => {
  const { writing, sent } = start()
  writing.type(`{agent} about your refund. ${'And so on. '.repeat(10)}`)

  writing.send()
  expect(writing.question?.about).toBe('open-variables')
  writing.sendWithoutVariables()
  expect(writing.question?.about).toBe('sensitive-words')
  writing.sendAllTheSame()
  expect(writing.question).toMatchObject({ about: 'too-long', parts: 2 })
  writing.sendInParts('numbered')

  expect(sent()).toHaveLength(2)
  expect(sent()[0]).toMatch(/^\(1\/2\) about your refund\./)
})

test('a text that is too long for everything stays where it is', () => {
  const { writing, sent } = start()
  writing.type('😀'.repeat(10_000))

  writing.send()

  expect(writing.question).toEqual({ about: 'too-long', over: 39_900, parts: null })
  expect(sent()).toEqual([])
  expect(writing.text).toHaveLength(20_000)
})

test('what main does not take is in the field again, before what was written since', async () => {
  const { fake, writing } = start()
  fake.answer('chats.send', Promise.reject(new Error('gone')))
  writing.type('first')
  writing.send()
  writing.type('second')

  await vi.advanceTimersByTimeAsync(0)

  expect(writing.text).toBe('first\nsecond')
})

test('that somebody writes is told at most every three seconds, and not of an emptied field', () => {
  const { writing, clock, asked } = start()
  for (const now of [0, 1_000, 2_999, 3_000, 3_001]) {
    clock.now = now
    writing.type(`text ${now}`)
  }
  clock.now = 9_000
  writing.type('')

  expect(asked('chats.typing')).toHaveLength(2)
})

test('each chat has its own text, and another desk has the same', async () => {
  const { writing, writingIn, asked } = start()
  writing.type('one')
  writingIn('c2').type('two')
  await vi.advanceTimersByTimeAsync(300)

  expect(writing.text).toBe('one')
  expect(writingIn('c2').text).toBe('two')
  expect(asked('drafts.keep')).toEqual([
    { chatId: 'c1', text: 'one' },
    { chatId: 'c2', text: 'two' },
  ])
})

test('what was sent is kept no longer', async () => {
  const { writing, asked } = start()
  writing.type('one')
  writing.send()
  await vi.advanceTimersByTimeAsync(300)

  expect(asked('drafts.keep')).toEqual([{ chatId: 'c1', text: '' }])
})

test('what was answered last is found again, the newest first', () => {
  const { writing, answering } = start()
  for (const text of ['one', 'two', 'one']) {
    writing.type(text)
    writing.send()
  }

  expect(answering.lastAnswers.find('')).toEqual(['one', 'two'])
  expect(answering.lastAnswers.find('TW')).toEqual(['two'])
})
