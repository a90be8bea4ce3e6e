import { listenAt } from './fixtures/ears.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, test } from './fixtures.ts'

const CUSTOMER_HZ = 440
const LABEL = 'Office headset microphone'
/** "At once", on a machine that is busy with other things. */
const AT_ONCE_MS = 3_000

test('a machine without sound says so, and nobody goes idle without being warned', async ({ desktop, earshot }) => {
  const app = await earshot.start({ audio: 'none' })

  await test.step('asked at sign-in to take calls right away: busy, and told why', async () => {
    await app.signIn({ goIdle: true })
    await expectSaid(app, 'microphone_missing', app.words('microphone_missing_text'))
    await expect(warning(app)).toBeVisible()
    await app.expectState('state_busy')
    await app.axe()
    await app.shot('no-microphone-none')
  })

  await test.step('asked from the tray: the desk comes to the front and says it', async () => {
    await notices(app)
      .getByRole('button', { name: app.words('dismiss') })
      .click()
    await expect(warning(app)).toHaveCount(0)
    await desktop.openOtherProgram()
    await desktop.tray.click('Go idle')
    await expect(warning(app)).toBeVisible()
    await expect.poll(async () => (await desktop.focusedWindow())?.title).toBe(app.words('app_name'))
    await app.expectState('state_busy')
  })

  await test.step('asked in the desk: warned in place, and free to do it all the same', async () => {
    await chooseIdle(app)
    await expect(question(app)).toContainText(app.words('ask_idle_no_microphone_text'))
    await app.axe()
    await app.shot('no-microphone-question')
    await app.press('cancel')
    await expect(question(app)).toHaveCount(0)
    await app.expectState('state_busy')
    await chooseIdle(app)
    await app.press('ask_idle_anyway')
    await app.expectState('state_idle')
    await expect(warning(app)).toHaveCount(0)
  })
})

test('a microphone that comes later is taken, and the wish to be idle with it', async ({ desktop, earshot }) => {
  await desktop.sound.unplugMicrophone()
  const app = await earshot.start()
  await app.signIn({ goIdle: true })
  await expectSaid(app, 'microphone_missing', app.words('microphone_missing_text'))
  await expect(warning(app)).toBeVisible()

  await desktop.sound.plugMicrophone()

  await expectWell(app)
  await app.expectState('state_idle', { timeout: 10_000 })
  await expect(warning(app)).toHaveCount(0)
})

test('a microphone that is refused is told with what to do', async ({ earshot }) => {
  // Chromium's own switch for a person, or a system, that says no.
  const app = await earshot.start({ args: ['--use-fake-ui-for-media-stream=deny'] })
  await app.signIn()

  await expectSaid(app, 'microphone_refused', app.words('microphone_refused_text'))
  await chooseIdle(app)
  await expect(question(app)).toBeVisible()
  await app.expectState('state_busy')
  await app.axe()
  await app.shot('no-microphone-refused')
})

test('unplugged in a call: said at once; back: heard again', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const call = centre.customer({ number: '13800138000', tone: CUSTOMER_HZ }).callQueue('Support')
  await expectRinging(app)
  await answer(app, call)
  await Promise.all([call.hears.waitFor(AGENT_HZ), headset.waitFor(CUSTOMER_HZ)])

  await test.step('unplugged: said at once, and the customer is still heard', async () => {
    await desktop.sound.unplugMicrophone()
    await expectSaid(app, 'microphone_unplugged', app.words('microphone_unplugged_text', { label: LABEL }), AT_ONCE_MS)
    await call.hears.waitFor(null)
    await headset.waitFor(CUSTOMER_HZ, { forMs: 500 })
    await app.axe()
    await app.shot('no-microphone-unplugged')
  })

  await test.step('back: the customer hears the agent again', async () => {
    await desktop.sound.plugMicrophone()
    await call.hears.waitFor(AGENT_HZ)
    await expectWell(app)
  })

  await test.step('unplugged once more: warned in place before the next call', async () => {
    await desktop.sound.unplugMicrophone()
    await expectSaid(app, 'microphone_unplugged', app.words('microphone_unplugged_text', { label: LABEL }), AT_ONCE_MS)
    await app.press('hang_up')
    await app.expectState('state_wrap_up')
    await app.press('state_finish_wrap_up')
    await expect(question(app)).toBeVisible()
    await app.expectState('state_wrap_up')
  })

  await test.step('back: the question is gone, and the agent goes idle', async () => {
    await desktop.sound.plugMicrophone()
    await expectWell(app)
    await expect(question(app)).toHaveCount(0)
    await app.press('state_finish_wrap_up')
    await app.expectState('state_idle')
  })
})

/** At the desk's health, with a headline and what to do. */
async function expectSaid(app: App, title: string, text: string, timeout = 10_000): Promise<void> {
  const health = app.desk.getByRole('status', { name: app.words('health'), exact: true })
  await expect(health).toContainText(app.words(title), { timeout })
  await expect(health).toContainText(text)
}

async function expectWell(app: App): Promise<void> {
  await expect(app.desk.getByRole('img', { name: app.words('health_well') })).toBeVisible({ timeout: 10_000 })
}

function notices(app: App) {
  return app.desk.getByRole('region', { name: app.words('notices'), exact: true })
}

function warning(app: App) {
  return app.desk.getByText(app.words('notice_no_microphone'))
}

function question(app: App) {
  return app.desk.getByRole('alert', { name: app.words('ask_idle_no_microphone_title') })
}

async function chooseIdle(app: App): Promise<void> {
  await app.desk.getByRole('banner').getByRole('button').first().click()
  await app.desk.getByRole('menuitem', { name: app.words('state_idle') }).click()
}
