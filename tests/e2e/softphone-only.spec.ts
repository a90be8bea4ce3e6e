import { listenAt } from './fixtures/ears.ts'
import { answer, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

const CALLER_HZ = 440
const CALLED_HZ = 620

test('a plain softphone registers, rings, answers, hangs up and dials out', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start({ gateway: false })

  await test.step('a wrong password is told', async () => {
    await app.trySignIn({ softphonePassword: 'wrong' })
    await expect(app.desk.getByText(app.words('sign_in_wrong_credentials'))).toBeVisible({ timeout: 10_000 })
  })

  await test.step('it registers', async () => {
    await app.signIn()
    await centre.agent('6001').becomesRegistered()
    await app.expectState('state_idle')
    await app.axe()
    await app.shot('softphone-only-idle')
  })
  const headset = listenAt(desktop, 'headset')

  await test.step('it rings, answers, and both are heard', async () => {
    const call = centre.customer({ number: '13800138000', tone: CALLER_HZ }).callPhone('67470001')
    await expectRinging(app)
    await app.axe()
    await answer(app, call)
    await Promise.all([call.hears.waitFor(AGENT_HZ), headset.waitFor(CALLER_HZ)])
    await app.press('hang_up')
    await call.ended
    await app.expectState('state_idle')
    await expect(app.callBar()).toContainText(app.words('end_agent_hung_up'))
  })

  await test.step('who gives up is missed', async () => {
    const call = centre.customer({ number: '13800138002', tone: CALLER_HZ }).callPhone('67470001')
    await expectRinging(app)
    call.hangUp()
    await expect(app.callBar()).toContainText(app.words('end_customer_gave_up'))
  })

  await test.step('it dials out, and both are heard', async () => {
    const called = centre.customer({ number: '10086', tone: CALLED_HZ, ringMs: 300 })
    const next = called.nextCall()
    await dial(app, '10086')
    const call = await next
    expect(await call.talking).toBe(true)
    await app.expectState('state_talking')
    await Promise.all([call.hears.waitFor(AGENT_HZ), headset.waitFor(CALLED_HZ)])
    await app.shot('softphone-only-talking')
    call.hangUp()
    await expect(app.callBar()).toContainText(app.words('end_customer_hung_up'))
    await app.expectState('state_idle')
  })
})

async function dial(app: Parameters<typeof expectRinging>[0], number: string): Promise<void> {
  await app.desk.getByLabel(app.words('number_to_call')).fill(number)
  await app.desk.keyboard.press('Enter')
}
