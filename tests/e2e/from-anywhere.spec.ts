import { wordsIn } from '#main/desktop/words/words.ts'
import type { Centre } from '../simulator/centre.ts'
import type { CustomerCall } from '../simulator/customers/customer.ts'
import type { Desktop } from '../support/desktop/desktop.ts'
import { listenAt } from './fixtures/ears.ts'
import { alertOnScreen } from './fixtures/outside/alert-on-screen.ts'
import { CUSTOMER_HZ, expectBothHeard, expectHandsIn } from './fixtures/outside/elsewhere.ts'
import { comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

const NUMBER = '13800138000'
/** A key held down is sent again and again, so main takes two presses within 750 ms for one. */
const TWO_PRESSES_MS = 800

const tray = wordsIn('en')

/** One way of doing what a call needs without the desk. */
type Hands = Readonly<Record<'answer' | 'mute' | 'unmute' | 'hangUp', () => Promise<void>>>

const ways: Readonly<Record<string, (desktop: Desktop) => Hands>> = {
  'keys pressed in another program': ({ pressKey }) => ({
    answer: () => pressKey('ctrl+alt+a'),
    mute: () => pressKey('ctrl+alt+m'),
    unmute: () => pressKey('ctrl+alt+m'),
    hangUp: () => pressKey('ctrl+alt+h'),
  }),
  "the tray's menu": ({ tray: { click } }) => ({
    answer: () => click(tray.answer),
    mute: () => click(tray.mute),
    unmute: () => click(tray.unmute),
    hangUp: () => click(tray.hangUp),
  }),
}

for (const transport of ['websocket', 'poll'] as const) {
  for (const [name, handsAt] of Object.entries(ways)) {
    test(`a whole call by ${name}, over ${transport}`, async ({ centre, desktop, earshot }) => {
      const app = await earshot.start({ transport })
      await comeToWork(app, centre)
      const hands = handsAt(desktop)
      const other = await desktop.openOtherProgram()
      const headset = listenAt(desktop, 'headset')
      const call = customerCalls(centre)
      await expectRinging(app)
      await desktop.tray.waitForToolTip(tray.states.ringing)

      await test.step('answered: both are heard', async () => {
        await hands.answer()
        expect(await call.talking).toBe(true)
        await expectBothHeard(call, headset)
        await desktop.tray.waitForToolTip(tray.states.talking)
      })

      await test.step('muted: the customer hears nothing, the agent goes on hearing', async () => {
        await hands.mute()
        await call.hears.waitFor(null, { forMs: TWO_PRESSES_MS })
        await expect(app.button('unmute')).toBeVisible()
        await headset.waitFor(CUSTOMER_HZ)
      })

      await test.step('unmuted: heard again', async () => {
        await hands.unmute()
        await call.hears.waitFor(AGENT_HZ)
      })

      await test.step('hung up', async () => {
        await hands.hangUp()
        expect(await call.ended).toBe('agent-hung-up')
        await app.expectState('state_wrap_up')
      })

      await expectHandsIn(other, desktop)
    })
  }

  test(`the alert window answers and declines by mouse, over ${transport}`, async ({ centre, desktop, earshot }) => {
    const app = await earshot.start({ transport })
    await comeToWork(app, centre)
    const alert = await alertOnScreen(app, desktop)
    const headset = listenAt(desktop, 'headset')
    const first = customerCalls(centre)
    await expectRinging(app)
    expect(await alert.isSeen()).toBe(false)
    const other = await desktop.openOtherProgram()

    await test.step('it says who, which queue and for how long', async () => {
      await alert.waitUntilSeen()
      await expect(alert.shows).toContainText('138 0013 8000')
      await expect(alert.shows).toContainText('Support')
      await expect(alert.shows.getByRole('timer')).toContainText(/\d\d:\d\d/)
      await app.axe(alert.page)
      await expectHandsIn(other, desktop)
    })

    await test.step('answer', async () => {
      await alert.click('answer')
      expect(await first.talking).toBe(true)
      await alert.waitUntilGone()
      await expectBothHeard(first, headset)
      first.hangUp()
      await app.expectState('state_wrap_up')
      await app.press('state_finish_wrap_up')
      await app.expectState('state_idle')
    })

    await test.step('decline: the customer goes back to the queue', async () => {
      const call = customerCalls(centre)
      await alert.waitUntilSeen()
      await alert.click('decline')
      await alert.waitUntilGone()
      await app.expectState('state_busy')
      expect(call.state).not.toBe('ended')
      call.hangUp()
    })

    await expectHandsIn(other, desktop)
  })
}

function customerCalls(centre: Centre): CustomerCall {
  return centre.customer({ number: NUMBER, tone: CUSTOMER_HZ }).callQueue('Support')
}
