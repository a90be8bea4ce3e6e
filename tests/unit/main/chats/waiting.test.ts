import { expect, test } from 'vitest'
import { snapshot } from '#main/chats/snapshot.ts'
import { call, opened, play, post, START, said, shown } from './support/play.ts'

const MINUTE = 60_000

test('whoever waits, waits for the first answer until the agent writes, then for a reply from the first word on', () => {
  const game = opened()
  game.hear(said('hello'))
  expect(shown(game.state())?.waits).toMatchObject({ for: 'first-answer', since: START })
  game.apply(post('k1', START + 9_000))
  expect(shown(game.state())?.waits).toBeUndefined()
  game.hear(said('a', { at: START + 10_000 }), said('b', { at: START + 20_000 }))

  const since = START + 10_000
  expect(shown(game.state())?.waits).toEqual({
    for: 'reply',
    since,
    warnAt: since + MINUTE,
    lateAt: since + 2 * MINUTE,
  })
})

test('whoever waits, waits as long as before when the answer failed, and no more when it is sent again', () => {
  const game = opened()
  game.apply(post('k1', START + 9_000), {
    ...{ type: 'send-failed', chatId: 'c1', key: 'k1', reason: 'no-answer', at: START + 14_000 },
  })
  expect(shown(game.state())?.waits).toMatchObject({ for: 'first-answer', since: START })
  game.apply({ type: 'resent', chatId: 'c1', key: 'k1', at: START + 20_000 })
  expect(shown(game.state())?.waits).toBeUndefined()
})

test('whoever waits stands in the list by how long, behind what rings and before what is quiet or over', () => {
  const game = play()
  for (const callId of ['quiet', 'later', 'first', 'over']) game.hear(call('talking', START, { callId }))
  game.apply(post('k', START + 1, 'quiet'), post('l', START + 2, 'later'))
  game.hear(
    said('x', { callId: 'later', at: START + 5_000 }),
    { type: 'customer-release', callId: 'over', at: START },
    call('ringing', START + 9_000, { callId: 'rings' }),
  )
  const order = () => snapshot(game.state()).list.map(({ id }) => id)

  expect(order()).toEqual(['rings', 'first', 'later', 'quiet', 'over'])
  game.apply({ type: 'pinned', chatId: 'quiet', pinned: true })
  expect(order()[0]).toBe('quiet')
})

test('whoever waits is nobody in an inner conversation', () => {
  const { hear, state } = play()
  hear(
    call('talking', START, { feature: 6, caller: 'a6003', called: 'a6002' }),
    said('psst', { side: 'agent', from: '6003' }),
  )

  expect(shown(state())).toMatchObject({
    direction: 'internal',
    channel: 'agent',
    customer: { id: '6003' },
    unread: 1,
  })
  expect(shown(state())?.waits).toBeUndefined()
  expect(shown(state())?.verbs).toEqual(['send', 'end'])
})
