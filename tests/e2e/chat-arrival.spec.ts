import { chatSite, row, showChats } from './fixtures/chat/conversation.ts'
import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ, customerCalls, expectBothHeard, expectRing } from './fixtures/outside/customer.ts'
import { watchBadge } from './fixtures/outside/desk-on-screen.ts'
import { expectHandsIn, workElsewhere } from './fixtures/outside/elsewhere.ts'
import { TRAY } from './fixtures/outside/hands-outside.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

/** While it rings the platform has told no name yet: who writes is known by their id. */
const LI_NA = { id: 'Li-Na', name: 'Li-Na', channel: 'WECHAT' } as const
const SECRET = 'My card number is 4929 1234'

test('a chat rings like a call, and a key in another program answers it', async ({ centre, desktop, earshot }) => {
  const { app, desk, alert, other } = await workElsewhere({ centre, desktop, earshot }, { chat: chatSite })
  const headset = listenAt(desktop, 'headset')

  const chat = centre.chatCustomer(LI_NA).writesTo('Web chat', { says: SECRET })
  await test.step('sound, notification and alert; what was written is in none of them', async () => {
    await expectRing(headset)
    const notification = await desktop.notifications.waitFor('Li-Na')
    expect(`${notification.title} ${notification.body}`).toContain('WeChat')
    expect(`${notification.title} ${notification.body}`).not.toContain('4929')
    await alert.waitUntilSeen()
    await expect(alert.shows).toContainText('Li-Na')
    await expect(alert.shows).not.toContainText('4929')
    await app.axe(alert.page)
    await app.shot('chat-alert', alert.page)
    await expectHandsIn(other, desktop)
  })
  await test.step('answered: the desk comes forward with the chat, and it is read', async () => {
    await desktop.pressKey('ctrl+alt+a')
    expect(await chat.talking).toBe(true)
    await alert.waitUntilGone()
    await desk.waitUntilInFront()
    await expect(app.desk.locator('.chat-pane').getByText(SECRET)).toBeVisible()
    await expect.poll(desktop.notifications.open).toEqual([])
  })
})

test('from the tray: answered it is there, declined it is told as such', async ({ centre, desktop, earshot }) => {
  const { app, desk } = await workElsewhere({ centre, desktop, earshot }, { chat: chatSite })

  const chat = centre.chatCustomer(LI_NA).writesTo('Web chat', { says: 'Hello' })
  await desktop.notifications.waitFor('Li-Na')
  await desktop.tray.click(TRAY.answer)
  expect(await chat.talking).toBe(true)
  await desk.waitUntilInFront()
  await expect(app.desk.locator('.chat-pane h2')).toHaveText('Li-Na')

  const declined = centre.chatCustomer({ id: 'Wang', name: 'Wang' }).writesTo('在线客服', { says: '你好' })
  await expect(row(app, 'Wang')).toBeVisible()
  await desktop.tray.click(TRAY.decline)
  await expect(row(app, 'Wang')).toContainText(app.words('chat_end_declined'))
  expect(declined.state).toBe('queued')
})

test('missed, taken away and left are told as what they are', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: chatSite })
  await comeToWork(app, centre)

  const ann = centre.chatCustomer({ id: 'Ann', name: 'Ann' }).writesTo('Web chat', { says: 'Hello' })
  const bob = centre.chatCustomer({ id: 'Bob', name: 'Bob' }).writesTo('Web chat', { says: 'Hello' })
  for (const chat of [ann, bob]) {
    await app.desk
      .getByRole('button', { name: app.words('chat_answer_who', { who: chat.customer.id }), exact: true })
      .click()
    expect(await chat.talking).toBe(true)
  }
  ann.leaves()
  bob.takenAway()
  centre.chatBehaviour.noAnswerMs = 1_000
  centre.chatCustomer({ id: 'Cai', name: 'Cai' }).writesTo('Web chat', { says: 'Hello' })

  await expect(row(app, 'Cai')).toContainText(app.words('chat_end_missed'))
  await expect(row(app, 'Bob')).toContainText(app.words('chat_end_taken_away'))
  await expect(row(app, 'Ann')).toContainText(app.words('chat_end_customer_left'))
  await row(app, 'Cai').click()
  await expect(app.desk.locator('.chat-pane')).toContainText(app.words('chat_end_missed'))
  await app.axe()
  await app.press('chat_close')
  await expect(row(app, 'Cai')).toHaveCount(0)
})

