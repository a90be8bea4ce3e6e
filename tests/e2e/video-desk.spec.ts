import type { Centre } from '../simulator/centre.ts'
import type { CustomerCall } from '../simulator/customers/customer.ts'
import { handOver, more } from './fixtures/calls/hand-over.ts'
import { CARLOS, CARLOS_HZ, expectHeard } from './fixtures/calls/people.ts'
import { customerWithCamera, expectShown, expectVideo, startWithCamera, video } from './fixtures/calls/video.ts'
import { CUSTOMER_HZ, expectBothHeard } from './fixtures/outside/customer.ts'
import { comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, test } from './fixtures.ts'

/** A video call that talks, both ways. */
async function onVideo(app: App, centre: Centre): Promise<CustomerCall> {
  const call = customerWithCamera(centre).callQueue('Support', { video: true })
  await expectRinging(app)
  await app.press('video_answer_full')
  expect(await call.talking).toBe(true)
  await expectVideo(app, call)
  return call
}

test('a screen is chosen, shared with a plain sign, and the camera is back after it', async ({ centre, earshot }) => {
  const app = await earshot.start(video)
  await comeToWork(app, centre)
  const call = await onVideo(app, centre)
  const sign = app.desk.getByText(app.words('video_sharing', { who: '138 0013 8000' }))
  const dialog = app.desk.getByRole('dialog', { name: app.words('video_choose_title'), exact: true })

  await test.step('thought better of', async () => {
    await app.press('video_share')
    await expect(dialog).toBeVisible()
    await app.desk.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(sign).toHaveCount(0)
  })

  await test.step('chosen and shared', async () => {
    await app.desk.keyboard.press('Control+Shift+S')
    await dialog.getByRole('radio').first().check({ force: true })
    await app.axe()
    await app.shot('video-choose')
    await dialog.getByRole('button', { name: app.words('video_choose_share'), exact: true }).click()
    await expect(sign).toBeVisible()
    await expect(app.desk.getByLabel(app.words('video_self_screen'), { exact: true })).toBeVisible()
    await expectShown(call)
    await app.axe()
    await app.shot('video-sharing')
  })

  await test.step('stopped by the key that began it', async () => {
    await app.desk.keyboard.press('Control+Shift+S')
    await expect(sign).toHaveCount(0)
    await expectVideo(app, call)
  })
})

test('with three in the call all are heard, and the agent says who is large', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ })
  const { app, headset } = await startWithCamera({ earshot, desktop })
  await comeToWork(app, centre)
  const call = await onVideo(app, centre)
  await expectBothHeard(call, headset)
  await more(app, 'call_consult')
  await handOver(app, { to: CARLOS, kind: 'kind_agent', how: 'mode_consult_three' })
  await carlos.answer()
  await expectHeard(
    headset,
    [CUSTOMER_HZ, CARLOS_HZ],
    [
      [carlos, [CUSTOMER_HZ, AGENT_HZ]],
      [call, [CARLOS_HZ, AGENT_HZ]],
    ],
  )
  await expectShown(call)

  const choice = app.desk.getByRole('group', { name: app.words('video_layout'), exact: true })
  const customer = choice.getByRole('button', { name: app.words('video_layout_customer'), exact: true })
  await customer.click()

  await expect(customer).toHaveAttribute('aria-pressed', 'true')
  const [asked] = centre.journal.entries.filter(({ name }) => name === 'adjustVideoMode')
  expect(asked).toBeDefined()
  await app.axe()
  await app.shot('video-three')
})

test('a picture in bar mode, a large one, and the camera tried in the settings', async ({ centre, earshot }) => {
  const app = await earshot.start(video)
  await comeToWork(app, centre)

  await test.step('the settings show the camera to nobody else, and close it', async () => {
    await app.press('settings')
    await app.press('video_try')
    const preview = app.desk.getByLabel(app.words('video_self'), { exact: true })
    await expect.poll(() => preview.evaluate((one: HTMLVideoElement) => one.videoWidth)).toBeGreaterThan(0)
    await app.axe()
    await app.shot('video-settings')
    await app.desk.getByRole('button', { name: app.words('directory'), exact: true }).click()
    await expect(preview).toHaveCount(0)
  })

  const call = await onVideo(app, centre)

  await test.step('large, and small again', async () => {
    await app.desk.keyboard.press('Control+Shift+L')
    await expect(app.button('video_small')).toBeVisible()
    await expect(app.button('hang_up')).toBeVisible()
    await app.axe()
    await app.desk.keyboard.press('Escape')
    await expect(app.button('video_large')).toBeVisible()
    expect(call.state).toBe('talking')
  })

  await test.step('small in bar mode', async () => {
    await app.desk.keyboard.press('Control+Shift+B')
    await app.desk.locator('button.who').click()
    await expectVideo(app, call)
    await app.axe()
    await app.shot('video-bar')
    await app.press('video_stop')
    await expect(app.button('video_start')).toBeVisible()
  })
})
