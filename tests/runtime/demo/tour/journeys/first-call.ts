import {
  asWritten,
  checkBothHeard,
  checkNobodyHeardBefore,
  expectEqual,
  expectRinging,
  finishWrapUp,
  type Guide,
} from '../guide.ts'
import { expect, patienceMs } from '../patience.ts'
import type { Check } from '../steps.ts'

const number = '13800138000'
const hz = 440

/** The product's main job, by mouse. */
export async function firstCall(guide: Guide): Promise<void> {
  const { app, centre, headset, step } = guide
  const call = await step('rings', 'A customer calls the queue', async (check) => {
    const calling = centre.customer({ number, tone: hz }).callQueue('Support')
    await check('the desk shows', () => expectRinging(guide, number))
    await check('a screen reader is told', () =>
      expect(app.desk.getByRole('alert').filter({ hasText: asWritten(number) })).toHaveCount(1),
    )
    await check('the ring sounds', () => expect.poll(() => headset.heard.at(-1)?.hz ?? null).not.toBe(null))
    return calling
  })

  await customersPage(guide)

  await step('answered', 'Answered by a click', async (check) => {
    await app.press('answer')
    await check('the platform says that they talk', async () => expect(await call.talking).toBe(true))
    await checkBothHeard(guide, check, call, hz)
    await checkNobodyHeardBefore(guide, check)
    await check('the desk says talking', () => app.expectState('state_talking', { timeout: patienceMs }))
  })

  await step('wrap-up', 'The agent hangs up', async (check) => {
    await app.press('hang_up')
    await check('ended', async () => expectEqual(await call.ended, 'agent-hung-up'))
    await check('the desk says wrap-up', () => app.expectState('state_wrap_up', { timeout: patienceMs }))
    await check('the headset is silent', () => headset.waitFor(null, { timeoutMs: patienceMs }))
  })

  await step('idle-again', 'Wrap-up is finished, idle again', (check) => finishWrapUp(guide, check))
}

async function customersPage({ app, centre, step }: Guide): Promise<void> {
  const open = async (check: Check) => {
    const { waitFor } = await centre.openCrm()
    await check('the CRM was asked', async () => {
      const { query } = await waitFor(({ path }) => path === '/customer', patienceMs)
      return expectEqual(query.callerNum ?? null, number)
    })
    await check('its page is there', () =>
      expect(app.desk.getByRole('tab', { selected: true }).filter({ hasText: 'Customer' })).toBeVisible(),
    )
    await check('nobody has answered yet', () => expect(app.button('answer')).toBeVisible())
  }
  await step('page', 'The customer’s page opens beside the call', open, 'screen')
  // A picture of the desk alone has no page in it.
  await app.press('pop_put_away')
}
