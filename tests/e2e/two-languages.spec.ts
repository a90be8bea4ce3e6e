import { wordsIn } from '#main/desktop/words/words.ts'
import type { Centre } from '../simulator/centre.ts'
import type { Desktop } from '../support/desktop/desktop.ts'
import type { MenuItem } from '../support/desktop/tray/menu.ts'
import { listenAt } from './fixtures/ears.ts'
import { type Look, looksAt } from './fixtures/look/looks.ts'
import { saidOn, strayIn } from './fixtures/look/said.ts'
import { alertOnScreen } from './fixtures/outside/alert-on-screen.ts'
import { CUSTOMER_HZ, customerCalls, expectBothHeard } from './fixtures/outside/customer.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, formOf, test, wordsOf } from './fixtures.ts'

/** Shorter than a syllable of slow speech; a loaded machine's own sound devices have cost 160 ms. */
const SYLLABLE_MS = 250
/** What the site, its queues, its rest reasons and the devices of this machine are called. */
const NAMES = [
  'Simulator',
  'localhost',
  'Support',
  'Web chat',
  '在线客服',
  'tel:',
  'sip:',
  'callto:',
  'earshot:',
  '销售',
  '午餐',
  'Break',
  'Training',
  'Office headset microphone',
  'Office headset',
  'Loudspeaker',
]
const OTHER = { en: 'zh-CN', 'zh-CN': 'en' } as const

const now = () => performance.timeOrigin + performance.now()

test.use({ centreOptions: { timeouts: { noAnswerMs: 60_000 } } })

test('the language changes in the middle of a call, and nothing else does', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const call = customerCalls(centre)
  await expectRinging(app)
  await answer(app, call)
  await expectBothHeard(call, headset)
  const chinese = wordsOf('zh-CN')
  await app.desk.getByLabel(app.words('number_to_call')).fill('10086')
  const from = now()

  await test.step('into Chinese: voices, typed text and focus stay', async () => {
    await command(app, '中文')
    await expect(app.desk.getByRole('button', { name: chinese('hang_up'), exact: true })).toBeVisible()
    await expect(app.desk.getByLabel(chinese('number_to_call'))).toHaveValue('10086')
    await expect(app.desk.getByLabel(chinese('number_to_call'))).toBeFocused()
    await desktop.tray.waitForToolTip(wordsIn('zh-CN').states.talking)
  })

  await test.step('and back into English', async () => {
    await command(app, 'English')
    await expect(app.button('hang_up')).toBeVisible()
    await expect(app.desk.getByLabel(app.words('number_to_call'))).toBeFocused()
    await desktop.tray.waitForToolTip(wordsIn('en').states.talking)
  })

  await headset.waitFor(CUSTOMER_HZ, { forMs: 500 })
  expect(call.hears.longestGap(AGENT_HZ, from, now())).toBeLessThan(SYLLABLE_MS)
  expect(headset.longestGap(CUSTOMER_HZ, from, now())).toBeLessThan(SYLLABLE_MS)
  await app.press('hang_up')
  expect(await call.ended).toBe('agent-hung-up')
})

