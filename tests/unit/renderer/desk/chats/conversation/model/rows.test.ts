import { expect, test } from 'vitest'
import { type Row, rowsOf, rowsWithMore, type Section } from '#renderer/desk/chats/conversation/model/rows.ts'
import { messageOf, messagesOf, ownMessageOf, pastChatOf } from '#support/chat-builders.ts'

const section = (part: Partial<Section>): Section => ({
  chatId: 'chat-1',
  startedAt: 0,
  past: null,
  headed: false,
  messages: [],
  more: false,
  ...part,
})
const told = (rows: readonly Row[]) =>
  rows.map((row) =>
    row.kind === 'message' ? `${row.first ? '[' : ''}${row.message.place}${row.last ? ']' : ''}` : row.kind,
  )
const day = 86_400_000

test('messages of one sender stand together, and each day begins with its line', () => {
  const messages = [
    messageOf(1),
    messageOf(2),
    ownMessageOf(3),
    messageOf(4),
    messageOf(20),
    messageOf(21, { at: messageOf(21).at + day }),
  ]

  expect(told(rowsOf(section({ messages })))).toEqual([
    'day',
    '[100',
    '200]',
    '[300]',
    '[400]',
    '[2000]',
    'day',
    '[2100]',
  ])
})

test('a page at the top changes no row below it but the first', () => {
  const messages = messagesOf(20)

  const part = rowsOf(section({ messages: messages.slice(10), more: true }))
  const whole = rowsOf(section({ messages }))

  expect(part[0]?.kind).toBe('message')
  expect(whole.slice(-part.length + 1)).toEqual(part.slice(1))
  expect(whole.slice(-part.length).map(({ key }) => key)).toEqual(part.map(({ key }) => key))
})

test('rows added at the end are those of the whole', () => {
  const all = [...messagesOf(5), ownMessageOf(6), ownMessageOf(7), messageOf(8, { at: messageOf(8).at + day })]
  for (let known = 1; known < all.length; known += 1) {
    const before = rowsOf(section({ messages: all.slice(0, known) }))
    expect(rowsWithMore(before, known, section({ messages: all }))).toEqual(rowsOf(section({ messages: all })))
  }
})

test('an earlier conversation has its heading, and says when its content is not kept', () => {
  const past = pastChatOf(3)

  expect(told(rowsOf(section({ past, headed: true, messages: messagesOf(1) })))).toEqual(['heading', 'day', '[100]'])
  expect(told(rowsOf(section({ past, headed: true })))).toEqual(['heading', 'gone'])
  expect(told(rowsOf(section({ past, headed: true, messages: messagesOf(1), more: true })))).toEqual(['[100]'])
})
