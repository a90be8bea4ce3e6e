import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, passes, waitingItems, workItems } from '#renderer/desk/chats/list/work-items.ts'
import { chatOf, ringingChat, waitsSince } from '#support/desk-preview/chats.ts'
import { ago, callOf } from '#support/desk-preview/state.ts'

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)

test('calls come before chats, and chats stay as main has them', () => {
  const items = workItems([callOf({ id: 'c1' })], [chatOf({ id: 'b' }), chatOf({ id: 'a' })])

  expect(ids(items)).toEqual(['c1', 'b', 'a'])
})

test('an inner consultation stands under the chat it is about', () => {
  const chats = [chatOf({ id: 'inner', about: 'a' }), chatOf({ id: 'b' }), chatOf({ id: 'a' })]

  expect(ids(workItems([], chats))).toEqual(['b', 'a', 'inner'])
})

test('an inner consultation that rings here stands where it rings', () => {
  const chats = [ringingChat({ id: 'inner', about: 'a' }), chatOf({ id: 'a' })]

  expect(ids(workItems([], chats))).toEqual(['inner', 'a'])
})

test('whoever rings is next, a call before a chat, then whoever has waited longest', () => {
  const items = workItems(
    [callOf({ id: 'held', phase: { name: 'held', since: ago(20_000) } }), callOf({ id: 'call' })],
    [
      ringingChat({ id: 'young' }, ago(1_000)),
      ringingChat({ id: 'old' }, ago(9_000)),
      chatOf({ id: 'short', waits: waitsSince(ago(10_000)) }),
      chatOf({ id: 'long', waits: waitsSince(ago(90_000)) }),
      chatOf({ id: 'answered' }),
    ],
  )

  expect(ids(waitingItems(items))).toEqual(['call', 'old', 'young', 'long', 'held', 'short'])
})

test('what rings is shown whatever the list is filtered by', () => {
  const filter = { channel: 'email', unreadOnly: true } as const
  const [call, ringing, other, unread] = workItems(
    [callOf({})],
    [
      ringingChat({ id: 'r', unread: 0 }),
      chatOf({ id: 'w', unread: 2 }),
      chatOf({ id: 'e', channel: 'email', unread: 2 }),
    ],
  )

  expect([call, ringing, other, unread].map((item) => item && passes(item, filter))).toEqual([true, true, false, true])
})

test('nothing that is held ever moves, and nothing is lost', () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 })
  fc.assert(
    fc.property(some, some, (before, after) => {
      const items = workItems(
        [],
        after.map((n) => chatOf({ id: `${n}`, startedAt: n })),
      )
      const order = before.map((n) => ({ kind: 'chat' as const, id: `${n}` }))
      const rows = inOrder(order, items, items)

      expect(ids(rows.slice(0, order.length))).toEqual(ids(order))
      expect(new Set(ids(rows.filter(({ kind }) => kind !== 'gone')))).toEqual(new Set(after.map(String)))
      expect(rows).toHaveLength(new Set([...before, ...after]).size)
    }),
  )
})
