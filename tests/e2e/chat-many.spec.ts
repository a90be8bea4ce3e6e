import type { Locator } from '@playwright/test'
import type { Centre } from '../simulator/centre.ts'
import type { ChannelName } from '../simulator/chat/channels.ts'
import { chatSite, row, showChats } from './fixtures/chat/conversation.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const channels: readonly ChannelName[] = ['WEB', 'WECHAT', 'WHATSAPP', 'SMS', 'LINE']
const site = {
  ...chatSite,
  autoAnswer: true,
  replySeconds: { warn: 1, late: 2 },
  firstAnswerSeconds: { warn: 1, late: 2 },
}
const nameOf = (number: number) => `Customer-${String(number).padStart(2, '0')}`

/** So many write, one after the other, and each is taken. */
async function write(centre: Centre, count: number) {
  const chats = Array.from({ length: count }, (_, index) =>
    centre
      .chatCustomer({
        id: nameOf(index + 1),
        name: nameOf(index + 1),
        channel: channels[index % channels.length] ?? 'WEB',
      })
      .writesTo('Web chat', { says: 'Hello' }),
  )
  for (const chat of chats) expect(await chat.talking).toBe(true)
  return chats
}

const names = (app: App) => app.desk.locator('.work-list .chat .name').allTextContents()
const awayFromList = (app: App) => app.desk.mouse.move(900, 500)

async function yOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? Number.NaN
}

test('thirty at once: whoever waits longest leads, with clocks, counts and one key for the next', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: site })
  await comeToWork(app, centre)
  const chats = await write(centre, 30)
  await awayFromList(app)

  await test.step('the oldest first, each with its channel, its clock and what is unread', async () => {
    await expect.poll(async () => (await names(app)).slice(0, 3)).toEqual([1, 2, 3].map(nameOf))
    await expect(row(app, nameOf(1))).toContainText('Web chat')
    await expect(row(app, nameOf(1))).toContainText(app.words('chat_waits_too_long'))
    await expect(row(app, nameOf(2))).toContainText(app.words('chat_unread', { count: 1 }))
    await expect(app.desk.getByRole('button', { name: app.words('chat_rail_needing', { count: 30 }) })).toBeVisible()
    expect(await app.desk.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1_500)
    await app.axe()
    await app.shot('chat-thirty')
  })
  await test.step('Ctrl+J: the one who waits longest; answered, the next', async () => {
    await app.desk.keyboard.press('Control+j')
    await expect(app.desk.locator('.chat-pane h2')).toHaveText(nameOf(1))
    const field = app.desk.locator('.chat-pane textarea').last()
    await field.fill('Good morning')
    await field.press('Enter')
    await chats[0]?.expects('Good morning')
    await expect.poll(async () => (await names(app))[0]).toBe(nameOf(2))
    await app.desk.keyboard.press('Control+j')
    await expect(app.desk.locator('.chat-pane h2')).toHaveText(nameOf(2))
  })
  await test.step('pinned, it leads; by its place, it is chosen', async () => {
    await app.press('chat_pin')
    await app.desk.keyboard.press('Control+1')
    await expect(app.desk.locator('.chat-pane h2')).toHaveText(nameOf(2))
    await expect(app.button('chat_unpin')).toBeVisible()
  })
  await test.step('filtered by channel and by what is unread', async () => {
    await app.desk.getByLabel(app.words('chat_filter_channel')).selectOption('wechat')
    await expect.poll(async () => (await names(app)).length).toBe(6)
    await app.desk.getByRole('button', { name: /^Unread/ }).click()
    await app.press('chat_show_all')
    await expect.poll(async () => (await names(app)).length).toBeGreaterThan(6)
  })
})

test('a message never moves what is under the pointer', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: { ...site, limit: 10 } })
  await comeToWork(app, centre)
  const [first, second, third] = await write(centre, 3)
  await showChats(app)
  await app.desk.keyboard.press('Control+1')
  await awayFromList(app)
  const field = app.desk.locator('.chat-pane textarea').last()
  await field.fill('Yes?')
  await field.press('Enter')
  await first?.expects('Yes?')
  await expect.poll(() => names(app)).toEqual([2, 3, 1].map(nameOf))

  await row(app, nameOf(3)).hover()
  const before = await yOf(row(app, nameOf(3)))
  second?.leaves()
  first?.says('And now?')
  await third?.pours('Hello again', 5, 10)
  centre.chatCustomer({ id: nameOf(4), name: nameOf(4) }).writesTo('Web chat', { says: 'New here' })
  await expect(row(app, nameOf(4))).toBeVisible()
  await expect(row(app, nameOf(2))).toContainText(app.words('chat_end_customer_left'))
  await expect(row(app, nameOf(3))).toContainText(app.words('chat_unread', { count: 6 }))
  expect(await yOf(row(app, nameOf(3)))).toBe(before)
  expect(await names(app)).toEqual([2, 3, 1, 4].map(nameOf))
  await app.shot('chat-held-still')

  await awayFromList(app)
  await expect.poll(() => names(app)).toEqual([3, 1, 4, 2].map(nameOf))
})
