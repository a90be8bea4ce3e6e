import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

for (const transport of ['websocket', 'poll'] as const) {
  test(`gateway up and line down: taken out of the queue, told, and brought back, over ${transport}`, async ({
    centre,
    earshot,
  }) => {
    const app = await earshot.start({ transport, audio: 'fake' })
    await comeToWork(app, centre)

    await test.step('the registrar is gone', async () => {
      centre.faults.sip.refuseRegister = 503
      centre.faults.sip.closeSockets('destroy')
      await centre.agent('6001').becomes('busy', 20_000)
      await app.expectState('state_busy')
      await expect(app.desk.getByText(app.words('notice_busy_line_down'))).toBeVisible()
      await app.axe()
      await app.shot(`line-down-${transport}`)
    })

    await test.step('and back: idle again, and the next call rings', async () => {
      centre.faults.sip.refuseRegister = null
      await centre.agent('6001').becomes('idle', 30_000)
      await app.expectState('state_idle')
      await expect(app.desk.getByText(app.words('notice_line_back'))).toBeVisible()
      const call = centre.customer({ number: '13800138000' }).callQueue('Support')
      await expectRinging(app)
      await answer(app, call)
    })
  })

  test(`line up and gateway down: told, and back in the same session, over ${transport}`, async ({
    centre,
    earshot,
  }) => {
    const app = await earshot.start({ transport, audio: 'fake' })
    await comeToWork(app, centre)
    const call = centre.customer({ number: '13800138000' }).callQueue('Support')
    await expectRinging(app)
    await answer(app, call)

    await test.step('the gateway is gone in the middle of a call, which goes on', async () => {
      centre.faults.refuseConnections(true)
      await expect(app.desk.getByRole('banner').getByText(app.words('gateway_reconnecting')).first()).toBeVisible({
        timeout: 20_000,
      })
      await app.axe()
      await app.shot(`gateway-down-${transport}`)
      expect(call.state).toBe('talking')
    })

    await test.step('and back: the call is the same, and can be ended', async () => {
      centre.faults.refuseConnections(false)
      await expect(app.desk.getByRole('banner').getByText(app.words('gateway_reconnecting')).first()).toHaveCount(0, {
        timeout: 20_000,
      })
      await app.expectState('state_talking')
      await app.press('hang_up')
      expect(await call.ended).toBe('agent-hung-up')
      await app.expectState('state_wrap_up')
    })
  })
}
