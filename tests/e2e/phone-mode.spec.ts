import type { Centre } from '../simulator/centre.ts'
import { CUSTOMER_HZ, customerCalls } from './fixtures/outside/customer.ts'
import { type App, expect, formOf, test } from './fixtures.ts'

const MOBILE = '13911112222'
const MOBILE_HZ = 660

test.use({ centreOptions: { timeouts: { noAnswerMs: 60_000, phoneAnswerMs: 60_000 } } })

test('a day at another phone: it rings, is picked up, and the desk does the rest', async ({ centre, earshot }) => {
  const mobile = centre.deskPhone({ number: MOBILE, tone: MOBILE_HZ, picksUp: 'by-hand' })
  const app = await earshot.start({ audio: 'none' })
  const agent = centre.agent('6001')

  await test.step('sign in with its number, and nothing else of a softphone', async () => {
    await signInElsewhere(app)
    await app.goIdle()
    await agent.becomes('idle')
    await expect(app.desk.getByRole('img', { name: app.words('health_well') })).toBeVisible()
    await app.axe()
    await app.shot('phone-mode-idle')
  })

  const call = customerCalls(centre)
  await test.step('the phone rings, and the desk says so', async () => {
    await mobile.rings()
    await expect(app.desk.getByText(app.words('pick_up_phone')).first()).toBeVisible()
    await app.axe()
    await app.shot('phone-mode-awaits')
  })

  await test.step('picked up and answered, both are heard', async () => {
    mobile.pickUp()
    await app.press('answer')
    expect(await call.talking).toBe(true)
    await Promise.all([call.hears.waitFor(MOBILE_HZ), mobile.hears.waitFor(CUSTOMER_HZ)])
    await app.expectState('state_talking')
    await expect(app.desk.getByText(app.words('pick_up_phone'))).toHaveCount(0)
    await app.shot('phone-mode-talking')
  })

  await test.step('the desk hangs up', async () => {
    await app.press('hang_up')
    expect(await call.ended).toBe('agent-hung-up')
    await expect.poll(() => mobile.state).toBe('at-rest')
  })

  expect(sipOf(centre), 'nothing registered, nothing called by SIP').toEqual([])
  expect(agent.registered).toBe(false)
})

test('the last choice of phone stands, and the softphone is chosen by signing in again', async ({
  centre,
  earshot,
}) => {
  centre.deskPhone({ number: MOBILE })
  const app = await earshot.start()
  await signInElsewhere(app)
  await app.desk.getByRole('banner').getByRole('button').first().click()
  await app.desk.getByRole('menuitem', { name: app.words('sign_out') }).click()

  await expect(app.desk.getByLabel(app.words('agent_phone_number'))).toHaveValue(/139 1111 2222/)
  await app.press('agent_phone_softphone')
  await app.signIn()

  await centre.agent('6001').becomesRegistered()
})

async function signInElsewhere(app: App): Promise<void> {
  const { workNumber, password } = formOf()
  const field = (key: string) => app.desk.getByLabel(app.words(key), { exact: true })
  await app.press('agent_phone_other')
  await field('work_number').fill(workNumber)
  await field('password').fill(password)
  await field('agent_phone_number').fill('139 1111 2222')
  await expect(field('softphone_password')).toHaveCount(0)
  await app.shot('phone-mode-sign-in')
  await app.press('sign_in')
  await app.expectState('state_busy', { timeout: 15_000 })
}

function sipOf({ journal }: Centre): readonly string[] {
  return journal.entries.filter(({ plane, kind }) => plane === 'sip' && kind === 'message').map(({ name }) => name)
}
