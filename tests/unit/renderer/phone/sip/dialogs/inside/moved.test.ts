import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settle, talkingLine } from '../../fake-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('with the machine at another address the renewal looks for another path as well', async () => {
  const begun = await talkingLine()
  for (const media of begun.opened) media.hasMoved = true

  begun.server.socket.drop()
  await settle()

  expect(begun.server.sent('INVITE')[0]?.text).toContain('our-new-offer')
})
