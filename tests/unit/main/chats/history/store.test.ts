import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ChatMessage } from '#contract'
import { createKeeper } from '#main/chats/history/store/keeper.ts'
import type { KnownChat, Opening, Owner } from '#main/chats/history/store/words.ts'

const DAY = 86_400_000
const NOW = 1_800_000_000_000

function open(days = 30, contentDays = 30, file = ':memory:') {
  const keeper = createKeeper(() => undefined)
  const opening: Opening = { file, site: 'site', days, contentDays, now: NOW }
  keeper.open(opening)
  onTestFinished(() => keeper.close(undefined))
  const owner: Owner = { site: 'site', agent: '6002', days, contentDays }
  return { keeper, owner, opening }
}

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chats-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'chats.db')
}

const message = (text: string, place: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  chatId: 'c1',
  id: `m${place}`,
  place,
  side: 'customer',
  at: NOW + place,
  content: { kind: 'text', text },
  state: { name: 'received' },
  ...more,
})

const chat = (id: string, more: Partial<KnownChat> = {}): KnownChat => ({
  id,
  channel: 'web',
  customer: { id: 'bob', name: 'Bob 李' },
  queue: 'Billing',
  startedAt: NOW - 1_000,
  note: '',
  messages: 2,
  endedAt: NOW,
  how: 'agent-ended',
  ...more,
})

test.each([0, 30])('pages come newest first and in their order, with content kept %i days', (contentDays) => {
  const { keeper, owner } = open(30, contentDays)
  const all = Array.from({ length: 250 }, (_, index) => message(`word ${index}`, (index + 1) * 10))
  keeper.messages({ owner, messages: all })

  const last = keeper.page({ owner, chatId: 'c1', limit: 100 })
  expect(last).toEqual({ messages: all.slice(150), more: true })
  const before = keeper.page({ owner, chatId: 'c1', limit: 200, before: last.messages[0]?.place ?? 0 })
  expect(before).toEqual({ messages: all.slice(0, 150), more: false })
})

test('a message that is other than it was stands there once, and is found by what it says now', () => {
  const { keeper, owner } = open()
  keeper.messages({ owner, messages: [message('first draft', 10)] })
  keeper.messages({ owner, messages: [message('second try', 10, { state: { name: 'sent', at: NOW } })] })

  expect(keeper.page({ owner, chatId: 'c1', limit: 10 }).messages).toHaveLength(1)
  expect(keeper.search({ owner, asked: { text: 'draft', limit: 10 } })).toEqual([])
  expect(keeper.search({ owner, asked: { text: 'SECOND', limit: 10 } })).toMatchObject([{ message: { id: 'm10' } }])
})

test('words are found in messages, names, queues and notes; short ones and Chinese too, and nobody else’s', () => {
  const { keeper, owner } = open()
  keeper.chats({ owner, chats: [chat('c1'), chat('c2', { note: 'refund agreed', startedAt: NOW })] })
  keeper.messages({ owner, messages: [message('我的账单不对', 10), message('ok', 20)] })
  const found = (text: string, more = {}) => keeper.search({ owner, asked: { text, limit: 10, ...more } })

  expect(found('账单')).toMatchObject([{ chatId: 'c1', message: { id: 'm10' }, past: { id: 'c1' } }])
  expect(found('ok')).toMatchObject([{ message: { id: 'm20' } }])
  expect(found('refund')).toMatchObject([{ chatId: 'c2', message: null, past: { note: 'refund agreed' } }])
  expect(found('李').map(({ chatId }) => chatId)).toEqual(['c2', 'c1'])
  expect(found('李', { chatId: 'c1' })).toEqual([])
  expect(found('%_"*')).toEqual([])
  expect(keeper.search({ owner: { ...owner, agent: '6003' }, asked: { text: '账单', limit: 10 } })).toEqual([])
})