test('where the site wants it, a chat is answered by itself; the agent may want otherwise', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: { ...chatSite, autoAnswer: true } })
  await comeToWork(app, centre)

  expect(await centre.chatCustomer(LI_NA).writesTo('Web chat', { says: 'Hello' }).talking).toBe(true)
  await expect(row(app, 'Li-Na')).toBeVisible()

  await app.press('settings')
  const choice = app.desk.getByRole('group', { name: app.words('chat_auto') })
  await choice.getByRole('button', { name: app.words('chat_auto_no') }).click()
  await app.axe()
  centre.chatCustomer({ id: 'Wang', name: 'Wang' }).writesTo('Web chat', { says: 'Hello' })
  await expect(app.desk.getByRole('button', { name: app.words('chat_answer_who', { who: 'Wang' }) })).toBeVisible()
})

test('a chat beside a call: no more than a whisper, and neither touches the other', async ({
  centre,
  desktop,
  earshot,
}) => {
  const app = await earshot.start({ chat: chatSite })
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const call = customerCalls(centre)
  await expectRinging(app)
  await answer(app, call)
  await expectBothHeard(call, headset)

  const from = headset.heard.length
  const chat = centre.chatCustomer(LI_NA).writesTo('Web chat', { says: 'Hello' })
  await app.desk.getByRole('button', { name: app.words('chat_answer_who', { who: 'Li-Na' }) }).click()
  expect(await chat.talking).toBe(true)
  chat.says('Still there?')
  await expect(app.desk.locator('.chat-pane').getByText('Still there?')).toBeVisible()
  await expectBothHeard(call, headset)
  expect(headset.heard.slice(from).filter(({ hz }) => hz !== null && hz !== CUSTOMER_HZ)).toEqual([])
  await app.shot('chat-beside-call')

  await test.step('the chat ends, the call goes on; the call ends, nothing more happens to the chat', async () => {
    chat.leaves()
    await expect(row(app, 'Li-Na')).toContainText(app.words('chat_end_customer_left'))
    await call.hears.waitFor(AGENT_HZ)
    call.hangUp()
    await app.expectState('state_wrap_up')
  })
})

test('messages in an open chat are told of while the desk is away, and lead to it', async ({
  centre,
  desktop,
  earshot,
}) => {
  const app = await earshot.start({ chat: { ...chatSite, autoAnswer: true } })
  await comeToWork(app, centre)
  const chat = centre.chatCustomer(LI_NA).writesTo('Web chat', { says: 'Hello' })
  expect(await chat.talking).toBe(true)
  await showChats(app)
  await expect(app.desk.locator('.chat-pane').getByText('Hello')).toBeVisible()
  const headset = listenAt(desktop, 'headset')
  const badge = await watchBadge(app)
  // The test's own hold on the page makes it believe that somebody looks at it.
  await app.press('settings')
  await desktop.openOtherProgram()
  await desktop.notifications.forget()

  chat.says(SECRET)
  const told = await desktop.notifications.waitFor('Li-Na')
  expect(`${told.title} ${told.body}`).not.toContain('4929')
  await expectRing(headset)
  await expect.poll(badge).toContain(1)
  await desktop.notifications.click(told)
  await expect(app.desk.locator('.chat-pane').getByText(SECRET)).toBeVisible()
  await expect.poll(desktop.notifications.open).toEqual([])
  await expect.poll(async () => (await badge()).at(-1)).toBe(0)
})
