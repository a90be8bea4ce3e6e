import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Agent, SignedOutReason } from '#contract'
import { createDrafts } from '#main/chats/drafts/drafts.ts'
import { chatOf } from '#support/chat-builders.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const signedIn = (workNumber = '6001') => ({ status: 'signed-in', workNumber }) as Agent
const signedOut = (why: SignedOutReason): Agent => ({ status: 'signed-out', why })
const chats = (...ids: string[]) => ({ list: ids.map((id) => chatOf({ id })) })
const written = () => vi.advanceTimersByTimeAsync(1_000)

function start(disk = new Map<string, string>(), seals = true) {
  const asked: string[] = []
  const part = createDrafts({
    sealed: (workNumber) => ({
      keep: async (text) => {
        asked.push(text)
        if (seals) disk.set(workNumber, text)
        return seals
      },
      read: async () => disk.get(workNumber) ?? null,
      forget: () => void disk.delete(workNumber),
    }),
    log: quiet,
  })
  part.agent(signedIn())
  const keep = (chatId: string, text: string) => part.requests['drafts.keep']({ chatId, text })
  const all = () => part.requests['drafts.all'](undefined)
  return { part, disk, asked, keep, all }
}

test('a desk that starts again has its drafts', async () => {
  const { keep, all } = start()

  keep('c1', 'Dear')
  keep('c1', 'Dear customer')
  keep('c2', '')

  expect(await all()).toEqual([{ chatId: 'c1', text: 'Dear customer' }])
})

test('an app that starts again has them too, once the same agent is back', async () => {
  const first = start()
  const email = { kind: 'reply', subject: 'Re: x', to: 'a@b.example', cc: '', quoted: true } as const
  first.part.requests['drafts.keep']({ chatId: 'c1', text: 'Dear', email })
  await written()

  const again = start(first.disk)
  expect(await again.all()).toEqual([{ chatId: 'c1', text: 'Dear', email }])

  again.part.agent(signedIn('6002'))
  expect(await again.all()).toEqual([])
})

test('a closed chat takes its draft along', async () => {
  const { part, disk, keep, all } = start()
  part.chats(chats('c1', 'c2'))
  keep('c1', 'one')
  keep('c2', 'two')

  part.chats(chats('c2'))
  await written()

  expect(await all()).toEqual([{ chatId: 'c2', text: 'two' }])
  expect(disk.get('6001')).toBe('[{"chatId":"c2","text":"two"}]')
})

test.each(['asked', 'by-team-lead'] as const)('nothing is left after a sign-out: %s', async (why) => {
  const { part, disk, keep, all } = start()
  keep('c1', 'one')
  await written()

  keep('c1', 'one more')
  part.agent(signedOut(why))
  await written()

  expect(disk.size).toBe(0)
  expect(await all()).toEqual([])
})

test('a lost connection costs no draft', async () => {
  const { part, keep, all } = start()
  part.chats(chats('c1'))
  keep('c1', 'one')
  part.agent(signedOut('connection-lost'))
  part.chats(chats())
  part.agent(signedIn())
  part.chats(chats('c1'))

  expect(await all()).toEqual([{ chatId: 'c1', text: 'one' }])
})

test('where nothing can be sealed nothing is written, and the key store is asked once', async () => {
  const { disk, asked, keep, all } = start(new Map(), false)
  keep('c1', 'one')
  await written()
  keep('c1', 'one more')
  await written()

  expect(disk.size).toBe(0)
  expect(asked).toHaveLength(1)
  expect(await all()).toEqual([{ chatId: 'c1', text: 'one more' }])
})

test('what cannot be read is no draft, and no reason to stop', async () => {
  const { keep, all } = start(new Map([['6001', '{"not":"a list"}']]))
  keep('c1', 'one')

  expect(await all()).toEqual([{ chatId: 'c1', text: 'one' }])
})
