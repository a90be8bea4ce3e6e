import type { Page } from '@playwright/test'
import type { DeskState, Pop, PopQuestion, PopTab } from '#contract'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, type Look } from '../state.ts'

const person = 'Li Na 李娜'

export function tabOf(tab: Partial<PopTab> = {}): PopTab {
  return {
    id: 't1',
    page: 'Customer 客户',
    opener: null,
    subject: { kind: 'call', callId: 'c1' },
    over: false,
    person,
    unseen: false,
    title: 'Li Na – gold customer since 2016',
    host: 'crm.example.com',
    secure: true,
    state: { name: 'shown' },
    canGoBack: true,
    canGoForward: false,
    zoom: 100,
    silenced: false,
    find: null,
    windowsRefused: 0,
    ...tab,
  }
}

export function popOf(pop: Partial<Pop> = {}): Pop {
  return {
    pages: ['Customer 客户', 'Orders 订单'],
    tabs: [tabOf()],
    shown: 't1',
    place: 'desk',
    questions: [],
    downloads: [],
    refusals: [],
    ...pop,
  }
}

const talking = callOf({
  name: person,
  phase: { name: 'talking', since: ago(84_000), muted: false },
  talkingSince: ago(84_000),
  verbs: ['mute', 'hold', 'transfer', 'keys', 'hang-up'],
})

const withPages = (look: Look, pop: Partial<Pop> = {}, news: Partial<DeskState> = {}) =>
  deskState(look, {
    agent: agentIn({ name: 'talking' }),
    calls: { list: [talking], missed: [] },
    pop: popOf(pop),
    ...news,
  })

const many: readonly PopTab[] = [
  tabOf({ id: 't0', person: '+8613912345678', over: true, title: 'Wang Fang' }),
  tabOf({ id: 't2', page: 'Orders 订单', person: '+8613912345678', over: true, state: { name: 'crashed' } }),
  tabOf(),
  tabOf({ id: 't3', unseen: true, page: 'Orders 订单', state: { name: 'loading' }, silenced: true }),
  tabOf({ id: 't4', opener: 't1', title: 'Contract 4711 \u202egpj.exe', silenced: true }),
  tabOf({ id: 't5', page: 'Knowledge 知识库', person: null, subject: null, state: { name: 'not-responding' } }),
]

const ask = (question: PopQuestion): Partial<Pop> => ({ questions: [question] })
const base = { id: 'q1', tab: 't1' }
const hostile =
  'Earshot: your session has ended. Type your password:\n\n\u202eThis is turned round\u202c and goes on ' +
  'without-a-single-space-'.repeat(12)

const questions: readonly (readonly [name: string, pop: Partial<Pop>])[] = [
  ['alert', ask({ ...base, kind: 'dialog', dialog: 'alert', text: 'Saved.', initial: '', repeated: false })],
  ['prompt', ask({ ...base, kind: 'dialog', dialog: 'prompt', text: hostile, initial: 'gold', repeated: true })],
  ['leave', ask({ ...base, kind: 'leave', closing: true })],
  ['permission', ask({ ...base, kind: 'permission', permission: 'geolocation', host: 'crm.example.com' })],
  [
    'sign-in',
    ask({
      ...base,
      kind: 'sign-in',
      host: 'crm.example.com:8080',
      realm: 'CRM of the northern branch',
      proxy: false,
      secure: false,
      again: true,
    }),
  ],
  [
    'certificate',
    ask({
      ...base,
      kind: 'certificate',
      host: 'crm.example.com',
      choices: [
        { subject: 'Dana Novak 6002', issuer: 'Example Corporate CA', validUntil: Date.UTC(2027, 4, 1) },
        { subject: 'Dana Novak (administrator)', issuer: 'Example Admin CA', validUntil: Date.UTC(2026, 11, 31) },
      ],
    }),
  ],
  ['file', ask({ ...base, kind: 'download', host: 'crm.example.com', file: '对账单 11-2026.pdf', bytes: 1_834_000 })],
]