test('earlier conversations are the same customer’s on the same channel, newest first, and none that runs', () => {
  const { keeper, owner } = open()
  const { endedAt, how, ...running } = chat('c9', { startedAt: NOW + 5 })
  const chats = [chat('c1'), chat('c2', { startedAt: NOW }), chat('c3', { channel: 'sms' }), running]
  keeper.chats({ owner, chats })

  const page = keeper.earlier({ owner, asked: { chatId: 'c9', customer: { channel: 'web', id: 'bob' }, limit: 1 } })
  expect(page).toMatchObject({ chats: [{ id: 'c2' }], more: true })
  const next = { chatId: 'c2', limit: 5, before: page.chats[0]?.place ?? 0 }
  expect(keeper.earlier({ owner, asked: next })).toMatchObject({ chats: [{ id: 'c1' }], more: false })
})

test('without content days nothing that was said is ever on the disk, and none of it survives the shift', () => {
  const at = file()
  const { keeper, owner } = open(30, 0, at)
  keeper.chats({ owner, chats: [chat('c1', { note: 'called back' })] })
  keeper.messages({ owner, messages: [message('a secret word', 10)] })
  expect(keeper.search({ owner, asked: { text: 'secret', limit: 5 } })).toHaveLength(1)

  const onDisk = () =>
    [at, `${at}-wal`]
      .filter(existsSync)
      .map((one) => readFileSync(one, 'latin1'))
      .join('')
  expect(onDisk()).not.toContain('secret')
  keeper.forget(undefined)
  expect(keeper.search({ owner, asked: { text: 'secret', limit: 5 } })).toEqual([])
  expect(keeper.page({ owner, chatId: 'c1', limit: 5 }).messages).toEqual([])
  keeper.messages({ owner, messages: [message('a new shift', 10)] })
  expect(keeper.search({ owner, asked: { text: 'called', limit: 5 } })).toMatchObject([{ past: { id: 'c1' } }])
  expect(onDisk()).not.toContain('secret')
})

test('what is older than the site lets it be goes, the content before the rest, and leaves no trace', () => {
  const at = file()
  const { keeper, owner, opening } = open(30, 7, at)
  const old = chat('c1', { startedAt: NOW - 10 * DAY, endedAt: NOW - 10 * DAY, note: 'noted' })
  keeper.chats({ owner, chats: [old] })
  keeper.messages({ owner, messages: [message('long ago', 10, { at: NOW - 10 * DAY }), message('today', 20)] })

  keeper.expire({ ...opening })
  expect(keeper.page({ owner, chatId: 'c1', limit: 5 }).messages.map(({ id }) => id)).toEqual(['m20'])
  expect(keeper.search({ owner, asked: { text: 'noted', limit: 5 } })).toHaveLength(1)
  keeper.expire({ ...opening, now: NOW + 25 * DAY })
  expect(keeper.search({ owner, asked: { text: 'noted', limit: 5 } })).toEqual([])
  const left = [at, `${at}-wal`]
    .filter(existsSync)
    .map((one) => readFileSync(one, 'latin1'))
    .join('')
  expect(left).not.toContain('long ago')
})

test('content kept before is deleted when the site no longer lets it be kept', () => {
  const at = file()
  const first = open(30, 7, at)
  first.keeper.messages({ owner: first.owner, messages: [message('a secret word', 10)] })
  first.keeper.close(undefined)

  open(30, 0, at)
  const left = [at, `${at}-wal`]
    .filter(existsSync)
    .map((one) => readFileSync(one, 'latin1'))
    .join('')
  expect(left).not.toContain('secret')
})

test('a chat that is heard of again after a restart keeps its places and its messages’ ids', () => {
  const at = file()
  const first = open(30, 7, at)
  first.keeper.messages({ owner: first.owner, messages: [message('one', 10), message('two', 20)] })
  first.keeper.close(undefined)

  const again = open(30, 7, at)
  expect(again.keeper.remembered({ owner: again.owner, chatIds: ['c1', 'c2'] })).toEqual([
    { id: 'c1', ids: ['m10', 'm20'], lastPlace: 20 },
  ])
})