test('what is typed at the sign-in stays, and the language chosen there is spoken at the next start', async ({
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake' })
  const chinese = wordsOf('zh-CN')
  await app.desk.getByLabel(app.words('work_number'), { exact: true }).fill('6001')
  await app.desk.getByLabel(app.words('password'), { exact: true }).fill('half of it')

  await app.desk.getByRole('button', { name: '中文' }).click()

  await expect(app.desk.getByLabel(chinese('work_number'), { exact: true })).toHaveValue('6001')
  await expect(app.desk.getByLabel(chinese('password'), { exact: true })).toHaveValue('half of it')
  await app.quit()
  const again = await earshot.start({ audio: 'fake', after: app.launch })
  await expect(again.desk.getByRole('button', { name: chinese('sign_in'), exact: true })).toBeVisible()
})

for (const language of ['zh-CN', 'en'] as const) {
  test(`nothing is left untranslated on any screen: ${language}`, async ({ centre, desktop, earshot }) => {
    test.setTimeout(180_000)
    const app = await earshot.start({ language })
    const scene = { app, centre, desktop, look: looksAt(app, [...NAMES, 'Cable']) }

    await test.step('before work', () => lookBeforeWork(scene))
    await test.step('at work', () => lookAtWork(scene))
    await test.step('in a call', () => lookInCall(scene))
    await test.step('from another program', () => lookFromOutside(scene))
    await test.step('in bar mode', () => lookInBarMode(scene))
    await test.step('in trouble', () => lookInTrouble(scene))
  })
}

interface Scene {
  readonly app: App
  readonly centre: Centre
  readonly desktop: Desktop
  readonly look: Look
}

async function lookBeforeWork({ app, look }: Scene): Promise<void> {
  await expect(app.button('sign_in')).toBeVisible()
  expect(strayIn(await saidOn(app.desk), OTHER[app.launch.language], NAMES), 'the search finds words').not.toEqual([])
  await look('sign-in')
  await app.trySignIn({ workNumber: '6001', password: 'wrong' })
  await expect(app.desk.getByText(app.words('sign_in_wrong_credentials'))).toBeVisible()
  await look('sign-in-refused')
  await app.trySignIn({ workNumber: '6004' })
  await expect(app.desk.getByRole('heading', { name: app.words('password_change_title') })).toBeVisible()
  await look('password-change')
  await app.press('sign_out')
  await expect(app.button('sign_in')).toBeVisible()
}

async function lookAtWork({ app, centre, look }: Scene): Promise<void> {
  await app.signIn(formOf('6001'))
  await centre.agent('6001').becomesRegistered()
  await look('busy')
  await stateButton(app).click()
  await look('states')
  await app.desk.getByRole('menuitem', { name: app.words('state_rest'), exact: true }).press('ArrowRight')
  await expect(app.desk.getByText(app.words('state_rest_heading'), { exact: true })).toBeVisible()
  await look('states-rest')
  await app.desk.getByRole('menuitem', { name: app.words('rest_minutes', { minutes: 10 }) }).click()
  await app.expectState('state_rest')
  await look('rest')
  await app.goIdle()
  await look('idle')
  await app.desk.keyboard.press('Control+KeyK')
  await look('palette')
  await app.desk.keyboard.press('Escape')
  await app.desk
    .getByRole('navigation')
    .getByRole('button', { name: app.words('settings'), exact: true })
    .click()
  await look('settings')
  await app.desk.getByRole('heading', { name: app.words('settings_keys') }).scrollIntoViewIfNeeded()
  await look('settings-end')
  await app.desk
    .getByRole('navigation')
    .getByRole('button', { name: app.words('show_calls'), exact: true })
    .click()
}

async function lookInCall({ app, centre, look }: Scene): Promise<void> {
  const call = customerCalls(centre)
  await expectRinging(app)
  await look('ringing')
  await app.press('decline_ways')
  await look('ringing-decline')
  await app.desk.keyboard.press('Escape')
  await answer(app, call)
  await look('talking')
  await app.press('mute')
  await expect(app.button('unmute')).toBeVisible()
  await stateButton(app).click()
  await app.desk.getByRole('menuitem', { name: app.words('sign_out') }).click()
  await expect(app.button('ask_stay')).toBeVisible()
  await look('sign-out-question')
  await app.press('ask_stay')
  await app.electron.evaluate(({ app: electron }) => void setImmediate(() => electron.quit()))
  await expect(app.button('ask_quit_yes')).toBeVisible()
  await look('quit-question')
  await app.press('ask_stay')
  await app.press('hang_up')
  await app.expectState('state_wrap_up')
  await look('wrap-up')
  await app.press('state_finish_wrap_up')
  await app.expectState('state_idle')
}

/** What main itself says: in the tray, in the notification, and the alert window. */
async function lookFromOutside({ app, centre, desktop, look }: Scene): Promise<void> {
  const { language } = app.launch
  const other = await desktop.openOtherProgram()
  const call = customerCalls(centre, '销售')
  const alert = await alertOnScreen(app, desktop)
  await alert.waitUntilSeen()
  await look('alert', alert.page)
  const shown = await desktop.notifications.waitFor('销售')
  const { toolTip } = await desktop.tray.icon()
  const said = [shown.title, shown.body, toolTip, ...labelsOf(await desktop.tray.items())]
  expect.soft(strayIn(said, language, NAMES), 'stray words of main').toEqual([])
  await other.stop()
  call.hangUp()
  await alert.waitUntilGone()
  await app.desk.getByRole('button', { name: /138/ }).first().click()
  await look('missed')
}

async function lookInBarMode({ app, centre, look }: Scene): Promise<void> {
  await app.desk.keyboard.press('Control+Shift+KeyB')
  await expect(app.button('leave_bar_mode')).toBeVisible()
  await expect
    .poll(() => app.desk.evaluate(() => [innerWidth, innerHeight]), 'as small as it can be')
    .toEqual([360, 56])
  await look('bar')
  await stateButton(app).click()
  await look('bar-states')
  await stateButton(app).click()
  const call = customerCalls(centre)
  await expectRinging(app)
  await look('bar-ringing')
  await answer(app, call)
  await look('bar-talking')
  call.hangUp()
  await app.expectState('state_wrap_up')
  await app.press('leave_bar_mode')
}

async function lookInTrouble({ app, centre, look }: Scene): Promise<void> {
  await app.press('state_finish_wrap_up')
  await app.expectState('state_idle')
  centre.sip.faults.refuseRegister = 403
  centre.sip.faults.closeSockets('destroy')
  await expect(app.desk.getByText(app.words('notice_busy_line_down'))).toBeVisible({ timeout: 15_000 })
  await look('line-down')
}

/** Runs a command of the palette by what it is called in either language. */
async function command(app: App, text: string): Promise<void> {
  await app.desk.keyboard.press('Control+KeyK')
  await app.desk.keyboard.type(text)
  await app.desk.keyboard.press('Enter')
}

/** The first thing in the desk's banner. */
function stateButton(app: App) {
  return app.desk.getByRole('banner').getByRole('button').first()
}

function labelsOf(items: readonly MenuItem[]): readonly string[] {
  return items.flatMap((item) => [item.label, ...labelsOf(item.items)])
}
