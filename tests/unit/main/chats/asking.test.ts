import { expect, test } from 'vitest'
import { askPresent } from '#main/chats/asking.ts'
import type { ChatDetails } from '#main/chats/chat-gateway.ts'
import { fakeChatGateway } from './support/gateway.ts'
import { opened, release, START } from './support/play.ts'

const details: ChatDetails = { callId: 'c1', caller: 'bob', called: 'web', feature: 0, answered: true }

function reconnected(game: ReturnType<typeof opened>, whileAsked: () => void) {
  const gateway = fakeChatGateway({
    callIds: async () => ['c1'],
    details: async () => {
      whileAsked()
      return details
    },
  })
  return askPresent({
    gateway: () => gateway,
    state: game.state,
    apply: game.apply,
    now: () => START + 90_000,
    remembered: async () => [],
    log: { info: () => undefined, warn: () => undefined },
  })
}

test('a chat that ends and leaves the list while the platform is asked about it does not come back', async () => {
  const game = opened()

  await reconnected(game, () => game.apply(release(), { type: 'closed', chatId: 'c1' }))

  expect(game.state().chats).toEqual([])
})

test('a chat that left the list before the platform is asked comes back when the platform still has it', async () => {
  const game = opened()
  game.apply(release(), { type: 'closed', chatId: 'c1' })

  await reconnected(game, () => undefined)

  expect(game.chat()?.phase.name).toBe('open')
})
