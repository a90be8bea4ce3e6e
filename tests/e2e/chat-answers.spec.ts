import type { Locator } from '@playwright/test'
import { chatSite, chatWith } from './fixtures/chat/conversation.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const replies = [
  { shortcut: 'hi', title: 'Greeting', text: 'Dear {customer}, {agent} of {queue} here.', group: 'First' },
  { shortcut: 'bye', title: 'Farewell', text: 'Thank you for writing to us.' },
  ...Array.from({ length: 2_000 }, (_, index) => ({ title: `Answer ${index}`, text: `Text of answer ${index}` })),
]
const site = { ...chatSite, messageBytes: 1_000, replies, sensitiveWords: ['refund', '退款'] }

test('canned replies: found behind a slash, filled in, one’s own among them, the last used first', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: site })
  await comeToWork(app, centre)
  const { chat } = await chatWith(app, centre, { says: 'Hello' })
  const field = fieldOf(app)

  await test.step('found as it is typed among two thousand, taken with Enter, sent with the next', async () => {
    await field.pressSequentially('/')
    await expect(options(app).first()).toContainText('Greeting')
    await app.axe()
    await app.shot('chat-replies')
    await field.pressSequentially('hi')
    await expect(options(app)).toHaveCount(1)
    await field.press('Enter')
    await expect(field).toHaveValue('Dear Li Na, 6001 of Web chat here.')
    await field.press('Enter')
    await chat.expects('Dear Li Na, 6001 of Web chat here.')
    await expect(field).toHaveValue('')
  })
  await test.step('the agent’s own', () => writeOwn(app))
  await test.step('taken with Tab', async () => {
    await field.fill('')
    await field.pressSequentially('/mine')
    await field.press('Tab')
    await expect(field).toHaveValue('My own words')
    await field.press('Enter')
    await chat.expects('My own words')
  })
  await test.step('what was used last leads, what was written last is found behind two slashes', async () => {
    await field.pressSequentially('/')
    await expect(options(app).first()).toContainText('mine')
    await expect(options(app).nth(1)).toContainText('Greeting')
    await field.pressSequentially('/dear')
    await expect(options(app)).toHaveText([/Dear Li Na/])
    await field.press('Escape')
    await field.fill('')
  })
  await test.step('what has no value is not sent as a brace', async () => {
    await field.fill('{customer} {agent}')
    await field.press('Enter')
    await expect(app.button('compose_send_without')).toBeVisible()
    await field.fill('')
  })
})

test('before it is sent: parts of a long text, the site’s words, and what the platform refuses', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: site })
  await comeToWork(app, centre)
  centre.chatBehaviour.sensitiveWords = ['forbidden']
  const { chat } = await chatWith(app, centre, { says: 'Hello' })
  const field = fieldOf(app)

  await test.step('counted as it is typed, and sent in numbered parts', async () => {
    const sentence = '您的订单已经发货，请耐心等待。'
    await field.fill(sentence.repeat(20))
    await expect(app.desk.getByText(/900 of 600 bytes/)).toBeVisible()
    await field.press('Enter')
    await app.axe()
    await app.desk.getByRole('button', { name: app.words('compose_send_numbered', { parts: 2 }), exact: true }).click()
    const first = await chat.expects(/^\(1\/2\) /)
    const second = await chat.expects(/^\(2\/2\) /)
    expect(`${first.content}${second.content}`.replace(/\(\d\/2\) /g, '')).toBe(sentence.repeat(20))
  })
  await test.step('the site’s words are asked about, in any case', async () => {
    await field.fill('A full REFUND, 退款')
    await field.press('Enter')
    await expect(app.desk.getByText(app.words('compose_sensitive', { words: 'refund, 退款' }))).toBeVisible()
    await app.axe()
    await app.shot('chat-sensitive')
    await app.press('compose_send_all_the_same')
    await chat.expects('A full REFUND, 退款')
  })
  await test.step('what the platform refuses is in the field again, and goes when it is written otherwise', async () => {
    await field.fill('a forbidden word')
    await field.press('Enter')
    await expect(field).toHaveValue('a forbidden word')
    await expect(composer(app).getByText(/700-012/)).toBeVisible()
    await field.fill('a fine word')
    await field.press('Enter')
    await chat.expects('a fine word')
    await expect(app.desk.getByText('a forbidden word')).toHaveCount(0)
  })
  expect(chat.transcript.map(({ content }) => content)).not.toContain('a forbidden word')
})

test('用输入法写中文：选字的回车不发送，写完的回车才发送', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: site, language: 'zh-CN' })
  await comeToWork(app, centre)
  const { chat } = await chatWith(app, centre, { says: '你好' })
  const field = fieldOf(app)
  await field.focus()
  const keys = await app.desk.context().newCDPSession(app.desk)

  await keys.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 })
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await keys.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
  await expect(field).toHaveValue('nihao')
  await keys.send('Input.insertText', { text: '你好，李娜' })
  await expect(field).toHaveValue('你好，李娜')
  await field.press('Enter')

  await chat.expects('你好，李娜')
  expect(chat.transcript.map(({ content }) => content)).toEqual(['你好', '你好，李娜'])
  await app.desk.getByRole('button', { name: app.words('compose_emoji'), exact: true }).click()
  await app.desk.getByRole('searchbox', { name: app.words('compose_emoji_search') }).fill('谢谢')
  await app.axe()
  await app.desk.keyboard.press('Enter')
  await expect(field).toHaveValue('🙏')
  await field.press('Enter')
  await chat.expects('🙏')
})

async function writeOwn(app: App): Promise<void> {
  await fieldOf(app).pressSequentially('/')
  await app.press('reply_edit_own')
  await app.press('reply_new')
  await app.desk.getByLabel(app.words('reply_shortcut'), { exact: true }).fill('mine')
  await app.desk.getByRole('textbox', { name: app.words('reply_text'), exact: true }).fill('My own words')
  await app.axe()
  await app.shot('chat-own-reply')
  await app.press('reply_save')
  await app.press('dismiss')
}

function composer(app: App): Locator {
  return app.desk.getByRole('region', { name: app.words('compose_region'), exact: true })
}

function fieldOf(app: App): Locator {
  return composer(app).getByRole('textbox')
}

function options(app: App): Locator {
  return app.desk.getByRole('listbox', { name: app.words('reply_picker') }).getByRole('option')
}
