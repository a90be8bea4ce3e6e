import type { Centre } from '../simulator/centre.ts'
import { listenAt } from './fixtures/ears.ts'
import { customerCalls, expectBothHeard } from './fixtures/outside/customer.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const name = (en: string, chinese: string) => ({ en, 'zh-CN': chinese })
const site = {
  busyReasons: { 201: name('Team meeting', '班组会议'), 202: name('Training', '培训') },
  restReasons: { 1: name('Lunch', '午餐') },
  wrapUpSeconds: 60,
  restApprovalSeconds: 1,
}

test.use({
  centreOptions: {
    timeouts: { noAnswerMs: 60_000, restSecondMs: 5 },
    queues: [
      { id: 1, name: 'Support', accessCode: '4001', maxWrapUpMs: 60_000 },
      { id: 2, name: '销售', accessCode: '4002', maxWrapUpMs: 1_000 },
    ],
  },
})

test('reasons, and a rest that counts down, is extended and reminds', async ({ centre, earshot }) => {
  const app = await earshot.start({ site })
  const agent = centre.agent('6001')
  await comeToWork(app, centre)

  await test.step('busy with the site’s own reason', async () => {
    await openStateMenu(app)
    await item(app, 'state_busy_with_reason').press('ArrowRight')
    await app.desk.getByRole('menuitem', { name: 'Training' }).click()
    await agent.becomes('busy')
    expect(agent.reason).toBe(202)
    await expect(stateMenu(app)).toContainText('Training')
  })

  await test.step('a rest with its reason, from the palette, in the other language', async () => {
    await choose(app, '午餐 10')
    await app.expectState('state_rest')
    expect(agent).toMatchObject({ state: 'rest', reason: 1 })
    await expect(timeLeft(app, 'agent_rest_ends')).toContainText('09:5')
  })

  await test.step('five minutes more', async () => {
    await app.desk.getByRole('button', { name: app.words('agent_extend_rest', { minutes: 5 }) }).click()
    await expect(timeLeft(app, 'agent_rest_ends')).toContainText('14:5')
    await app.axe()
    await app.shot('agent-day-rest')
  })

  await test.step('the reminder ends nothing', async () => {
    await expect(app.desk.getByText(app.words('notice_rest_over'))).toBeVisible()
    expect(agent.state).toBe('rest')
    await app
      .callBar()
      .getByRole('button', { name: app.words('go_idle') })
      .click()
    await agent.becomes('idle')
    await expect(app.desk.getByText(app.words('notice_rest_over'))).toBeHidden()
  })
})

test('what comes after the call is chosen in it, taken back, chosen again and kept', async ({ centre, earshot }) => {
  const app = await earshot.start({ site })
  const agent = centre.agent('6001')
  await comeToWork(app, centre)
  const call = customerCalls(centre)
  await expectRinging(app)
  await answer(app, call)

  await choose(app, 'busy meeting')
  const next = app.words('agent_next_busy_reason', { reason: 'Team meeting' })
  await expect(stateMenu(app)).toContainText(next)
  await app.axe()
  await app.shot('agent-day-next')
  await app.desk.getByRole('button', { name: app.words('agent_take_back_next', { next }) }).click()
  await expect(stateMenu(app)).not.toContainText(next)

  await choose(app, 'rest 25')
  await expect(stateMenu(app)).toContainText(app.words('agent_next_rest', { minutes: 25 }))
  call.hangUp()
  await agent.becomes('rest')
  await app.expectState('state_rest')
  await expect(timeLeft(app, 'agent_rest_ends')).toContainText('24:5')

  await test.step('the day is counted, and survives a restart', async () => {
    await app.quit()
    const again = await earshot.start({ site, after: app.launch })
    await again.signIn()
    await expect(figure(again, 'agent_day_calls')).toHaveText('1')
    await again.shot('agent-day-home')
  })
})

