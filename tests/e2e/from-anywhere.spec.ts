import { listenAt } from './fixtures/ears.ts'
import { alertOnScreen } from './fixtures/outside/alert-on-screen.ts'
import { CUSTOMER_HZ, customerCalls, expectBothHeard, expectRing, NUMBER } from './fixtures/outside/customer.ts'
import { watchBadge } from './fixtures/outside/desk-on-screen.ts'
import { expectHandsIn, workElsewhere } from './fixtures/outside/elsewhere.ts'
import { TRAY, waysOutside } from './fixtures/outside/hands-outside.ts'
import { hotkeyRow } from './fixtures/outside/hotkey-row.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

const WRITTEN = '138 0013 8000'
/** A key held down is sent again and again, so main takes two presses within 750 ms for one. */
const TWO_PRESSES_MS = 800

for (const transport of ['websocket', 'poll'] as const) {
  for (const [name, handsAt] of Object.entries(waysOutside)) {
    test(`a whole call by ${name}, over ${transport}`, async ({ centre, desktop, earshot }) => {
      const { app, other } = await workElsewhere({ centre, desktop, earshot }, { transport })
      const hands = handsAt(desktop)
      const headset = listenAt(desktop, 'headset')
      const call = customerCalls(centre)
      await expectRinging(app)

      await test.step('answered: both are heard', async () => {
        await hands.answer()
        expect(await call.talking).toBe(true)
        await expectBothHeard(call, headset)
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
      for (const text of [WRITTEN, 'Support', /\d\d:\d\d/]) await expect(alert.shows).toContainText(text)
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

test('every alert comes with a call, and goes with it', async ({ centre, desktop, earshot }) => {
  const { app, desk, alert, other } = await workElsewhere({ centre, desktop, earshot })
  const badge = await watchBadge(app)
  const headset = listenAt(desktop, 'headset')
  const call = customerCalls(centre)

  await test.step('alert window, notification, flash, ring', async () => {
    await alert.waitUntilSeen()
    const notification = await desktop.notifications.waitFor(NUMBER)
    expect(notification.body).toContain('Support')
    await expect.poll(desk.asksForAttention).toBe(true)
    await expectRing(headset)
  })

  await test.step('gone at once, and missed', async () => {
    const gone = await alert.watchGoing()
    const from = centre.journal.entries.length
    call.hangUp()
    const event = await centre.journal.waitFor(({ kind }) => kind === 'event', { from })
    expect((await gone()) - event.at).toBeLessThan(500)
    await alert.waitUntilGone()
    await expect.poll(desktop.notifications.open).toEqual([])
    await expect.poll(desk.asksForAttention).toBe(false)
    await headset.waitFor(null)
    await expect(app.desk.getByRole('button', { name: app.words('show_calls_missed', { count: 1 }) })).toBeVisible()
    expect(await badge()).toEqual([1])
  })

  await expectHandsIn(other, desktop)
})

for (const what of ['notification', 'alert window'] as const) {
  test(`a click on the ${what} opens the call`, async ({ centre, desktop, earshot }) => {
    const { app, desk, alert } = await workElsewhere({ centre, desktop, earshot }, { audio: 'fake' })
    const call = customerCalls(centre)
    const notification = await desktop.notifications.waitFor(NUMBER)
    await alert.waitUntilSeen()

    if (what === 'notification') await desktop.notifications.click(notification)
    else await alert.click('alert_open_desk')
    await desk.waitUntilInFront()
    await alert.waitUntilGone()
    await answer(app, call)
    await expect.poll(desktop.notifications.open).toEqual([])
  })
}

test('the tray shows what the agent is and what rings', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  const seen = new Set<string>()
  const isNew = ({ picture }: { readonly picture: string }) => seen.size < seen.add(picture).size
  const shows = async (words: string) => expect(isNew(await desktop.tray.waitForToolTip(words))).toBe(true)
  await shows(TRAY.states.offline)
  await app.signIn()
  await shows(TRAY.states.busy)
  await app.goIdle()
  await shows(TRAY.states.idle)
  const call = customerCalls(centre)
  await shows(`${TRAY.states.ringing} · ${NUMBER}`)
  await expect.poll(async () => isNew(await desktop.tray.icon()), 'the bell moves').toBe(true)
  await answer(app, call)
  await shows(`${TRAY.states.talking} · ${NUMBER}`)
  call.hangUp()
  await shows(TRAY.states['wrap-up'])
})

for (const [language, queue] of [
  ['en', 'Support'],
  ['zh-CN', '销售'],
] as const) {
  test(`the alert window in ${language}, light and dark`, async ({ centre, desktop, earshot }) => {
    const { app, alert } = await workElsewhere({ centre, desktop, earshot }, { language, audio: 'fake' })
    await app.press('settings')
    customerCalls(centre, queue)
    await alert.waitUntilSeen()

    for (const theme of ['light', 'dark'] as const) {
      await app.press(`theme_${theme}`)
      await expect(alert.page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(alert.shows).toContainText(queue)
      await expect(alert.page.getByRole('button', { name: app.words('decline') })).toBeVisible()
      await app.axe(alert.page)
      await app.shot(`from-anywhere-alert-${language}-${theme}`, alert.page)
    }
  })
}

for (const trouble of ['goAway', 'hang'] as const) {
  test(`with a notification daemon that is out (${trouble}) the others come, and the desk says so`, async ({
    centre,
    desktop,
    earshot,
  }) => {
    const { app, alert } = await workElsewhere({ centre, desktop, earshot })
    await desktop.notifications[trouble]()
    const headset = listenAt(desktop, 'headset')
    const call = customerCalls(centre)
    const failure = app.desk.getByText(app.words('alerts_failed_text', { ways: app.words('way_notification') }))

    await alert.waitUntilSeen()
    await expectRing(headset)
    await expect(failure).toBeVisible()
    await app.axe()
    await app.shot(`from-anywhere-notifications-${trouble}`)
    await alert.click('answer')
    await expectBothHeard(call, headset)
  })
}

test('a key that is taken is said, and another one proved by pressing it', async ({ centre, desktop, earshot }) => {
  await desktop.takeKeys('ctrl+alt+a')
  const app = await earshot.start({ audio: 'fake' })
  await comeToWork(app, centre)
  await app.press('settings')
  const { row, press } = hotkeyRow(app, 'answer')

  await test.step('taken', async () => {
    await expect(row).toContainText(app.words('hotkey_status_taken'))
    await app.axe()
    await app.shot('from-anywhere-key-taken')
  })

  await test.step('another one', async () => {
    await press('hotkey_change')
    await desktop.pressKey('ctrl+alt+b')
    await expect(row).toContainText('Ctrl+Alt+B')
    await expect(row).toContainText(app.words('hotkey_status_unproved'))
  })

  await test.step('proved from another program, which answers nothing', async () => {
    const call = customerCalls(centre)
    await expectRinging(app)
    await press('hotkey_test')
    await expect(row).toContainText(app.words('hotkey_press_now', { keys: 'Ctrl+Alt+B' }))
    await desktop.openOtherProgram()
    await desktop.pressKey('ctrl+alt+b')
    await expect(row).toContainText(app.words('hotkey_status_proved'))
    await expect(app.button('answer')).toBeVisible()
    expect(call.state).not.toBe('talking')
  })
})
