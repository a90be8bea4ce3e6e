import { CARLOS, CARLOS_HZ, expectOver, expectTheTwo } from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { customerCalls } from './fixtures/outside/customer.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const CARLOS_NAME = 'Carlos Ruiz'

/** The button of Carlos's row while it rings at his desk. */
function pickUp(app: App) {
  return app.desk.getByRole('button', { name: app.words('deed_pick_up', { name: CARLOS_NAME }), exact: true }).first()
}

async function toCarlos(app: App): Promise<void> {
  await app.button('directory').click()
  await app.desk.getByLabel(app.words('directory_search'), { exact: true }).fill(CARLOS)
  await expect(pickUp(app)).toBeVisible({ timeout: 15_000 })
}

test('a call that rings at a colleague’s is picked up from the directory', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ, queues: true })
  const call = customerCalls(centre)
  await carlos.hearsOf('AgentEvent_Ringing')
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')

  await toCarlos(app)
  await app.axe()
  await pickUp(app).click()

  expect(await call.talking).toBe(true)
  await carlos.hearsOf('AgentEvent_No_Answer')
  await app.expectState('state_talking')
  await expectTheTwo(headset, call)
  await app.shot('picked-up')
  await app.press('hang_up')
  expect(await call.ended).toBe('agent-hung-up')
  await expectOver(app, centre)
})

test('a call that somebody was quicker to answer is told of', async ({ centre, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ, queues: true })
  const call = customerCalls(centre)
  await carlos.hearsOf('AgentEvent_Ringing')
  const app = await earshot.start({ audio: 'fake' })
  await comeToWork(app, centre)
  await toCarlos(app)

  await app.desk.keyboard.press('Control+K')
  await app.desk.keyboard.type(`pick up ${CARLOS}`)
  await carlos.answer()
  await call.talking
  await app.desk.keyboard.press('Enter')

  const failed = app.desk.getByRole('alert').filter({ hasText: app.words('pick_up_failed') })
  await expect(failed.first()).toBeVisible()
  await app.expectState('state_idle')
})
