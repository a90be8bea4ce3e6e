import type { Page } from '@playwright/test'
import type { DeskState, Reason } from '#contract'
import type { Scene } from '../scenes.ts'
import { agentIn, ago, callOf, deskState, type Look } from '../state.ts'

const reason = (number: number, en: string, zh: string): Reason => ({ number, name: { en, 'zh-CN': zh } })
const reasons = {
  busy: [
    reason(201, 'Team meeting', '班组会议'),
    reason(202, 'Training', '培训'),
    reason(203, 'Back office', '后台处理'),
    reason(204, 'Coaching', '辅导'),
    reason(205, 'System trouble', '系统故障'),
    reason(206, 'Email', '邮件处理'),
    reason(207, 'Callback list', '回访'),
    reason(208, 'Project work', '项目'),
    reason(209, 'Works council', '员工代表会议'),
  ],
  rest: [reason(1, 'Lunch', '午餐'), reason(2, 'Coffee', '茶歇'), reason(3, 'Private', '私事')],
}
const few = { ...reasons, busy: reasons.busy.slice(0, 4) }
const at = (look: Look, state: Parameters<typeof agentIn>[0], more: Partial<DeskState> = {}, change: object = {}) =>
  deskState(look, { agent: { ...agentIn(state), reasons, ...change }, ...more })
const inBar = (state: DeskState) => ({ ...state, settings: { ...state.settings, barMode: true } })
const talking = callOf({
  phase: { name: 'talking', since: ago(83_000), muted: false },
  talkingSince: ago(83_000),
  verbs: ['mute', 'hold', 'hang-up'],
})

async function openMenu(page: Page, downs: number): Promise<void> {
  await page.locator('.state-button').click()
  for (let pressed = 0; pressed < downs; pressed += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
}

const rest = { name: 'rest', since: ago(288_000), until: ago(-312_000), reason: 1 } as const
const over = { name: 'rest', since: ago(730_000), until: ago(130_000), reason: 2 } as const
const wrapUp = { name: 'wrap-up', since: ago(12_000), until: ago(-18_000) } as const
const bar = { width: 360, height: 420 }

export const agentScenes: readonly Scene[] = [
  { name: 'agent-home', state: (look) => at(look, { name: 'idle' }) },
  { name: 'agent-home-narrow', width: 640, height: 600, state: (look) => at(look, { name: 'idle' }) },
  {
    name: 'agent-busy-reasons',
    state: (look) => at(look, { name: 'idle' }),
    act: async (page) => {
      await openMenu(page, 3)
      await page.keyboard.press('Enter')
    },
  },
  { name: 'agent-rest-reasons', state: (look) => at(look, { name: 'idle' }), act: (page) => openMenu(page, 4) },
  {
    name: 'agent-busy-few',
    state: (look) => at(look, { name: 'busy', reason: 202 }, {}, { reasons: few }),
    act: (page) => openMenu(page, 3),
  },
  { name: 'agent-rest-menu', state: (look) => at(look, rest), act: (page) => openMenu(page, 4) },
  { name: 'agent-rest', state: (look) => at(look, rest) },
  {
    name: 'agent-rest-over',
    state: (look) => at(look, over, { notices: [{ id: 'n', at: ago(130_000), kind: 'rest-over' }] }),
  },
  { name: 'agent-rest-narrow', width: 640, height: 600, state: (look) => at(look, rest) },
  { name: 'agent-wrap-up-small', width: 1024, height: 640, state: (look) => at(look, wrapUp) },
  { name: 'agent-wrap-up', state: (look) => at(look, wrapUp) },
  {
    name: 'agent-asked',
    state: (look) =>
      at(
        look,
        { name: 'busy' },
        { notices: [{ id: 'n', at: ago(4_000), kind: 'rest-not-granted' }] },
        { askedRest: { seconds: 600, since: ago(125_000) } },
      ),
  },
  {
    name: 'agent-next',
    state: (look) =>
      at(
        look,
        { name: 'talking', next: { state: 'rest', seconds: 900, reason: 1 } },
        { calls: { list: [talking], missed: [] } },
      ),
  },
  {
    name: 'agent-skills',
    state: (look) => at(look, { name: 'idle' }, {}, { signedInSkills: [2] }),
    act: (page) => page.locator('dd.queues .button').click(),
  },
  {
    name: 'agent-settings',
    state: (look) => at(look, { name: 'idle' }, {}, { autoAnswer: true }),
    act: (page) => page.locator('.rail > button.last').click(),
  },
  {
    name: 'agent-phone-mode',
    state: (look) => at(look, { name: 'idle' }, {}, { phone: 'other', softphoneNumber: '13800138000' }),
  },
  { name: 'agent-bar-rest', ...bar, state: (look) => inBar(at(look, rest)), act: openDrawer },
  {
    name: 'agent-bar-next',
    ...bar,
    state: (look) =>
      inBar(
        at(
          look,
          { name: 'talking', next: { state: 'busy', reason: 203 } },
          { calls: { list: [talking], missed: [] } },
          { reasons: few },
        ),
      ),
    act: openDrawer,
  },
]

async function openDrawer(page: Page): Promise<void> {
  await page.locator('.state-toggle').click()
}
