import { expect, test } from 'vitest'
import { createChatArrival } from '#main/chats/arrival.ts'
import { chatOf, chatsOf, ringingChat } from '#support/desk-preview/chats.ts'

function start(automatic = false) {
  const done: string[] = []
  let byItself = automatic
  const arrival = createChatArrival({
    answer: async (chatId) => done.push(`answer ${chatId}`),
    sound: (sound) => done.push(sound),
    byItself: () => byItself,
  })
  return { arrival, done, setAutomatic: (on: boolean) => (byItself = on) }
}
const rings = chatsOf([ringingChat({ id: 'a' })])

test('a chat that rings is heard until it is answered or gone', () => {
  const { arrival } = start()

  expect(arrival.changed(rings)).toBe('chat')
  expect(arrival.changed(chatsOf([ringingChat({ id: 'a', pending: 'answer' })]))).toBe('none')
  expect(arrival.changed(chatsOf([chatOf({ id: 'a' })]))).toBe('none')
})

test('a call that rings goes before a chat, and beside one that talks a chat only whispers', () => {
  const { arrival } = start()
  arrival.changed(rings)

  expect(arrival.callRings('call', false)).toBe('call')
  expect(arrival.callRings('waiting', true)).toBe('waiting')
  expect(arrival.callRings('none', true)).toBe('chat-waiting')
  expect(arrival.callRings('none', false)).toBe('chat')
})

test('where the site or the agent wants it, a chat is answered by itself, once, and told with one sound', () => {
  const { arrival, done } = start(true)

  expect(arrival.changed(rings)).toBe('none')
  arrival.changed(rings)

  expect(done).toEqual(['answer a', 'chat'])
})

test('what could not be answered by itself rings', () => {
  const { arrival, done } = start(true)
  arrival.callRings('none', true)
  arrival.changed(rings)

  const failed = ringingChat({ id: 'a', failure: { verb: 'answer', reason: 'refused' } })
  expect(arrival.changed(chatsOf([failed]))).toBe('chat-waiting')
  expect(done).toEqual(['answer a', 'message-in-call'])
})

test('a chat that comes a second time is answered a second time', () => {
  const { arrival, done } = start(true)

  arrival.changed(rings)
  arrival.changed(chatsOf([]))
  arrival.changed(rings)

  expect(done.filter((one) => one === 'answer a')).toHaveLength(2)
})
