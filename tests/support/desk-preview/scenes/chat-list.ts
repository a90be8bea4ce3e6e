import type { Chat, ChatMessage } from '#contract'
import { chatOf, chatsOf, manyChats, ringingChat, waitsSince } from '../chats.ts'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, missed } from '../state.ts'

const talking = callOf({
  name: 'Chen Jie 陈洁',
  phase: { name: 'talking', since: ago(83_000), muted: false },
  talkingSince: ago(83_000),
  verbs: ['mute', 'hold', 'transfer', 'hang-up'],
})

const said: readonly [ChatMessage['side'], string][] = [
  ['customer', 'Hello, I ordered on Monday. 你好，我周一下的单。'],
  ['robot', 'One moment, I am finding you somebody.'],
  ['agent', 'Good morning! Let me look that up for you.'],
  ['customer', 'Where is my parcel? 我的包裹到哪里了？'],
]
const messages = said.map(
  ([side, text], index): ChatMessage => ({
    chatId: 'a',
    id: `m${index}`,
    place: index + 1,
    side,
    at: ago(300_000 - index * 60_000),
    content: { kind: 'text', text },
    state: side === 'agent' ? { name: 'read', at: ago(150_000) } : { name: 'received' },
  }),
)

const waiting = chatOf({ id: 'a', waits: waitsSince(ago(75_000)), unread: 2, associatedData: 'CRM 4711' })
const categories = [{ key: 'parcel', en: 'Parcel', zhCN: '包裹' }]

function eight(): readonly Chat[] {
  return [
    ringingChat({ id: 'r', channel: 'wechat', customer: { id: 'wx-1', name: 'Wang Fang 王芳' } }),
    waiting,
    chatOf({
      id: 'i',
      channel: 'agent',
      about: 'a',
      direction: 'internal',
      customer: { id: '6073', name: 'Zhao Min 赵敏' },
    }),
    ...manyChats(4),
    chatOf({
      id: 'm',
      phase: { name: 'ended', at: ago(60_000), how: 'missed' },
      channel: 'sms',
      customer: { id: '13800138000' },
    }),
  ]
}

const showChat =
  (name: RegExp): NonNullable<Scene['act']> =>
  async (page) => {
    await page.evaluate((all) => {
      window.pretend.answers['chats.page'] = { messages: all, more: false }
      window.pretend.answers['chats.earlier'] = { chats: [], more: false }
    }, messages)
    await page.locator('.work-list .chat .row').filter({ hasText: name }).first().click()
    await page.locator('.chat-pane').waitFor()
    await page.mouse.move(900, 500)
  }

const one: Scene['state'] = (look) =>
  deskState(look, { chats: chatsOf([waiting], { categories }), calls: { list: [], missed } })
const several: Scene['state'] = (look) =>
  deskState(look, {
    agent: agentIn({ name: 'talking' }),
    calls: { list: [talking], missed },
    chats: chatsOf(eight(), { categories }),
  })
const thirty: Scene['state'] = (look) =>
  deskState(look, {
    agent: agentIn({ name: 'talking' }),
    calls: { list: [talking], missed },
    chats: chatsOf([ringingChat({ id: 'r' }), ...manyChats(30)], { categories }),
  })
const small = { width: 1024, height: 640 }

export const chatListScenes: readonly Scene[] = [
  { name: 'chat-one', state: one, act: showChat(/Li Na/) },
  { name: 'chat-eight', state: several, act: showChat(/Li Na/) },
  { name: 'chat-eight-small', ...small, state: several, act: showChat(/Li Na/) },
  { name: 'chat-thirty', state: thirty, act: showChat(/John/) },
  { name: 'chat-thirty-small', ...small, state: thirty, act: showChat(/John/) },
  { name: 'chat-ringing', state: several, act: showChat(/Wang Fang/) },
  { name: 'chat-ended', state: several, act: showChat(/13800138000/) },
  {
    name: 'chat-ending',
    state: several,
    act: async (page) => {
      await showChat(/Li Na/)(page)
      await page.keyboard.press('Control+Shift+E')
    },
  },
  {
    name: 'chat-transfer',
    state: several,
    act: async (page) => {
      await showChat(/Li Na/)(page)
      await page.keyboard.press('Control+Shift+T')
    },
  },
  { name: 'chat-empty', state: (look) => deskState(look, { chats: chatsOf([]) }) },
  {
    name: 'chat-zoom',
    width: 512,
    height: 320,
    state: several,
    act: showChat(/Li Na/),
  },
  {
    name: 'chat-settings',
    state: one,
    act: async (page) => {
      await page.locator('.rail .last').click()
      await page.locator('#settings-chat').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'chat-bar',
    width: 360,
    height: 320,
    state: (look) => {
      const state = deskState(look, { chats: chatsOf(eight(), { limit: 5 }) })
      return { ...state, settings: { ...state.settings, barMode: true } }
    },
  },
]
