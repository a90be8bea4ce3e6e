import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createChats } from '#main/chats/chats.ts'
import { fakeChatGateway } from './support/gateway.ts'
import { historyHere } from './support/history.ts'
import { call, release, START, said } from './support/play.ts'
import { site } from './support/site.ts'

/**
 * Electron's `contents.send` runs whatever promises have been kept, before it returns (`gin_helper::MicrotasksScope`
 * in the browser's process): the answer to a request may reach the chats while they are telling of a message.
 */
function stage(brings: () => void) {
  vi.useFakeTimers({ now: START })
  onTestFinished(() => void vi.useRealTimers())
  const chats = createChats({
    gateway: () => fakeChatGateway(),
    site: () => site(),
    mediaType: () => '53',
    history: historyHere(),
    onChange: brings,
    onMessages: brings,
    now: Date.now,
    log: { info: () => undefined, warn: () => undefined },
  })
  chats.open()
  chats.agent({ status: 'signed-in', workNumber: '6002' } as never)
  return chats
}

/** Of a conversation that has left the list, hence of what was written. */
async function kept(chats: ReturnType<typeof stage>): Promise<readonly string[]> {
  chats.gatewayEvent(release().event)
  await vi.advanceTimersByTimeAsync(1_000)
  chats.requests['chats.close']({ chatId: 'c1' })
  const { messages } = await chats.requests['chats.page']({ chatId: 'c1', limit: 500 })
  return messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []))
}

test('a message is kept although something else changes while the desk is told of it', async () => {
  let comes = (): unknown => undefined
  const chats = stage(() => comes())
  chats.gatewayEvent(call('talking'))
  await vi.advanceTimersByTimeAsync(1_000)

  comes = () => chats.requests['chats.note']({ chatId: 'c1', text: 'wants a refund' })
  chats.gatewayEvent(said('written before anybody took it'))

  expect(await kept(chats)).toEqual(['written before anybody took it'])
})

test('of messages that come one within another’s telling, all are kept', async () => {
  const within = fc.array(fc.record({ nested: fc.boolean(), after: fc.constantFrom(0, 5, 20, 300) }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(within, async (steps) => {
      const waiting: (() => void)[] = []
      const chats = stage(() => waiting.shift()?.())
      chats.gatewayEvent(call('talking'))
      for (const [index, { nested, after }] of steps.entries()) {
        const comes = () => void chats.gatewayEvent(said(`${index}`, { at: START + index }))
        if (nested) waiting.push(comes)
        else comes()
        await vi.advanceTimersByTimeAsync(after)
      }
      for (const comes of waiting.splice(0)) comes()

      expect([...(await kept(chats))].sort()).toEqual(steps.map((_, index) => `${index}`).sort())
    }),
    { numRuns: 60 },
  )
})
