import { expect, test } from 'vitest'
import type { ChatsEvent } from '#main/chats/event.ts'
import { snapshot } from '#main/chats/snapshot.ts'
import type { GatewayEvent } from '#main/gateway/event.ts'
import { bye, call, leaves, opened, play, release, START, said, shown, transfer } from './support/play.ts'

const MINUTE = 60_000

test('a chat rings with its queue and channel, whichever event said them', () => {
  const { hear, state } = play()
  hear(call('info', START, { queue: 'Billing', channel: 'whatsapp' }), call('ringing'))

  expect(shown(state())).toMatchObject({
    channel: 'whatsapp',
    queue: 'Billing',
    customer: { id: 'bob' },
    phase: { name: 'ringing', since: START },
    verbs: ['answer', 'decline'],
    waits: { for: 'first-answer', since: START, warnAt: START + 30_000, lateAt: START + 60_000 },
  })
})

test('a chat is not on the list before it rings', () => {
  const { hear, state } = play()
  hear(call('info'))

  expect(snapshot(state()).list).toEqual([])
})

test.each<[string, readonly GatewayEvent[], string]>([
  ['nobody answered', [{ type: 'no-answer', callId: 'c1', at: START }], 'missed'],
  ['the customer went while it rang', [{ type: 'customer-release', callId: 'c1', at: START }], 'customer-left'],
])('a chat ends before it is open: %s', (_, events, how) => {
  const { hear, state } = play()
  hear(call('ringing'), ...events)

  expect(shown(state())).toMatchObject({ phase: { name: 'ended', how }, verbs: ['close'] })
})

test.each<[string, readonly ChatsEvent[], string, readonly string[]]>([
  ['by the agent', [{ type: 'asked', chatId: 'c1', verb: 'end' }, release()], 'agent-ended', ['ended']],
  ['by the customer', [leaves(), release()], 'customer-left', ['customer-left']],
  ['by the customer, who says so first', [bye('customer'), leaves()], 'customer-left', ['customer-left']],
  ['by the platform’s patience', [bye('system'), leaves()], 'timed-out', ['timed-out']],
  ['by the platform, which gives it to another', [release(), leaves()], 'taken-away', ['ended']],
  ['by a transfer', [transfer(), release()], 'transferred', ['transferred']],
])('a chat ends, told apart: %s', (_, events, how, lines) => {
  const game = opened()
  game.apply(...events)

  expect(shown(game.state())).toMatchObject({ phase: { how } })
  expect(game.lines()).toEqual(lines)
})

test('a chat that is declined says so, and one that is taken from a refused verb says why', () => {
  const { apply, hear, state } = play()
  hear(call('ringing'))
  apply({ type: 'asked', chatId: 'c1', verb: 'answer' })
  expect(shown(state())?.pending).toBe('answer')
  const failure = { reason: 'refused', retcode: '200-002' }
  apply({ type: 'settled', chatId: 'c1', verb: 'answer', failure, at: START })
  expect(shown(state())).toMatchObject({ failure: { verb: 'answer', ...failure } })
  apply({ type: 'asked', chatId: 'c1', verb: 'decline' })
  hear({ type: 'no-answer', callId: 'c1', at: START })

  expect(shown(state())).toMatchObject({ phase: { how: 'declined' } })
})

test('a chat whose transfer failed is the agent’s as before', () => {
  const game = opened()
  game.apply(transfer(), { type: 'settled', chatId: 'c1', verb: 'transfer', at: START })
  game.hear({ type: 'transfer-result', callId: 'c1', succeeded: false, at: START })

  expect(shown(game.state())).toMatchObject({ phase: { name: 'open' }, failure: { verb: 'transfer' } })
  expect(shown(game.state())?.verbs).toContain('transfer')
})

test('a chat that is offered again under its old id rings again once the platform says so, with what was said', () => {
  const game = opened()
  game.hear(said('one'), release().event, call('ringing', START + MINUTE))
  expect(game.chat()?.phase.name).toBe('ended')
  expect(game.state().open).toHaveLength(1)
  const details = { callId: 'c1', caller: 'bob', called: 'web', feature: 0, answered: false }
  game.apply({ type: 'known', chatId: 'c1', details, at: START + MINUTE })

  expect(game.chat()?.phase).toEqual({ name: 'ringing', since: START + MINUTE })
  game.hear(said('one'), said('two', { at: START + MINUTE }))
  expect(game.texts()).toEqual(['one', 'two'])
})

test('a chat that has left the list stays away when its messages come once more', () => {
  const game = opened()
  game.hear(said('one'), release().event)
  game.apply({ type: 'closed', chatId: 'c1' })
  game.hear(said('one'))

  expect(game.state().chats).toEqual([])
  expect(game.state().open).toEqual([])
})

test('a chat that only a message tells of is asked about, and shown even when the platform knows nothing of it', () => {
  const game = play()
  game.hear(said('hello?'))
  expect(game.state().open).toHaveLength(1)
  game.apply({ type: 'known', chatId: 'c1', details: null, at: START })

  expect(shown(game.state())).toMatchObject({ phase: { name: 'ended', how: 'ended-by-platform' }, unread: 1 })
  expect(game.texts()).toEqual(['hello?'])
})

test('after a reconnection what is gone has ended, what was answered is open, and each says what may be missing', () => {
  const game = play()
  for (const callId of ['stays', 'gone']) game.hear(call('talking', START, { callId }))
  game.hear(call('ringing', START, { callId: 'answered' }), call('ringing', START, { callId: 'lost' }))
  const there = (callId: string) => ({ callId, caller: 'bob', called: 'web', feature: 0, answered: true })
  game.apply({
    type: 'present',
    askedOf: ['stays', 'gone', 'answered', 'lost'],
    chats: ['stays', 'answered', 'new'].map(there),
    rereads: false,
    at: START + MINUTE,
  })

  const phases = Object.fromEntries(
    game.state().chats.map(({ id, phase }) => [id, 'how' in phase ? phase.how : phase.name]),
  )
  expect(phases).toEqual({ stays: 'open', answered: 'open', new: 'open', gone: 'ended-by-platform', lost: 'missed' })
  for (const id of ['stays', 'answered', 'new']) expect(game.lines(id)).toContain('gap')
})

test('nothing is left of a shift', () => {
  const game = opened()
  game.hear(said('one'))
  game.apply({ type: 'signed-out' })

  expect(snapshot(game.state())).toMatchObject({ site: { available: false }, list: [] })
})

test('a message without a time of its own is not what others are measured by', () => {
  const story = play()
  story.hear(call('ringing'), call('talking', START + 1_000))
  // This machine's clock is a minute ahead of the platform's.
  const { sentAt: _, ...timeless } = said('first', { at: START + 65_000 }).said
  story.hear({ ...said('first', { at: START + 65_000 }), said: timeless }, said('second', { at: START + 6_000 }))
  expect(story.texts()).toEqual(['first', 'second'])
})
