import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Chat, ChatMessage, MessageFailure } from '#contract'
import { answeringOf } from '#renderer/desk/chats/composer/answering.svelte.ts'
import { Writing } from '#renderer/desk/chats/composer/text/writing.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { chatSite, deskState } from '#support/desk-preview/state.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('reportError', () => undefined)
  vi.stubGlobal('addEventListener', () => undefined)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const site = { ...chatSite, textBytes: 100, sensitiveWords: ['refund', '退款'] }

function start() {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const messages = new Set<(value: unknown) => void>()
  const bridge: typeof fake.bridge = {
    ...fake.bridge,
    subscribe: (name, listener) => {
      if (name === 'chats.messages') messages.add(listener as (value: unknown) => void)
      return fake.bridge.subscribe(name, listener)
    },
  }
  const answering = answeringOf(bridge)
  const chat = { verbs: ['send', 'end'] as Chat['verbs'] }
  const clock = { now: 0 }
  const writingIn = (chatId: string) =>
    new Writing({ bridge, answering, chatId, chat: () => chat, site: () => site, now: () => clock.now })
  const asked = (name: string) => fake.asked.filter((one) => one.name === name).map(({ input }) => input)
  const sent = () => asked('chats.send').map((input) => (input as { text: string }).text)
  const tell = (news: Partial<ChatMessage>) => {
    for (const listener of messages) listener([messageOf(news)])
  }
  return { fake, answering, chat, clock, writing: writingIn('c1'), writingIn, asked, sent, tell }
}

function messageOf(news: Partial<ChatMessage>): ChatMessage {
  return {
    ...{ chatId: 'c1', id: 'm1', place: 1, side: 'agent', at: 0, content: { kind: 'text', text: 'Full refund' } },
    ...{ state: { name: 'sending' }, ...news },
  }
}

const failed = (reason: MessageFailure, retcode?: string): Partial<ChatMessage> => ({
  state: { name: 'failed', reason, ...(retcode && { retcode }) },
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
