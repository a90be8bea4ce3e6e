import type { Page } from '@playwright/test'
import type { Chat, ChatSite, DeskState, Reply } from '#contract'
import { chatOf, emailOf, messageOf, textOf } from '../../../chat-builders.ts'
import type { Scene } from '../../scenes.ts'
import { chatSite, deskState, type Look } from '../../state.ts'

const site: ChatSite = { ...chatSite, available: true, textBytes: 400, sensitiveWords: ['refund', '退款'] }

const replies: readonly Reply[] = [
  ...[
    [
      'hi',
      'Greeting 问候',
      'Dear {customer}, this is {agent} of {queue}. How can I help you?\n您好，请问有什么可以帮您？',
    ],
    ['wait', 'One moment', 'One moment please, I am looking at it.'],
    ['bye', 'Farewell', 'Thank you for writing to us. Have a good day!'],
    ['order', '订单查询', '请提供您的订单号，我马上为您查询。'],
  ].map(([shortcut = '', title = '', text = ''], index): Reply => {
    return { id: `s${index}`, owner: 'site', shortcut, title, text, group: 'Standard' }
  }),
  ...Array.from({ length: 40 }, (_, index): Reply => {
    const number = index + 1
    return { id: `a${number}`, owner: 'agent', shortcut: '', title: `My answer ${number}`, text: `Text ${number}` }
  }),
]

const answers = {
  'chats.page': { messages: [messageOf(1, { content: textOf('Where is my order?') })], more: false },
  'chats.earlier': { chats: [], more: false },
  'replies.all': replies,
}

const mail = messageOf(1, {
  content: emailOf({ to: ['service@shop.example', 'boss@example.com'], cc: ['audit@example.com'] }),
})

function state(chat: Partial<Chat> = {}, more: Partial<DeskState> = {}) {
  return (look: Look) => deskState(look, { chats: { site, list: [chatOf(chat)] }, ...more })
}

const file = { fileId: 'f1', name: 'invoice.pdf', bytes: 84_000, ending: 'pdf' }

async function write(page: Page, text: string, given: object = {}): Promise<void> {
  await page.evaluate((all) => Object.assign(window.pretend.answers, all), { ...answers, ...given })
  // The desk may have asked before there was an answer.
  await page.evaluate(() => window.pretend.tell({ replies: { revision: Math.random() } }))
  await page.locator('.rail > button').nth(1).click()
  await page.locator('.composer textarea').pressSequentially(text)
}

export const composerScenes: readonly Scene[] = [
  {
    name: 'composer-replies',
    state: state(),
    act: (page) => write(page, 'Hello /'),
  },
  {
    name: 'composer-last-answers',
    state: state(),
    act: async (page) => {
      for (const text of ['Good morning 早上好', 'One moment please']) {
        await write(page, text)
        await page.keyboard.press('Enter')
      }
      await write(page, '//')
    },
  },
  {
    name: 'composer-sensitive',
    state: state(),
    act: async (page) => {
      await write(page, 'We promise a full REFUND. 您可以退款。')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'composer-open-variable',
    state: state({ customer: { id: 'u1' } }),
    act: async (page) => {
      await write(page, '/hi')
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'composer-too-long',
    width: 1024,
    height: 640,
    state: state(),
    act: async (page) => {
      await write(page, '您好，感谢您的来信。'.repeat(16))
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'composer-refused',
    state: state(),
    act: async (page) => {
      await write(page, '')
      await page.evaluate(
        (message) => window.pretend.say('chats.messages', [message]),
        messageOf(2, {
          ...{ side: 'agent', content: textOf('Give me your password'), at: 0 },
          state: { name: 'failed', reason: 'sensitive-word', retcode: '700-012' },
        }),
      )
    },
  },
  {
    name: 'composer-emoji',
    state: state(),
    act: async (page) => {
      await write(page, 'Thanks ')
      await page.locator('.composer .tools button').first().click()
      await page.locator('.emoji .signs').waitFor()
    },
  },
  {
    name: 'composer-not-now',
    state: state({ verbs: ['end'] }),
    act: (page) => write(page, 'I am still here'),
  },
  {
    name: 'composer-narrow',
    width: 640,
    height: 400,
    state: state(),
    act: (page) => write(page, '/'),
  },
  {
    name: 'composer-own-replies',
    state: state(),
    act: async (page) => {
      await write(page, '/')
      await page.locator('.picker .foot button').click()
    },
  },
  {
    name: 'composer-own-reply',
    state: state(),
    act: async (page) => {
      await write(page, '/')
      await page.locator('.picker .foot button').click()
      await page.locator('.own-replies .row').first().click()
      await page.locator('.own-replies input').first().fill('a b')
      await page.locator('.own-replies button[type=submit]').click()
    },
  },
  {
    name: 'email-reply',
    state: state(
      { channel: 'email' },
      {
        uploads: [
          { key: 'k1', chatId: 'chat-1', name: 'invoice.pdf', bytes: 84_000, done: 84_000, file },
          { key: 'k2', chatId: 'chat-1', name: 'photo.jpg', bytes: 900_000, done: 300_000 },
        ],
      },
    ),
    act: async (page) => {
      await write(page, 'Your invoice is attached.', { 'chats.page': { messages: [mail], more: false } })
      await page.locator('.composer .switch button').nth(1).click()
    },
  },
  {
    name: 'email-discard',
    state: state({ channel: 'email' }),
    act: async (page) => {
      await write(page, 'A draft', { 'chats.page': { messages: [mail], more: false } })
      await page.locator('.composer .fields input').first().fill('nobody')
      await page.locator('.composer .tools .accent').click()
      await page.locator('.composer .tools > .button').last().click()
    },
  },
]
