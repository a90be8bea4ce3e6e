import { asWritten, expectEqual, expectRinging, type Guide } from '../guide.ts'
import { expect, patienceMs } from '../patience.ts'

const declined = '13700137002'
const impatient = '13600136003'

/** Calls that are never talked in. */
export async function notTaken(guide: Guide): Promise<void> {
  const { app, centre, headset, step } = guide
  await step('declined', 'A third is declined', async (check) => {
    const call = centre.customer({ number: declined, tone: 330 }).callQueue('Support')
    await check('the desk shows', () => expectRinging(guide, declined))
    await app.press('decline')
    await check('the agent is busy', () => app.expectState('state_busy', { timeout: patienceMs }))
    await check('and told why', () => expect(app.desk.getByText(app.words('notice_busy_declined'))).toBeVisible())
    await check('the customer waits for a colleague', () => expect(call.state).not.toBe('ended'))
    call.hangUp()
  })

  await step('missed', 'Idle again, a fourth gives up while it rings', async (check) => {
    await app.goIdle()
    const call = centre.customer({ number: impatient, tone: 330 }).callQueue('Support')
    await check('the desk shows', () => expectRinging(guide, impatient))
    call.hangUp()
    await check('it stops ringing', () => expect(app.button('answer')).toHaveCount(0))
    await check('the headset is silent', () => headset.waitFor(null, { timeoutMs: patienceMs }))
    await check('ended', async () => expectEqual(await call.ended, 'customer-gave-up'))
    await check('the call bar says why', () => expect(app.callBar()).toContainText(app.words('end_customer_gave_up')))
    await check('it is listed as missed', () => expect(missedCall(guide)).toHaveCount(1))
    await check('the agent is idle', () => app.expectState('state_idle', { timeout: patienceMs }))
  })
}

/** A missed call can be called back. */
function missedCall({ app }: Guide) {
  const [before, after] = app.words('call_back', { who: '|' }).split('|')
  return app.desk.getByRole('button', { name: new RegExp(`${before}${asWritten(impatient).source}${after}`) })
}
