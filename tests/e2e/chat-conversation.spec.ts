import type { Locator } from '@playwright/test'
import { chatSite, chatWith, showChats, takeRinging, wheelUpTo } from './fixtures/chat/conversation.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

test('what customer and robot said is there, both sides write, and states are told', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: chatSite })
  await comeToWork(app, centre)
  const { chat, pane, log } = await chatWith(app, centre, { robot: ['My card was charged twice', '请稍等'] })

  await test.step('the robot’s words before the hand-over, marked as such', async () => {
    await expect(log.getByText('My card was charged twice')).toBeVisible()
    await expect(log.locator('.message.robot')).toContainText('请稍等')
  })
  await test.step('both sides', async () => {
    chat.says('Are you there?')
    await expect(log.getByText('Are you there?')).toBeVisible()
    await write(app, 'I am looking at it')
    const seen = await chat.expects('I am looking at it')
    await expect(own(log, 'I am looking at it')).toContainText(app.words('conv_sent'))
    chat.reads(seen.id)
    await expect(own(log, 'I am looking at it')).toContainText(app.words('conv_read'))
  })
  await test.step('typing', async () => {
    chat.types()
    await expect(pane.getByText(/Li Na.* is typing/)).toBeVisible()
    await expect(pane.getByText(/Li Na.* is typing/)).toHaveCount(0, { timeout: 10_000 })
  })
  await test.step('places and cards, and nothing leaves without a question', async () => {
    chat.sends({ kind: 'LOCATE', latitude: 39.9042, longitude: 116.4074, description: '北京市东城区' })
    chat.sends({
      kind: 'WEBCARD',
      title: 'Order 4471',
      description: 'Two items',
      url: 'https://shop.example/orders/4471',
    })
    chat.sends({ kind: 'RAW', mediaType: 'STICKER', content: '{"sticker":17}' })
    await expect(log.getByText('39.90420, 116.40740')).toBeVisible()
    await expect(log.getByText(/STICKER/)).toBeVisible()
    await log.getByRole('button', { name: 'Open shop.example' }).click()
    await expect(pane.getByText('https://shop.example/orders/4471')).toBeVisible()
    await app.axe()
    await app.shot('chat-conversation')
    await app.press('cancel')
  })
})

test('a refused message says why, and is sent again or discarded', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: chatSite, language: 'zh-CN' })
  await comeToWork(app, centre)
  centre.chatBehaviour.sensitiveWords = ['forbidden']
  const { chat, log } = await chatWith(app, centre, { says: '你好' })

  await write(app, 'forbidden words')
  await expect(log.getByText(/700-012/)).toBeVisible()
  await expect(log.getByRole('button', { name: app.words('conv_retry') })).toHaveCount(0)
  await app.axe()
  await log.getByRole('button', { name: app.words('conv_discard') }).click()
  await expect(log.getByText('forbidden words')).toHaveCount(0)

  centre.faults.add({ at: 'request', name: 'sendmessage', times: 1, effect: { do: 'refuse', retcode: '700-016' } })
  await write(app, '请稍等')
  await log.getByRole('button', { name: app.words('conv_retry') }).click()
  await chat.expects('请稍等')
  await expect(log.getByRole('button', { name: app.words('conv_retry') })).toHaveCount(0)
  expect(chat.transcript.filter(({ content }) => content === '请稍等')).toHaveLength(1)
})

test('the place is kept: while others write, while the agent is elsewhere, and when more is loaded above', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: chatSite })
  await comeToWork(app, centre)
  const earlier = await chatWith(app, centre, { says: 'first time' }, { id: 'lina' })
  earlier.chat.leaves()
  await earlier.chat.ended
  const { customer } = earlier.chat
  const again = customer.writesTo('Web chat', { says: 'second time' })
  await takeRinging(app, customer)
  expect(await again.talking).toBe(true)
  const { pane, log } = earlier
  await again.pours('line', 150, 2)
  await expect(log.getByText('line 150', { exact: true })).toBeVisible()

  await log.hover()
  await expect(async () => {
    await app.desk.mouse.wheel(0, -2_500)
    await expect(log.getByText('line 150', { exact: true })).not.toBeInViewport({ timeout: 500 })
  }).toPass()
  const read = await middleOf(log)
  await test.step('nothing moves while others write', async () => {
    const before = await stillAt(read)
    again.says('are you reading?')
    await expect(pane.getByRole('button', { name: '1 new' })).toBeVisible()
    expect(await topOf(read)).toBe(before)
  })
  await test.step('the place is kept while the agent is elsewhere', async () => {
    const before = await stillAt(read)
    await app.desk
      .getByRole('navigation')
      .getByRole('button', { name: app.words('settings'), exact: true })
      .click()
    await showChats(app)
    await expect.poll(() => topOf(read)).toBe(before)
    await expect(pane.getByRole('button', { name: '1 new' })).toHaveCount(0)
  })
  await test.step('the earlier conversation stands above, with its heading', async () => {
    await wheelUpTo(app, log, log.getByText('first time'))
    await expect(log.getByText(app.words('conv_earlier_chat'))).toBeVisible()
    await expect(log.getByText(app.words('conv_this_chat'))).toBeAttached()
    await app.axe()
    await app.shot('chat-earlier')
  })
})

test('what was said is found, shown and counted', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: chatSite })
  await comeToWork(app, centre)
  const { chat, pane, log } = await chatWith(app, centre, { says: 'hello' })
  await chat.pours('word', 120, 1)
  chat.says('the REFUND at last')
  await expect(log.getByText('the REFUND at last')).toBeVisible()

  await log.locator('[tabindex="0"]').first().focus()
  await app.desk.keyboard.press('Control+f')
  const field = pane.getByRole('searchbox', { name: app.words('conv_search') })
  await field.fill('refund')
  await expect(pane.getByText('1 of 1')).toBeVisible()
  await expect(log.locator('mark')).toHaveText('REFUND')
  await field.fill('word 11')
  await expect(pane.getByText('1 of 11')).toBeVisible()
  await field.press('Shift+Enter')
  await expect(pane.getByText('11 of 11')).toBeVisible()
  await expect(log.getByText('word 11', { exact: true })).toBeVisible()
  await app.axe()
  await app.shot('chat-search')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
})

async function write(app: App, text: string): Promise<void> {
  const field = app.desk.locator('.chat-pane textarea').last()
  await field.fill(text)
  await field.press('Enter')
}

function own(log: Locator, text: string): Locator {
  return log.locator('.message.agent', { hasText: text })
}

async function topOf(element: Locator): Promise<number> {
  return Math.round((await element.boundingBox())?.y ?? Number.NaN)
}

/** A message in the middle of what is drawn, once nothing scrolls any more. */
async function middleOf(log: Locator): Promise<Locator> {
  await stillAt(log.locator('.message').first())
  const texts = await log.locator('.message .foreign').allTextContents()
  return log.getByText(texts[Math.floor(texts.length / 2)] ?? '', { exact: true })
}

/** Where it stands once nothing scrolls any more. */
async function stillAt(element: Locator): Promise<number> {
  let last = Number.NaN
  await expect
    .poll(
      async () => {
        const before = last
        last = await topOf(element)
        return last === before
      },
      { intervals: [120] },
    )
    .toBe(true)
  return last
}
