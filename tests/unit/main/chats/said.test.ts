import { expect, test } from 'vitest'
import { call, opened, play, post, release, START, said, shown } from './support/play.ts'

test('what is said counts as unread until the agent has seen it, also what came late above', () => {
  const game = opened()
  game.hear(said('one'), said('three', { at: START + 7_000 }))
  game.apply({ type: 'seen', chatId: 'c1', place: game.chat()?.lastPlace ?? 0 })
  expect(shown(game.state())?.unread).toBe(0)
  game.hear(said('two', { at: START + 6_000 }))

  expect(game.texts()).toEqual(['one', 'two', 'three'])
  expect(shown(game.state())).toMatchObject({ unread: 1, last: { line: 'three' } })
  game.apply({ type: 'seen', chatId: 'c1', place: game.chat()?.lastPlace ?? 0 })
  expect(shown(game.state())?.unread).toBe(0)
})

test('what is said by another agent is a colleague’s, by the platform a line, by the robot above the beginning', () => {
  const { hear, state, chat } = play()
  hear(
    call('ringing', START, { queue: 'Billing' }),
    call('talking', START + 1_000),
    said('hi', { at: START - 9_000 }),
    said('I am a robot', { side: 'robot', at: START - 8_000 }),
    said('I was first', { side: 'agent', from: '6003', at: START - 7_000 }),
    said('welcome', { side: 'system' }),
    said('hello'),
  )

  const seen = chat()?.messages.map(({ side, content }) => (content.kind === 'line' ? content.line : side))
  expect(seen).toEqual(['customer', 'robot', 'robot', 'colleague', 'queued', 'said', 'customer'])
  expect(shown(state())?.unread).toBe(4)
})

test('what is said shows how it began after a moment, when nothing is said', () => {
  const game = play()
  game.hear(call('talking', START, { transferredFrom: 'a6003' }))
  expect(game.lines()).toEqual([])
  game.apply({ type: 'time', at: START + 1_000 })

  expect(game.chat()?.messages[0]?.content).toEqual({ kind: 'line', line: 'transferred', from: '6003' })
})

test('what is said is written once for each key, and never into a chat that is over', () => {
  const game = opened()
  game.apply(post('k1', START), post('k1', START + 1))
  expect(game.texts()).toEqual(['k1'])
  game.hear(release().event)
  game.apply(post('k2', START))

  expect(game.chat()?.messages.at(-1)?.state).toEqual({ name: 'failed', reason: 'chat-over' })
  game.apply({ type: 'discarded', chatId: 'c1', key: 'k2' })
  expect(game.texts()).toEqual(['k1'])
})

test('what is said is followed to its end, also when its chat has left the list before', () => {
  const game = opened()
  game.apply(post('k1', START), post('k2', START))
  game.hear(release().event)
  game.apply({ type: 'closed', chatId: 'c1' })

  game.apply({ type: 'sent', chatId: 'c1', key: 'k1', at: START + 1 })
  expect(game.state().news).toMatchObject([{ id: 'k1', state: { name: 'sent' } }])
  game.apply({ type: 'send-failed', chatId: 'c1', key: 'k2', reason: 'chat-over', at: START + 2 })
  expect(game.state().news).toMatchObject([{ id: 'k2', state: { name: 'failed', reason: 'chat-over' } }])
  expect(game.state().underway).toEqual([])
})

test('what is said is read when the customer’s side says so, even before the platform has answered', () => {
  const game = opened()
  game.apply(post('k1', START))
  game.hear(said('', { control: 'read', ids: ['k1', 'unknown'], at: START + 6_000 }))
  game.apply({ type: 'sent', chatId: 'c1', key: 'k1', at: START + 7_000 })

  expect(game.chat()?.messages.find(({ id }) => id === 'k1')?.state).toEqual({ name: 'read', at: START + 6_000 })
})

test('what is said is being typed for some seconds, or until it is there', () => {
  const game = opened()
  game.hear(said('', { control: 'typing' }))
  expect(shown(game.state())?.typing).toBe(true)
  game.apply({ type: 'time', at: START + 60_000 })
  expect(shown(game.state())?.typing).toBe(false)
  game.hear(said('', { control: 'typing' }), said('there'))
  expect(shown(game.state())?.typing).toBe(false)
})

test('what is said leaves the memory once it is kept elsewhere, and is still known by its id', () => {
  const game = opened()
  const all = Array.from({ length: 1_600 }, (_, index) => said(`${index}`, { at: START + 5_000 + index }))
  game.hear(...all)
  game.apply({ type: 'kept' })

  expect(game.chat()?.messages).toHaveLength(1_000)
  expect(shown(game.state())?.messages).toBe(1_600)
  game.hear(said('3', { at: START + 5_003 }), said('late', { at: START + 5_004 }))
  expect(shown(game.state())?.messages).toBe(1_601)
  expect(game.chat()?.messages.at(-1)?.id).toBe('m-late')
})
