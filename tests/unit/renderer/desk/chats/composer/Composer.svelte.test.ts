// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import type { Chat, Reply } from '#contract'
import Composer from '#renderer/desk/chats/composer/Composer.svelte'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { chatSite, deskState } from '#support/desk-preview/state.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const chat: Chat = {
  ...{ id: 'c1', channel: 'web', customer: { id: 'u1', name: 'Wang' }, queue: 'Billing', direction: 'incoming' },
  ...{ phase: { name: 'open', since: 0 }, startedAt: 0, unread: 0, typing: false, pinned: false },
  ...{ verbs: ['send', 'end'], note: '', messages: 0 },
}

const replies: readonly Reply[] = [
  { id: '1', owner: 'site', shortcut: 'hi', title: 'Greeting', text: 'Dear {customer}, {agent} of {queue}' },
  { id: '2', owner: 'agent', shortcut: 'bye', title: 'Farewell', text: 'Bye' },
]

async function show(given: Partial<Chat> = {}) {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  fake.answer('replies.all', replies)
  const site = { ...chatSite, sensitiveWords: ['refund'] }
  const props = {
    bridge: fake.bridge,
    chat: { ...chat, ...given },
    site,
    agent: { workNumber: '6001' },
    language: 'en' as const,
    uploads: [],
    voiceMessage: { status: 'off' as const },
  }
  const { rerender } = render(Composer, props)
  await vi.waitFor(() => expect(fake.asked.map(({ name }) => name)).toContain('replies.all'))
  await tick()
  const turnTo = (next: Partial<Chat>) => rerender({ ...props, chat: { ...chat, ...next } })
  const sent = () =>
    fake.asked.filter(({ name }) => name === 'chats.send').map(({ input }) => (input as { text: string }).text)
  return { fake, sent, turnTo }
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')

async function type(text: string): Promise<void> {
  await fireEvent.input(field(), { target: { value: text } })
}

const press = (key: string, more: object = {}) => fireEvent.keyDown(field(), { key, ...more })

test('Enter sends, Shift+Enter does not', async () => {
  const { sent } = await show()
  await type('Hello')

  await press('Enter', { shiftKey: true })
  expect(sent()).toEqual([])

  await press('Enter')
  expect(sent()).toEqual(['Hello'])
  expect(field().value).toBe('')
})

test('the Enter that an input method takes sends nothing', async () => {
  const { sent } = await show()
  await fireEvent.compositionStart(field())
  await type('nihao')

  await press('Enter', { isComposing: true })
  await press('Enter', { keyCode: 229 })
  await fireEvent.compositionEnd(field())
  await type('你好')

  expect(sent()).toEqual([])
  expect(field().value).toBe('你好')
})

test('a slash shows the replies, and Enter takes one with its variables filled', async () => {
  const { fake, sent } = await show()
  await type('/h')
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Greeting'),
  ])

  await press('Enter')

  expect(field().value).toBe('Dear Wang, 6001 of Billing')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(sent()).toEqual([])
  expect(fake.asked).toContainEqual({ name: 'replies.used', input: { id: '1' } })
})

test('the arrows choose, and Esc goes on writing', async () => {
  await show()
  await type('/')
  await press('ArrowDown')
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Farewell')

  await press('Escape')
  expect(screen.queryByRole('listbox')).toBeNull()
  await type('/x')
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('a search without a find is not sent to the customer', async () => {
  const { sent } = await show()
  await type('/nothing')

  await press('Enter')
  expect(sent()).toEqual([])

  await press('Escape')
  await press('Enter')
  expect(sent()).toEqual(['/nothing'])
})

test('sensitive words are asked about in place, and nothing is lost by changing one’s mind', async () => {
  const { sent } = await show()
  await type('No refund')
  await press('Enter')
  expect(screen.getByRole('alert').textContent).toContain('refund')

  await fireEvent.click(screen.getByRole('button', { name: 'Change it' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(field().value).toBe('No refund')

  await press('Enter')
  await fireEvent.click(screen.getByRole('button', { name: 'Send all the same' }))
  expect(sent()).toEqual(['No refund'])
})

test('another chat is another text, and the first comes back', async () => {
  const { turnTo } = await show()
  await type('for one')
  await turnTo({ id: 'c2' })
  expect(field().value).toBe('')
  await type('for two')

  await turnTo({})

  expect(field().value).toBe('for one')
})

test('an ended chat has no field, unless something was left in it', async () => {
  const { turnTo } = await show()
  await type('not sent')
  const ended = { phase: { name: 'ended', at: 0, how: 'customer-left' }, verbs: ['close'] } as const

  await turnTo(ended)
  expect(field().readOnly).toBe(true)
  expect(field().value).toBe('not sent')

  await turnTo({ ...ended, id: 'c2' })
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('without a connection one writes on and does not send', async () => {
  const { sent } = await show({ verbs: ['end'] })
  await type('Hello')

  await press('Enter')

  expect(sent()).toEqual([])
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true)
  expect(field().getAttribute('aria-describedby')).toBeTruthy()
})
