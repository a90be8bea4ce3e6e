import type { Page } from '@playwright/test'
import type { HistoryPage, PastCall } from '#contract'
import type { Scene } from '../scenes.ts'
import { ago, deskState, type Look } from '../state.ts'

const minute = 60_000

function past(call: Partial<PastCall> & { readonly minutesAgo: number }): PastCall {
  const { minutesAgo, ...rest } = call
  const startedAt = ago(minutesAgo * minute)
  return {
    id: `call-${minutesAgo}`,
    place: startedAt * 100,
    direction: 'incoming',
    number: '13800138000',
    queue: 'Billing 账单',
    part: 'main',
    startedAt,
    talkingSince: startedAt + 8_000,
    endedAt: startedAt + 8_000 + 4 * minute,
    reason: 'customer-hung-up',
    parties: [],
    missed: false,
    note: '',
    ...rest,
  }
}

const { talkingSince: _, ...unanswered } = past({ minutesAgo: 6 })
const calls: readonly PastCall[] = [
  past({
    minutesAgo: 2,
    name: 'Wang Fang 王芳',
    note: 'Wants the invoice again by Friday; 发票抬头有误，周五前重开。',
    reason: 'transferred',
    transferredTo: { kind: 'outside', address: '075528780808' },
    parties: [
      { number: '13800138000', kind: 'customer' },
      { number: '6073', kind: 'agent' },
    ],
  }),
  { ...unanswered, missed: true, reason: 'not-answered', number: '+8613912345678', queue: 'Cards 信用卡' },
  past({ minutesAgo: 19, direction: 'outgoing', number: '02161234567', reason: 'agent-hung-up' }),
  past({ minutesAgo: 26, direction: 'internal', number: '6073', name: 'Li Wei 李伟', reason: 'agent-hung-up' }),
  past({ minutesAgo: 41, number: '', reason: 'customer-gave-up', missed: true }),
  ...Array.from({ length: 40 }, (_, at) => past({ minutesAgo: 60 + 47 * at, number: `1391234${5000 + 37 * at}` })),
]

const answer = (page: HistoryPage) => page

async function open(page: Page, found: HistoryPage, note = ''): Promise<void> {
  await page.evaluate(
    ([search, noteOf]) => Object.assign(window.pretend.answers, { 'history.search': search, 'history.noteOf': noteOf }),
    [found, note] as const,
  )
  await page.keyboard.press('Control+f')
}

async function openWithNote(page: Page): Promise<void> {
  await open(page, answer({ calls, more: true }), calls[0]?.note)
  await page
    .getByRole('button', { name: /Wang Fang/ })
    .first()
    .click()
}

const state = (look: Look) => deskState(look)

export const historyScenes: readonly Scene[] = [
  { name: 'history', state, act: openWithNote },
  { name: 'history-small', width: 1024, height: 640, state, act: openWithNote },
  {
    name: 'history-remove',
    state,
    act: async (page) => {
      await openWithNote(page)
      await page.keyboard.press('Delete')
    },
  },
  { name: 'history-empty', state, act: (page) => open(page, { calls: [], more: false }) },
  {
    name: 'history-none-found',
    state: (look) => deskState(look, { history: { revision: 1, days: 0 } }),
    act: async (page) => {
      await open(page, { calls: [], more: false })
      await page.keyboard.type('999')
    },
  },
]
