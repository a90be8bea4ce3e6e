import type { Centre } from '../simulator/centre.ts'
import { listenAt } from './fixtures/ears.ts'
import { alertOnScreen } from './fixtures/outside/alert-on-screen.ts'
import { customerCalls, expectBothHeard, expectRing } from './fixtures/outside/customer.ts'
import { deskOnScreen } from './fixtures/outside/desk-on-screen.ts'
import { askToQuit, type Ending, endingOf } from './fixtures/outside/ending.ts'
import { TRAY } from './fixtures/outside/hands-outside.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

/** What the window manager does with the window in front. */
const CLOSE = 'alt+F4'
const GONE_WITHIN_MS = 5_000

test('a second start brings the first to the front and ends', async ({ desktop, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  const desk = await deskOnScreen(desktop)

  await test.step('from behind another program', async () => {
    await desktop.openOtherProgram()
    expect(await app.startAgain()).toBe(0)
    await desk.waitUntilInFront()
  })

  await test.step('from the tray', async () => {
    await desktop.pressKey(CLOSE)
    await expect.poll(desk.isSeen).toBe(false)
    expect(await app.startAgain()).toBe(0)
    await desk.waitUntilInFront()
  })

  expect(desktop.tray.count()).toBe(1)
})

test('a closed window goes on in the tray: calls ring, and the tray brings it back', async ({
  centre,
  desktop,
  earshot,
}) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const desk = await deskOnScreen(desktop)
  const alert = await alertOnScreen(app, desktop)
  const headset = listenAt(desktop, 'headset')

  await test.step('closed', async () => {
    await desktop.pressKey(CLOSE)
    await expect.poll(desk.isSeen).toBe(false)
    expect(desktop.tray.count()).toBe(1)
    await desktop.tray.waitForToolTip(TRAY.states.idle)
    expect(centre.agent('6001')).toMatchObject({ signedIn: true, registered: true, state: 'idle' })
  })

  await test.step('a call rings, and is answered while the desk is closed', async () => {
    const call = customerCalls(centre)
    await alert.waitUntilSeen()
    await expectRing(headset)
    await alert.click('answer')
    await expectBothHeard(call, headset)
    expect(await desk.isSeen()).toBe(false)
  })

  await test.step('the tray brings it back, with the call', async () => {
    await desktop.tray.click(TRAY.open)
    await desk.waitUntilInFront()
    await expect(app.button('hang_up')).toBeEnabled()
    await desktop.pressKey(CLOSE)
    await expect.poll(desk.isSeen).toBe(false)
    await desktop.tray.activate()
    await desk.waitUntilInFront()
  })
})

for (const transport of ['websocket', 'poll'] as const) {
  test(`quitting in a call asks first, over ${transport}`, async ({ centre, desktop, earshot }) => {
    const app = await earshot.start({ transport })
    await comeToWork(app, centre)
    const desk = await deskOnScreen(desktop)
    const headset = listenAt(desktop, 'headset')
    const call = customerCalls(centre)
    await expectRinging(app)
    await answer(app, call)
    await expectBothHeard(call, headset)
    const question = app.desk.getByRole('alert', { name: app.words('ask_quit_title') })

    await test.step('asked in the desk, which comes to the front; the call goes on', async () => {
      await desktop.openOtherProgram()
      await desktop.tray.click(TRAY.quit)
      await desk.waitUntilInFront()
      await expect(question).toBeVisible()
      await app.axe()
      await app.shot(`one-app-${transport}-quit`)
      await app.press('ask_stay')
      await expect(question).toHaveCount(0)
      await expectBothHeard(call, headset)
      expect(call.state).toBe('talking')
    })

    await test.step('confirmed: the call is ended, the agent signed out, the line unregistered', async () => {
      await askToQuit(app)
      await expect(question).toBeVisible()
      const ending = await endingOf(app, () => app.press('ask_quit_yes'))
      await expectLeft(centre, ending)
      expect(await call.ended).toBe('agent-hung-up')
      expect(await call.leg?.ended).toMatchObject({ by: expect.stringMatching(/phone|centre/) })
      await expect.poll(desktop.tray.count).toBe(0)
    })
  })

  test(`quitting outside a call signs out without asking, over ${transport}`, async ({ centre, desktop, earshot }) => {
    const app = await earshot.start({ transport, audio: 'fake' })
    await comeToWork(app, centre)

    await expectLeft(centre, await endingOf(app, () => desktop.tray.click(TRAY.quit)))
    expect(desktop.tray.count()).toBe(0)
  })
}

test('a call that ends by itself takes the question with it', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  await comeToWork(app, centre)
  const call = customerCalls(centre)
  await expectRinging(app)
  await answer(app, call)
  await desktop.tray.click(TRAY.quit)
  const question = app.desk.getByRole('alert', { name: app.words('ask_quit_title') })
  await expect(question).toBeVisible()

  call.hangUp()
  await expect(question).toHaveCount(0)
  await app.expectState('state_wrap_up')
})

test('a gateway and a server that do not answer keep nobody from going home', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  await comeToWork(app, centre)
  centre.faults.setDeaf(true)
  centre.faults.sip.deaf = true

  const { code, afterMs } = await endingOf(app, () => askToQuit(app))
  expect(code).toBe(0)
  expect(afterMs).toBeLessThan(GONE_WITHIN_MS)
})

/** At the gateway, at the SIP server, and on this machine. */
async function expectLeft(centre: Centre, { code, afterMs }: Ending): Promise<void> {
  expect(code).toBe(0)
  expect(afterMs).toBeLessThan(GONE_WITHIN_MS)
  expect(centre.agent('6001')).toMatchObject({ signedIn: false, registered: false, state: 'signed-out' })
}
