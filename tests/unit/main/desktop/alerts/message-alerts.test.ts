import type { NotificationConstructorOptions } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Settings } from '#contract'
import { createMessageAlerts } from '#main/desktop/alerts/message-alerts.ts'
import { wordsIn } from '#main/desktop/words/words.ts'
import { chatOf, ringingChat } from '#support/desk-preview/chats.ts'
import { fakeLog } from '../builders.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function start(change: Partial<Settings['chat']> = {}) {
  const sounds: string[] = []
  const shown: NotificationConstructorOptions[] = []
  const shownChats: string[] = []
  let click = () => undefined as unknown
  let closed = 0
  const alerts = createMessageAlerts({
    make: (options) => ({
      show: () => void shown.push(options),
      close: () => void closed++,
      on: (_, listener) => (click = listener),
    }),
    isSupported: () => true,
    answers: async () => true,
    words: () => wordsIn('en'),
    wanted: () => ({
      ...{ ringVolume: 1, messageSound: 'always', notifyMessages: true, notifyText: false, autoAnswer: null },
      ...change,
    }),
    sound: (sound) => sounds.push(sound),
    showChat: (chatId) => shownChats.push(chatId),
    log: fakeLog(),
  })
  return { alerts, sounds, shown, shownChats, click: () => click(), closed: () => closed }
}

const away = { deskInFront: false, inCall: false }
const inFront = { deskInFront: true, inCall: false }
const unread = (count: number) => [chatOf({ id: 'a', unread: count })]

test('a message nobody reads sounds once and is told of, without its words', async () => {
  const { alerts, sounds, shown, shownChats, click } = start()

  alerts.update({ ...away, chats: unread(1) })
  await vi.advanceTimersByTimeAsync(400)

  expect(sounds).toEqual(['message'])
  expect(shown).toEqual([{ title: 'Li Na 李娜', body: 'Web chat · 1 unread message', silent: true }])
  click()
  expect(shownChats).toEqual(['a'])
})

test('what was written is told where the agent wants it', async () => {
  const { alerts, shown } = start({ notifyText: true })

  alerts.update({ ...away, chats: unread(1) })
  await vi.advanceTimersByTimeAsync(400)

  expect(shown[0]?.body).toBe('Web chat · 1 unread message\nWhere is my parcel? 我的包裹到哪里了？')
})

test('what is read at once is not told of', async () => {
  const { alerts, sounds } = start()

  alerts.update({ ...inFront, chats: unread(1) })
  alerts.update({ ...inFront, chats: unread(0) })
  await vi.advanceTimersByTimeAsync(5_000)

  expect(sounds).toEqual([])
})

test('with the desk in front a message sounds as the agent has set it, and posts nothing', async () => {
  const told = await Promise.all(
    (['always', 'away', 'never'] as const).map(async (messageSound) => {
      const { alerts, sounds, shown } = start({ messageSound })
      alerts.update({ ...inFront, chats: unread(1) })
      await vi.advanceTimersByTimeAsync(400)
      return [...sounds, shown.length]
    }),
  )

  expect(told).toEqual([['message', 0], [0], [0]])
})

test('beside a call a message is no more than a whisper', async () => {
  const { alerts, sounds } = start()

  alerts.update({ deskInFront: false, inCall: true, chats: unread(1) })
  await vi.advanceTimersByTimeAsync(400)

  expect(sounds).toEqual(['message-in-call'])
})

test('one notification for each chat, the newer in place of the older', async () => {
  const { alerts, shown, closed } = start()

  alerts.update({ ...away, chats: unread(1) })
  await vi.advanceTimersByTimeAsync(400)
  alerts.update({ ...away, chats: unread(2) })
  await vi.advanceTimersByTimeAsync(3_000)

  expect(shown.map(({ body }) => body)).toEqual(['Web chat · 1 unread message', 'Web chat · 2 unread messages'])
  expect(closed()).toBe(1)
})

test('it goes when the message is read, or the desk is in front', async () => {
  for (const next of [
    { ...away, chats: unread(0) },
    { ...inFront, chats: unread(1) },
  ]) {
    const { alerts, closed } = start()
    alerts.update({ ...away, chats: unread(1) })
    await vi.advanceTimersByTimeAsync(400)

    alerts.update(next)

    expect(closed()).toBe(1)
  }
})

test('two hundred messages a second are told of once in three seconds', async () => {
  const { alerts, sounds } = start()

  for (let count = 1; count <= 600; count++) {
    alerts.update({ ...away, chats: unread(count) })
    await vi.advanceTimersByTimeAsync(5)
  }

  expect(sounds).toEqual(['message'])
})

test('what rings is told of by the ring alone', async () => {
  const { alerts, sounds } = start()

  alerts.update({ ...away, chats: [ringingChat({ id: 'a' })] })
  alerts.update({ ...away, chats: [chatOf({ id: 'a', unread: 1 })] })
  await vi.advanceTimersByTimeAsync(5_000)

  expect(sounds).toEqual([])
})
