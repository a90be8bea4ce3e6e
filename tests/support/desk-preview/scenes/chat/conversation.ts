import type { Page } from '@playwright/test'
import type { Chat, ChatMessage, ChatSite, DeskState } from '#contract'
import { chatOf, messageOf, ownMessageOf, pastChatOf, textOf } from '../../../chat-builders.ts'
import type { Scene } from '../../scenes.ts'
import { ago, chatSite, deskState, type Look } from '../../state.ts'

const minute = 60_000
const at = (minutes: number) => ago(minutes * minute)

const long = 'Sehr geehrte Damen und Herren, '.repeat(12)

const conversation: readonly ChatMessage[] = [
  messageOf(1, { at: at(26 * 60), side: 'system', content: { kind: 'line', line: 'queued', queue: 'Billing 账单' } }),
  messageOf(2, { at: at(26 * 60), side: 'robot', name: 'Xiaomi 小蜜', content: textOf('您好，请问有什么可以帮您？') }),
  messageOf(3, { at: at(26 * 60), content: textOf('I was charged twice for order 4471.') }),
  messageOf(4, { at: at(24), side: 'system', content: { kind: 'line', line: 'transferred', from: 'Xiaomi 小蜜' } }),
  ownMessageOf(5, {
    at: at(22),
    content: textOf('Good morning, I am looking at it.'),
    state: { name: 'read', at: at(21) },
  }),
  ownMessageOf(6, { at: at(21), content: textOf('Which card was it?'), state: { name: 'read', at: at(20) } }),
  messageOf(7, { at: at(19), content: textOf('https://bank.example@evil.example/login and call +86 138 0013 8000') }),
  messageOf(8, { at: at(19), content: textOf('invoice\u202egpj.exe 😀👩‍👩‍👧 שלום עולם') }),
  messageOf(9, { at: at(18), content: textOf(`${long}${'w'.repeat(300)}`) }),
  messageOf(10, {
    at: at(17),
    content: { kind: 'location', latitude: 39.90421, longitude: 116.4074, description: '北京市东城区' },
  }),
  messageOf(11, {
    at: at(16),
    content: {
      kind: 'card',
      title: 'Order 4471',
      description: 'Two items, ¥ 299',
      url: 'https://shop.example/orders/4471',
    },
  }),
  messageOf(12, {
    at: at(15),
    content: { kind: 'image', file: { fileId: 'f1', name: 'receipt.jpg', bytes: 340_000, ending: 'jpg' } },
  }),
  ownMessageOf(13, { at: at(9), content: textOf('One moment.'), state: { name: 'delivered', at: at(9) } }),
  ownMessageOf(14, {
    at: at(8),
    content: textOf('damn it'),
    state: { name: 'failed', reason: 'sensitive-word', retcode: '700-012' },
  }),
  ownMessageOf(15, {
    at: at(7),
    content: textOf('Your money is on its way.'),
    state: { name: 'failed', reason: 'no-answer' },
  }),
  messageOf(16, { at: at(5), content: { kind: 'unknown', type: 'STICKER', text: '{"sticker":17}' } }),
  messageOf(17, { at: at(1), content: textOf('Thank you!') }),
  ownMessageOf(18, { at: at(0), content: textOf('You are welcome.'), state: { name: 'sending' } }),
]

const site: ChatSite = { ...chatSite, available: true, contentDays: 30 }

function state(look: Look, chat: Partial<Chat> = {}, more: Partial<ChatSite> = {}): DeskState {
  const one = chatOf({ startedAt: at(26 * 60), typing: true, messages: 18, ...chat })
  return deskState(look, { chats: { site: { ...site, ...more }, list: [one] } })
}

async function openChat(page: Page): Promise<void> {
  await page.locator('.rail > button').nth(1).click()
  await page.locator('.conversation').waitFor()
}

const answering = (answers: Readonly<Record<string, unknown>>) => async (page: Page) => {
  await page.evaluate((given) => Object.assign(window.pretend.answers, given), answers)
  await openChat(page)
}

const whole = {
  'chats.page': { messages: conversation, more: false },
  'chats.earlier': { chats: [], more: false },
  'replies.all': [],
}

export const conversationScenes: readonly Scene[] = [
  { name: 'conversation', state, act: answering(whole) },
  {
    name: 'conversation-above',
    state,
    act: async (page) => {
      await answering(whole)(page)
      await page.locator('.conversation [role="log"]').hover()
      await page.waitForTimeout(300)
      await page.mouse.wheel(0, -700)
      await page.locator('.conversation a').first().waitFor()
      await page.locator('.conversation a').first().click()
    },
  },
  {
    name: 'conversation-search',
    state,
    act: async (page) => {
      const found = conversation.slice(4, 7).map((message) => ({ chatId: 'chat-1', message, past: null }))
      await answering({ ...whole, 'chats.search': found })(page)
      await page.locator('.conversation [role="log"] [tabindex="0"]').first().focus()
      await page.keyboard.press('Control+f')
      await page.keyboard.type('card')
    },
  },
  {
    name: 'conversation-earlier',
    state,
    act: async (page) => {
      const last = conversation.slice(-3)
      const chats = [pastChatOf(90, { channel: 'web', how: 'customer-left', note: 'Refund promised' })]
      await answering({
        ...whole,
        'chats.page': { messages: last, more: false },
        'chats.earlier': { chats, more: false },
      })(page)
      await page.evaluate(() => Object.assign(window.pretend.answers, { 'chats.page': { messages: [], more: false } }))
      await page.locator('.conversation .top button').click()
      await page.locator('.conversation .heading').first().waitFor()
    },
  },
  {
    name: 'conversation-not-kept',
    state: (look) => state(look, { phase: { name: 'ended', at: at(60), how: 'customer-left' } }, { contentDays: 0 }),
    act: answering({ ...whole, 'chats.page': { messages: [], more: false } }),
  },
  {
    name: 'conversation-all',
    state: (look) => deskState(look, { chats: { site, list: [] } }),
    act: async (page) => {
      const past = pastChatOf(90, { id: 'past-90', note: 'card refund promised', how: 'customer-left', channel: 'web' })
      const found = conversation.slice(4, 7).map((message) => ({ chatId: 'past-90', message, past }))
      const answers = { ...whole, 'chats.search': [...found, { chatId: 'past-90', message: null, past }] }
      await page.evaluate((given) => Object.assign(window.pretend.answers, given), answers)
      await page.locator('.rail > button').nth(1).click()
      await page.locator('.all input').fill('card')
      await page.locator('.all .row').first().click()
      await page.locator('.conversation .message').first().waitFor()
    },
  },
  { name: 'conversation-small', width: 1024, height: 640, state, act: answering(whole) },
]
