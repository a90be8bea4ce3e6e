import { CARLOS, CARLOS_HZ, expectHeard } from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ, NUMBER } from './fixtures/outside/customer.ts'
import { comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

test('a colleague calls, and is called back', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ })
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')

  await test.step('called, and answered', async () => {
    await carlos.ask('PUT', 'voicecall', 'callinner', { called: '6001' })
    await expectRinging(app)
    await expect(app.callBar()).toContainText(CARLOS)
    await app.press('answer')
    await expectHeard(headset, [CARLOS_HZ], [[carlos, [AGENT_HZ]]])
    await app.axe()
    await app.shot('colleague-calls')
    await carlos.hangUp()
    await app.expectState('state_wrap_up')
  })

  await test.step('called back', async () => {
    await app.press('state_finish_wrap_up')
    await app.expectState('state_idle')
    await app.press('dial_options')
    await app.press('dial_kind_agent')
    await app.desk.keyboard.press('Escape')
    const field = app.desk.getByLabel(app.words('work_number_to_call'), { exact: true })
    await field.fill(CARLOS)
    await field.press('Enter')
    await carlos.answer()
    await expectHeard(headset, [CARLOS_HZ], [[carlos, [AGENT_HZ]]])
    await app.press('hang_up')
    await centre.agent(CARLOS).becomes('idle')
  })
})

test('asked into a colleague’s call', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ, queues: true })
  const customer = centre.customer({ number: NUMBER, tone: CUSTOMER_HZ })
  const bob = customer.callQueue('Support')
  await carlos.answer()
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')

  await carlos.ask('POST', 'voicecall', 'innerhelp', { dstaddress: '6001', mode: 2 })
  await expectRinging(app)
  await app.press('answer')

  await expectHeard(
    headset,
    [CUSTOMER_HZ, CARLOS_HZ],
    [
      [carlos, [CUSTOMER_HZ, AGENT_HZ]],
      [bob, [CARLOS_HZ, AGENT_HZ]],
    ],
  )
  await app.axe()
  await app.shot('colleague-asks')
  await app.press('hang_up')
  await expectHeard(
    headset,
    [],
    [
      [carlos, [CUSTOMER_HZ]],
      [bob, [CARLOS_HZ]],
    ],
  )
})