const downloads: Pop['downloads'] = [
  { id: 'd1', tab: 't1', file: '对账单 11-2026.pdf', bytes: 1_834_000, received: 640_000, state: 'going' },
  {
    id: 'd2',
    tab: 't1',
    file: 'contract-4711-with-a-very-long-name-indeed.docx',
    bytes: 88_000,
    received: 88_000,
    state: 'done',
  },
  { id: 'd3', tab: 't1', file: 'orders.csv', bytes: null, received: 12_000, state: 'failed' },
]

const refusals: Pop['refusals'] = [
  { id: 'r1', page: 'Orders 订单', subject: null, why: { kind: 'missing', value: 'calldata' } },
]

const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).click()

export const pagesScenes: readonly Scene[] = [
  { name: 'pages-none', state: (look) => deskState(look, { pop: popOf({ tabs: [], shown: null }) }) },
  { name: 'pages-one', state: (look) => withPages(look) },
  { name: 'pages-many', state: (look) => withPages(look, { tabs: many }) },
  {
    name: 'pages-loading',
    state: (look) => withPages(look, { tabs: [tabOf({ state: { name: 'loading' }, secure: false, zoom: 110 })] }),
  },
  {
    name: 'pages-find',
    state: (look) => withPages(look, { tabs: [tabOf({ find: { text: 'gold', matches: 17, active: 3 } })] }),
    act: press(/^(Find in the page|在页面中查找)$/),
  },
  {
    name: 'pages-failed',
    state: (look) =>
      withPages(look, {
        tabs: [tabOf({ state: { name: 'failed', why: 'certificate', code: 'ERR_CERT_AUTHORITY_INVALID' } })],
      }),
  },
  { name: 'pages-crashed', state: (look) => withPages(look, { tabs: many, shown: 't2' }) },
  {
    name: 'pages-stuck',
    state: (look) => withPages(look, { tabs: [tabOf({ state: { name: 'not-responding' }, windowsRefused: 99 })] }),
  },
  { name: 'pages-files', state: (look) => withPages(look, { downloads, refusals }) },
  {
    name: 'pages-menu',
    state: (look) => withPages(look, { tabs: many }),
    act: press(/^(More about pages|页面的更多操作)$/),
  },
  { name: 'pages-all', state: (look) => withPages(look, { tabs: many }), act: press(/^(All 6 pages|全部 6 个页面)$/) },
  {
    name: 'pages-asking-elsewhere',
    state: (look) => withPages(look, { ...questions[0]?.[1], tabs: many, shown: 't3' }),
  },
  { name: 'pages-put-away', state: (look) => withPages(look, { ...questions[0]?.[1], place: 'closed' }) },
  ...questions.map(([name, pop]): Scene => ({ name: `pages-ask-${name}`, state: (look) => withPages(look, pop) })),
  { name: 'pages-1024', width: 1024, height: 640, state: (look) => withPages(look, { tabs: many, downloads }) },
  { name: 'pages-narrow', width: 640, height: 400, state: (look) => withPages(look, { tabs: many }) },
  {
    name: 'pages-narrow-front',
    width: 640,
    height: 400,
    state: (look) => withPages(look, { tabs: many }),
    act: press(/^(Show the pages|显示页面)$/),
  },
  {
    name: 'pages-window',
    page: 'pages',
    width: 900,
    height: 600,
    state: (look) => windowState(look, { tabs: many, place: 'window' }),
  },
  {
    name: 'pages-window-ask',
    page: 'pages',
    width: 280,
    height: 500,
    state: (look) => windowState(look, { ...questions[1]?.[1], tabs: many, place: 'window' }),
  },
]

function windowState(look: Look, pop: Partial<Pop>) {
  const { settings } = deskState(look)
  return { pop: popOf(pop), settings: { ...settings, language: look.language } }
}