test('a wrap-up ends where the queue says, unless more time is taken', async ({ centre, earshot }) => {
  const app = await earshot.start({ site })
  const agent = centre.agent('6001')
  await comeToWork(app, centre)

  await wrapUpAfterCall(app, centre, 'Support')
  await expect(timeLeft(app, 'agent_wrap_up_ends')).toBeVisible()
  await app.press('agent_extend_wrap_up')
  await expect(timeLeft(app, 'agent_wrap_up_ends')).toBeHidden()
  await app.expectState('state_wrap_up')
  await app.press('state_finish_wrap_up')
  await agent.becomes('idle')

  await wrapUpAfterCall(app, centre, '销售')
  await agent.becomes('idle')
  await app.expectState('state_idle')
})

test('a rest that needs approval is asked for, told when it does not come, withdrawn, and granted', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ site })
  const agent = centre.agent('6001')
  centre.behaviour.restApproval = 'by-hand'
  await comeToWork(app, centre)
  const asked = app.words('agent_asked_rest')

  await choose(app, 'rest 10')
  await expect(stateMenu(app)).toContainText(asked)
  await app.expectState('state_idle')
  await expect(app.desk.getByText(app.words('notice_rest_not_granted'))).toBeVisible()
  await app.shot('agent-day-asked')

  await app.desk.getByRole('button', { name: app.words('agent_take_back_next', { next: asked }) }).click()
  await expect(stateMenu(app)).not.toContainText(asked)
  await expect(app.desk.getByText(app.words('notice_rest_not_granted'))).toBeHidden()
  expect(agent.grantRest()).toBe('100-009')

  await choose(app, 'rest 10')
  await expect(stateMenu(app)).toContainText(asked)
  expect(agent.grantRest()).toBe('0')
  await app.expectState('state_rest')
  await expect(timeLeft(app, 'agent_rest_ends')).toContainText('09:5')
})

test('queues are left and taken up, and calls are answered by themselves', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start({ site })
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')

  await test.step('a call of a queue that was left waits', async () => {
    await app.press('agent_skills_change')
    const dialog = app.desk.getByRole('dialog', { name: app.words('agent_skills_title') })
    await dialog.getByRole('checkbox', { name: 'Support' }).uncheck()
    await app.axe()
    await app.shot('agent-day-queues')
    await dialog.getByRole('button', { name: app.words('agent_skills_save'), exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(app.desk.getByRole('article')).not.toContainText('Support')
  })

  await test.step('calls are answered by themselves', async () => {
    await choose(app, app.words('agent_auto_answer_on'))
    await expect(app.desk.getByText(app.words('agent_yes'), { exact: true })).toBeVisible()
    const waiting = customerCalls(centre, 'Support')
    const call = centre.customer({ number: '13900139000', tone: 440 }).callQueue('销售')
    expect(await call.talking).toBe(true)
    await expectBothHeard(call, headset)
    expect(waiting.state).toBe('queued')
    call.hangUp()
    waiting.hangUp()
  })
})

const stateMenu = (app: App) => app.desk.getByRole('banner').getByRole('button').first()
const item = (app: App, key: string) => app.desk.getByRole('menuitem', { name: app.words(key), exact: true })
const timeLeft = (app: App, key: string) => app.desk.getByRole('timer', { name: app.words(key) })
const figure = (app: App, key: string) =>
  app.desk
    .getByRole('region', { name: app.words('agent_day') })
    .getByRole('term')
    .filter({ hasText: app.words(key) })
    .locator('+ dd')

async function openStateMenu(app: App): Promise<void> {
  await stateMenu(app).click()
  await expect(item(app, 'state_busy_with_reason')).toBeVisible()
}

/** Through the palette: the first that is found. */
async function choose(app: App, text: string): Promise<void> {
  await app.desk.keyboard.press('Control+k')
  const field = app.desk.getByRole('combobox', { name: app.words('palette') })
  await field.fill(text)
  await expect(app.desk.getByRole('option').first()).toBeVisible()
  await field.press('Enter')
}

async function wrapUpAfterCall(app: App, centre: Centre, queue: string): Promise<void> {
  const call = customerCalls(centre, queue)
  await expectRinging(app)
  await answer(app, call)
  call.hangUp()
  await centre.agent('6001').becomes('wrap-up')
}
