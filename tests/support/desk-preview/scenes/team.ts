import type { Page } from '@playwright/test'
import type { DeskState, DirectoryEntry, DirectoryFound, Inspection, Message, Team } from '#contract'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, type Look } from '../state.ts'

const minute = 60_000

function agent(number: string, name: string, state: DirectoryEntry['state'], minutes: number): DirectoryEntry {
  const offline = state === 'offline'
  const queues = Number(number) % 2 === 0 ? ['1', '2'] : ['1']
  return {
    id: `agent:${number}`,
    kind: 'agent',
    name,
    detail: 'Team Nord',
    number,
    can: [],
    ...(state && { state }),
    ...(!offline && { since: ago(minutes * minute + 7_000), queues }),
  }
}

const queue = (number: string, name: string, waiting?: number): DirectoryEntry => ({
  id: `queue:${number}`,
  kind: 'queue',
  name,
  detail: '',
  number,
  can: [],
  ...(waiting !== undefined && { waiting }),
})

const states = ['idle', 'talking', 'busy', 'rest', 'wrap-up', 'offline'] as const
const entries: readonly DirectoryEntry[] = [
  agent('6001', 'Alice Meyer', 'talking', 11),
  agent('6002', '王芳', 'idle', 4),
  agent('6004', 'Dana Novak', 'ringing', 0),
  agent('6005', 'Fatima Haddad', 'rest', 64),
  agent('6007', '陈静', 'wrap-up', 1),
  agent('6008', '李强', 'busy', 8),
  agent('6112', 'Catherine Montgomery-Fitzgerald', 'talking', 2),
  ...Array.from({ length: 240 }, (_, at) =>
    agent(String(7000 + at), `Agent ${7000 + at}`, states[at % states.length], at % 50),
  ),
  queue('1', 'Billing 账单', 14),
  queue('2', 'Cards 信用卡', 0),
  queue('3', 'Second level 二线'),
]
const found: DirectoryFound = {
  entries,
  counts: { agent: 247, queue: 3, 'access-code': 0, ivr: 0, contact: 0 },
  revision: 1,
}

const rights = { inspect: true, monitor: true, pickUp: true, callOut: true }
const note: Message = {
  id: 'message-2',
  kind: 'note',
  at: ago(2 * minute),
  from: '6003',
  fromName: 'Carlos Ruiz',
  text: 'Can you take the next card call? 下一个信用卡来电请你接一下。',
  seen: false,
}
const bulletin: Message = {
  id: 'message-1',
  kind: 'bulletin',
  at: ago(50 * minute),
  text: '系统今晚 22:00 维护。',
  seen: true,
}
const unworded: Message = { id: 'message-0', kind: 'note', at: ago(61 * minute), seen: true }

function team(news: Partial<Team> = {}): Team {
  return { rights, inspection: null, listenedTo: null, messages: [note, bulletin, unworded], seen: [], ...news }
}

const inspecting = (news: Partial<Inspection> = {}): Inspection => ({
  workNumber: '6001',
  name: 'Alice Meyer',
  kind: 'listen',
  stage: 'under-way',
  since: ago(72_000),
  canRelease: false,
  ...news,
})

const fresh = { revision: 1, freshness: { status: 'fresh', at: ago(1_000) }, contacts: 0 } as const

function lead(look: Look, news: Partial<DeskState> = {}): DeskState {
  return deskState(look, { team: team(), directory: fresh, ...news })
}

const listening = (news: Partial<Inspection> = {}) => ({
  agent: agentIn({ name: 'talking' }),
  team: team({ inspection: inspecting(news) }),
})

async function board(page: Page): Promise<void> {
  await page.evaluate((answer) => Object.assign(window.pretend.answers, { 'directory.search': answer }), found)
  await page.getByRole('button', { name: /^(Team|团队)$/ }).click()
  await page.getByText('Dana Novak').waitFor()
}

const messages = (page: Page) => page.getByRole('button', { name: /^(Messages|消息)/ }).click()

/** Two calls and a consult beside the board (the "still calm to look at"). */
const busyDesk: Partial<DeskState> = {
  agent: agentIn({ name: 'talking' }),
  calls: {
    list: [
      callOf({
        id: 'c3',
        number: '6073',
        name: 'Chen Jie 陈洁',
        direction: 'internal',
        part: 'consult',
        phase: { name: 'talking', since: ago(30_000), muted: false },
        verbs: ['mute', 'hold', 'drop-party', 'hang-up'],
      }),
      callOf({ id: 'c1', phase: { name: 'held', since: ago(40_000) }, verbs: ['retrieve', 'hang-up'] }),
      callOf({
        id: 'c2',
        number: '13912345678',
        phase: { name: 'held', since: ago(90_000) },
        verbs: ['retrieve', 'hang-up'],
      }),
    ],
    missed: [],
  },
}

export const teamScenes: readonly Scene[] = [
  { name: 'team-board', state: (look) => lead(look), act: board },
  { name: 'team-board-beside-calls', width: 1280, height: 800, state: (look) => lead(look, busyDesk), act: board },
  { name: 'team-board-small', width: 1024, height: 640, state: (look) => lead(look), act: board },
  {
    name: 'team-menu',
    state: (look) => lead(look),
    act: async (page) => {
      await board(page)
      await page.getByRole('searchbox').fill('meyer')
      await page.getByRole('button', { name: /Alice Meyer/ }).click()
    },
  },
  { name: 'team-listening', state: (look) => lead(look, listening()), act: board },
  {
    name: 'team-barged',
    state: (look) => lead(look, listening({ kind: 'barge', canRelease: true })),
    act: async (page) => {
      await board(page)
      await page.getByRole('button', { name: /^(Take over|拦截)$/ }).click()
    },
  },
  {
    name: 'team-whisper-narrow',
    width: 1024,
    height: 640,
    state: (look) => lead(look, listening({ kind: 'whisper' })),
  },
  {
    name: 'team-listened-to',
    state: (look) =>
      deskState(look, {
        agent: agentIn({ name: 'talking' }),
        team: {
          ...team({ messages: [] }),
          rights: { ...rights, inspect: false },
          listenedTo: { how: 'listen', by: '6003', since: ago(42_000) },
        },
        calls: {
          list: [
            callOf({
              phase: { name: 'talking', since: ago(95_000), muted: false },
              talkingSince: ago(95_000),
              verbs: ['mute', 'hold', 'keys', 'transfer', 'consult', 'hang-up'],
            }),
          ],
          missed: [],
        },
      }),
  },
  {
    name: 'team-bar-mode',
    width: 360,
    height: 240,
    state: (look) => {
      const state = lead(look, listening({ kind: 'barge', canRelease: true }))
      return { ...state, settings: { ...state.settings, barMode: true } }
    },
  },
  { name: 'team-messages', state: (look) => lead(look), act: messages },
  {
    name: 'team-bulletin',
    state: (look) => lead(look, { team: team({ messages: [] }) }),
    act: async (page) => {
      await board(page)
      await messages(page)
      await page.getByRole('button', { name: /^(Bulletin|公告)$/ }).click()
    },
  },
]
