import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createNotifier, type NotifierParts } from '#main/desktop/alerts/notifier.ts'
import { wordsIn } from '#main/desktop/words/words.ts'
import { ringingChat } from '#support/desk-preview/chats.ts'
import { aCall } from '../builders.ts'

type Options = Parameters<NotifierParts['make']>[0]
type Listener = (...given: never[]) => void

function fakeNotification(options: Options) {
  const listeners = new Map<string, Listener>()
  return {
    options,
    shown: 0,
    closed: 0,
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    show() {
      this.shown += 1
    },
    close() {
      this.closed += 1
    },
    happen: (event: string, ...given: unknown[]) => listeners.get(event)?.(...(given as never[])),
  }
}

function setUp(change: Partial<NotifierParts> = {}) {
  const made: ReturnType<typeof fakeNotification>[] = []
  const acts: string[] = []
  const tried: boolean[] = []
  const notifier = createNotifier({
    make: (options) => {
      const notification = fakeNotification(options)
      made.push(notification)
      return notification
    },
    isSupported: () => true,
    answers: async () => true,
    buttons: false,
    words: () => wordsIn('en'),
    openCall: () => acts.push('open'),
    answer: (callId) => acts.push(`answer ${callId}`),
    decline: (callId, mode) => acts.push(`decline ${callId} ${mode}`),
    showChat: (chatId) => acts.push(`show ${chatId}`),
    answerChat: (chatId) => acts.push(`answer chat ${chatId}`),
    declineChat: (chatId) => acts.push(`decline chat ${chatId}`),
    ...change,
  })
  const show = async (...ids: string[]) => {
    const ringing = ids.map((id) => aCall({ id }))
    notifier.show({ ringing, ringingChats: [], notified: ids }, (worked) => tried.push(worked))
    await setImmediate()
  }
  return { notifier, made, acts, tried, show }
}

describe('a notification', () => {
  test('is posted once for each call that rings', async () => {
    const { show, made } = setUp()

    await show('a')
    await show('a', 'b')

    expect(made.map(({ shown }) => shown)).toEqual([1, 1])
  })

  test('is closed when its call rings no more', async () => {
    const { show, made, notifier } = setUp()
    await show('a', 'b')

    await show('b')

    expect(made.map(({ closed }) => closed)).toEqual([1, 0])
    expect([...notifier.posted()]).toEqual(['b'])
  })

  test('names caller and queue, silently', async () => {
    const { notifier, made } = setUp()
    const call = aCall({ name: 'Ann', number: '10086', queue: 'Sales' })

    notifier.show({ ringing: [call], ringingChats: [], notified: ['c1'] }, () => undefined)
    await setImmediate()

    expect(made[0]?.options).toMatchObject({ title: 'Incoming call: Ann', body: '10086\nQueue: Sales', silent: true })
  })

  test('is no place for markup from the far side', async () => {
    const { notifier, made } = setUp()
    const call = aCall({ number: '<img src=x>&', name: 'Ann' })

    notifier.show({ ringing: [call], ringingChats: [], notified: ['c1'] }, () => undefined)
    await setImmediate()

    expect(made[0]?.options.body).not.toMatch(/[<>&]/)
  })

  test('opens the call when clicked', async () => {
    const { show, made, acts } = setUp()
    await show('a')

    made[0]?.happen('click')

    expect(acts).toEqual(['open'])
  })

  test.each([
    [[{ actionIndex: 0 }], 'answer a'],
    [[{}, 0], 'answer a'],
    [[{}, 1], 'decline a requeue'],
  ])('has buttons that act where there are buttons: %j', async (given, act) => {
    const { show, made, acts } = setUp({ buttons: true })
    await show('a')
    expect(made[0]?.options.actions).toHaveLength(2)

    made[0]?.happen('action', ...given)

    expect(acts).toEqual([act])
  })
})

describe('notifications that do not come', () => {
  test('are told when the desktop has none', async () => {
    const { show, made, tried } = setUp({ isSupported: () => false })

    await show('a')
    await show('a')

    expect(made).toEqual([])
    expect(tried).toEqual([false])
  })

  test('are told when the system says so', async () => {
    const { show, made, tried } = setUp()
    await show('a')

    made[0]?.happen('failed', {}, 'no daemon')

    expect(tried).toEqual([false])
  })

  test('are tried once for each call', async () => {
    let attempts = 0
    const { notifier, show, tried } = setUp({
      make: () => {
        attempts += 1
        throw new Error('broken')
      },
    })

    await show('a')
    await show('a')

    expect(attempts).toBe(1)
    expect(tried).toEqual([false])
    expect([...notifier.posted()]).toEqual(['a'])
  })

  test('are told when the daemon hangs, and it is not asked to show any', async () => {
    const { show, made, tried } = setUp({ answers: async () => false })

    await show('a')

    expect(made).toEqual([])
    expect(tried).toEqual([false])
  })

  test('are not wanted any more when the ringing has stopped before the daemon answers', async () => {
    let answer: (answers: boolean) => void = () => undefined
    const { show, made, tried } = setUp({ answers: () => new Promise((resolve) => (answer = resolve)) })
    await show('a')
    await show()

    answer(true)
    await show()

    expect(made).toEqual([])
    expect(tried).toEqual([])
  })
})

test('a chat that rings is told of by name and channel, and answered and declined from there', async () => {
  const { notifier, made, acts } = setUp({ buttons: true })

  notifier.show({ ringing: [], ringingChats: [ringingChat({ id: 'a' })], notified: ['a'] }, () => undefined)
  await setImmediate()
  made[0]?.happen('click')
  made[0]?.happen('action', { actionIndex: 0 })
  made[0]?.happen('action', { actionIndex: 1 })

  expect(made[0]?.options).toMatchObject({
    title: 'Incoming chat: Li Na 李娜',
    body: 'Web chat\nQueue: Billing 账单',
    actions: [{ text: 'Answer' }, { text: 'Decline' }],
  })
  expect(acts).toEqual(['show a', 'answer chat a', 'decline chat a'])
})
