import type { Page } from '@playwright/test'
import type { Directory, DirectoryEntry, DirectoryFound, EntryDeed } from '#contract'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, missed } from '../state.ts'

const inside = (kind: 'agent' | 'queue', address: string): readonly EntryDeed[] => [
  { do: 'call-inside', to: { kind, address } },
  { do: 'transfer', to: { kind, address } },
]

function agent(number: string, name: string, state: DirectoryEntry['state'], minutes: number): DirectoryEntry {
  const offline = state === 'offline'
  const pickUp: readonly EntryDeed[] = state === 'ringing' ? [{ do: 'pick-up', workNumber: number }] : []
  return {
    id: `agent:${number}`,
    kind: 'agent',
    name,
    detail: 'Team Nord',
    number,
    can: offline ? [] : [...pickUp, ...inside('agent', number)],
    ...(state && { state }),
    ...(!offline && { since: ago(minutes * 60_000 + 7_000) }),
  }
}

const wang: DirectoryEntry = {
  id: 'contact:1',
  kind: 'contact',
  name: 'Wang Xiaoming 王小明',
  detail: 'Shenzhen Trading 深圳贸易',
  number: '+86 138 0013 8000',
  can: [
    { do: 'call', number: '+8613800138000', label: 'mobile' },
    { do: 'transfer', to: { kind: 'outside', address: '+8613800138000' }, label: 'mobile' },
    { do: 'call', number: '075528780808', label: 'work' },
    { do: 'transfer', to: { kind: 'outside', address: '075528780808' }, label: 'work' },
  ],
  contact: {
    id: '1',
    name: 'Wang Xiaoming 王小明',
    company: 'Shenzhen Trading 深圳贸易',
    numbers: [
      { label: 'mobile', number: '+86 138 0013 8000' },
      { label: 'work', number: '0755 2878 0808' },
      { label: 'fax', number: '0755 2878 0809' },
    ],
    note: 'Prefers to be called after ten.\n下午两点后勿扰。',
  },
}

const entries: readonly DirectoryEntry[] = [
  agent('6001', 'Alice Meyer', 'idle', 2),
  agent('6003', 'Carlos Ruiz', 'talking', 11),
  agent('6004', 'Dana Novak', 'ringing', 0),
  agent('6005', 'Fatima Haddad', 'rest', 64),
  agent('6006', 'Georg Winter', 'offline', 0),
  agent('6007', '陈静', 'wrap-up', 1),
  agent('6008', '李强', 'busy', 8),
  {
    id: 'queue:1',
    kind: 'queue',
    name: 'Billing 账单',
    detail: '',
    number: '1',
    can: inside('queue', '1'),
    waiting: 4,
  },
  {
    id: 'queue:2',
    kind: 'queue',
    name: 'Cards 信用卡',
    detail: '',
    number: '2',
    can: inside('queue', '2'),
    waiting: 0,
  },
  {
    id: 'ivr:9001',
    kind: 'ivr',
    name: 'PIN check 密码验证',
    detail: '',
    number: '9001',
    can: [{ do: 'transfer', to: { kind: 'ivr', address: '9001' } }],
  },
  wang,
]

const nobody = { agent: 0, queue: 0, 'access-code': 0, ivr: 0, contact: 0 }

function found(shown: readonly DirectoryEntry[]): DirectoryFound {
  const counts = { ...nobody }
  for (const { kind } of shown) counts[kind] += 1
  return { entries: shown, counts, revision: 1 }
}

const fresh: Directory = { revision: 1, freshness: { status: 'fresh', at: ago(3_000) }, contacts: 1 }

/** To the directory, with what main answers there. */
async function go(page: Page, answer: DirectoryFound, others: object = {}): Promise<void> {
  await page.evaluate((given) => Object.assign(window.pretend.answers, given), {
    'directory.search': answer,
    ...others,
  })
  await page.locator('.rail button').nth(1).click()
}

const talking = callOf({
  phase: { name: 'talking', since: ago(83_000), muted: false },
  talkingSince: ago(83_000),
  verbs: ['mute', 'hold', 'transfer', 'hang-up'],
  transferModes: { agent: ['success', 'release'], queue: ['success'], outside: ['talk'], ivr: ['suspend'] },
})

const choose = (page: Page, name: string) => page.locator('.entry .row', { hasText: name }).click()

export const directoryScenes: readonly Scene[] = [
  {
    name: 'directory',
    state: (look) => deskState(look, { directory: fresh, calls: { list: [], missed } }),
    act: async (page) => {
      await go(page, found(entries))
      await choose(page, 'Dana')
    },
  },
  {
    name: 'directory-in-a-call',
    state: (look) =>
      deskState(look, {
        agent: agentIn({ name: 'talking' }),
        directory: fresh,
        calls: { list: [talking], missed: [] },
      }),
    act: async (page) => {
      await go(page, found(entries))
      await choose(page, 'Wang')
    },
  },
  {
    name: 'directory-editing',
    state: (look) => deskState(look, { directory: fresh }),
    act: async (page) => {
      await go(page, found(entries), { 'contacts.save': { ok: false, reason: 'disk' } })
      await choose(page, 'Wang')
      await page.locator('.card .deeds button').nth(-2).click()
      await page.locator('form button[type=submit]').last().click()
    },
  },
  {
    name: 'directory-imported',
    state: (look) => deskState(look, { directory: fresh }),
    act: async (page) => {
      const problems = [
        { line: 3, problem: 'not-a-field' },
        { line: 17, problem: 'open-quote' },
        { line: 18, problem: 'no-name' },
      ]
      const result = { ok: true, added: 148, known: 2, problems, problemCount: 3 }
      await go(page, found(entries), { 'contacts.import': result })
      await page.locator('.tools button').nth(1).click()
      await page.locator('summary').click()
    },
  },
  {
    name: 'directory-failing',
    state: (look) => {
      const freshness = { status: 'failed', at: ago(400_000), reason: 'refused', retcode: '100-007' } as const
      return deskState(look, { directory: { ...fresh, freshness } })
    },
    act: (page) => go(page, found(entries.slice(0, 5))),
  },
  {
    name: 'directory-empty',
    state: (look) => deskState(look, { directory: { revision: 1, freshness: { status: 'none' }, contacts: 0 } }),
    act: (page) => go(page, found([])),
  },
  {
    name: 'directory-nothing-found',
    width: 1024,
    height: 640,
    state: (look) => deskState(look, { directory: fresh }),
    act: async (page) => {
      await go(page, found([]))
      await page.locator('input[type=search]').fill('Zyx')
    },
  },
  {
    name: 'directory-refused',
    width: 640,
    height: 400,
    state: (look) => deskState(look, { directory: fresh }),
    act: async (page) => {
      const refused = { ok: false, reason: 'refused', retcode: '200-001' }
      await go(page, found(entries), { 'calls.dial': refused })
      await page.keyboard.press('Control+k')
      await page.keyboard.type('13800138000')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'directory-many',
    width: 640,
    height: 400,
    state: (look) => deskState(look, { directory: { ...fresh, contacts: 50_000 } }),
    act: async (page) => {
      await go(page, { ...found(entries), counts: { ...nobody, agent: 900, queue: 40, contact: 50_000 } })
      await choose(page, 'Alice')
    },
  },
]
