import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexOfPlace, withNews, withPage } from '#renderer/desk/chats/conversation/model/merge.ts'
import { messageOf, messagesOf } from '#support/chat-builders.ts'

const places = (messages: readonly { readonly place: number }[]) => messages.map(({ place }) => place)

test('whatever the order in which they come, none is lost and none is twice', () => {
  const all = messagesOf(30)
  const shuffled = fc.shuffledSubarray([...all], { minLength: all.length })
  fc.assert(
    fc.property(shuffled, fc.nat(29), fc.shuffledSubarray([...all]), (order, cut, again) => {
      let messages = withNews({ messages: [], more: false }, order.slice(0, cut))
      messages = withNews({ messages, more: false }, order.slice(cut))
      messages = withNews({ messages, more: false }, again)
      expect(places(messages)).toEqual(places(all))
    }),
  )
})

test('a changed message takes the place of itself', () => {
  const changed = messageOf(2, { state: { name: 'read', at: 5 } })

  const messages = withNews({ messages: messagesOf(3), more: false }, [changed])

  expect(messages).toHaveLength(3)
  expect(messages[1]).toBe(changed)
})

test('what is older than all that is loaded waits for its page', () => {
  const newest = { messages: messagesOf(5).slice(3), more: true }

  const messages = withNews(newest, [messageOf(1), messageOf(6)])
  expect(places(messages)).toEqual([400, 500, 600])

  const paged = withPage({ messages, more: true }, { messages: messagesOf(3), more: false })
  expect(places(paged.messages)).toEqual([100, 200, 300, 400, 500, 600])
  expect(paged.more).toBe(false)
})

test('a late message stands where it belongs', () => {
  const late = messageOf(2, { place: 250, id: 'late' })

  expect(places(withNews({ messages: messagesOf(4), more: true }, [late]))).toEqual([100, 200, 250, 300, 400])
  expect(indexOfPlace(messagesOf(4), 250)).toBe(2)
})
