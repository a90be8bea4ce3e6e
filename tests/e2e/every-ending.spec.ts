import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const NUMBER = '13800138001'

test.use({ centreOptions: { timeouts: { noAnswerMs: 1_500 } } })

for (const transport of ['websocket', 'poll'] as const) {
  test(`every ending of a call that is talking, over ${transport}`, async ({ centre, earshot }) => {
    const app = await earshot.start({ transport, audio: 'fake' })
    await comeToWork(app, centre)
    const customer = centre.customer({ number: NUMBER, tone: 440 })

    await test.step('the customer hangs up first', async () => {
      const call = customer.callQueue('Support')
      await expectRinging(app)
      await answer(app, call)
      call.hangUp()
      await expectEnded(app, 'end_customer_hung_up')
      await app.shot(`endings-${transport}-customer-hung-up`)
      await backToIdle(app)
    })

    await test.step('the platform ends it', async () => {
      const call = customer.callQueue('Support')
      await expectRinging(app)
      await answer(app, call)
      centre.agent('6001').endCall()
      await expectEnded(app, 'end_by_platform')
      await app.axe()
    })

    await expect(missed(app)).toHaveCount(0)
  })

  test(`every ending of a call that only rings, over ${transport}`, async ({ centre, earshot }) => {
    const app = await earshot.start({ transport, audio: 'fake' })
    await comeToWork(app, centre)
    const customer = centre.customer({ number: NUMBER, tone: 440 })

    await test.step('the customer gives up: gone at once, and listed as missed', async () => {
      const call = customer.callQueue('Support')
      await expectRinging(app)
      call.hangUp()
      await expect(app.button('answer')).toHaveCount(0)
      await expect(app.callBar()).toContainText(app.words('end_customer_gave_up'))
      await expect(missed(app)).toHaveCount(1)
      await app.expectState('state_idle')
      await app.shot(`endings-${transport}-gave-up`)
    })

    await test.step('the agent declines it for good: the customer is released, the agent stays idle', async () => {
      const call = customer.callQueue('Support')
      await expectRinging(app)
      await decline(app, 'decline_release')
      await call.ended
      await expect(app.callBar()).toContainText(app.words('end_declined'))
      await app.expectState('state_idle')
    })

    await test.step('the agent sends it back: the customer waits, the agent is busy and told why', async () => {
      const call = customer.callQueue('Support')
      await expectRinging(app)
      await decline(app, 'decline_requeue')
      await app.expectState('state_busy')
      await expect(app.desk.getByText(app.words('notice_busy_declined'))).toBeVisible()
      expect(call.state).not.toBe('ended')
      await app.axe()
      call.hangUp()
    })

    await test.step('idle again settles the notice', async () => {
      await app.goIdle()
      await expect(app.desk.getByText(app.words('notice_busy_declined'))).toHaveCount(0)
    })

    await test.step('nobody answers: missed, busy, and told why no calls come', async () => {
      customer.callQueue('Support')
      await expectRinging(app)
      await app.expectState('state_busy', { timeout: 10_000 })
      await expect(app.desk.getByText(app.words('notice_busy_not_answered'))).toBeVisible()
      await expect(app.callBar()).toContainText(app.words('end_not_answered'))
      await expect(missed(app)).toHaveCount(2)
      await app.axe()
      await app.shot(`endings-${transport}-not-answered`)
    })
  })
}

/** Each missed call can be called back. */
function missed(app: App) {
  return app.desk.getByRole('button', { name: new RegExp(app.words('call_back', { who: '.*' })) })
}

async function decline(app: App, way: 'decline_requeue' | 'decline_release'): Promise<void> {
  await app.press('decline_ways')
  await app.desk.getByRole('menuitem', { name: app.words(way) }).click()
}

async function expectEnded(app: App, how: string): Promise<void> {
  await expect(app.callBar()).toContainText(app.words(how))
  await app.expectState('state_wrap_up')
}

async function backToIdle(app: App): Promise<void> {
  await app.press('state_finish_wrap_up')
  await app.expectState('state_idle')
}
