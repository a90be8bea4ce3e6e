import {
  customerWithCamera,
  expectNotShown,
  expectVideo,
  expectVideoAndVoices,
  expectVoice,
  startWithCamera,
  video,
} from './fixtures/calls/video.ts'
import { CUSTOMER_HZ, expectBothHeard } from './fixtures/outside/customer.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

/** Two cores that encode and decode the pictures without hardware starve the sound server meanwhile. */
const WORD_MS = 600

test('a video call is answered with video, and a desk that begins anew sees it again', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, headset } = await startWithCamera({ earshot, desktop })
  await comeToWork(app, centre)
  const call = customerWithCamera(centre).callQueue('Support', { video: true })

  await test.step('until then nothing is shown', async () => {
    await expectRinging(app)
    expect(call.leg?.picture.packets).toBe(0)
  })

  await test.step('far side and self view, and both voices', async () => {
    await app.press('video_answer_full')
    expect(await call.talking).toBe(true)
    await expectVideoAndVoices(app, call, headset)
    await app.axe()
    await app.shot('video-call')
  })

  await test.step('the call outlives the desk', async () => {
    const from = Date.now()
    await app.desk.reload()
    await expectVideoAndVoices(app, call, headset)
    expect(call.hears.longestGap(AGENT_HZ, from, Date.now())).toBeLessThan(WORD_MS)
    expect(headset.longestGap(CUSTOMER_HZ, from, Date.now())).toBeLessThan(WORD_MS)
  })

  await test.step('whoever hangs up is not seen any more', async () => {
    await app.press('hang_up')
    await call.ended
    await expectNotShown(call)
  })
})

test('answered without video, then with, held, and without again', async ({ centre, desktop, earshot }) => {
  const { app, headset } = await startWithCamera({ earshot, desktop })
  await comeToWork(app, centre)
  const call = customerWithCamera(centre).callQueue('Support', { video: true })

  await test.step('voice alone', async () => {
    await expectRinging(app)
    await answer(app, call)
    await expectBothHeard(call, headset)
    expect(call.leg?.picture.packets).toBe(0)
    expect(call.leg?.picture.agreed).toEqual({ sends: false, receives: false })
  })

  await test.step('with video', async () => {
    await app.press('video_start')
    await expectVideoAndVoices(app, call, headset)
  })

  await test.step('on hold the camera is closed', async () => {
    await app.press('hold')
    await Promise.all([expectNotShown(call), headset.waitFor(null, { forMs: 300 })])
    await expect(app.desk.getByText(app.words('video_held'))).toBeVisible()
    await app.press('retrieve')
    await expectVideoAndVoices(app, call, headset)
  })

  await test.step('without', async () => {
    await app.press('video_stop')
    await expectNotShown(call)
    await expectBothHeard(call, headset)
    await expect(app.button('video_start')).toBeVisible()
  })
})

test('a voice call becomes a video call by the platform, and back', async ({ centre, earshot }) => {
  const app = await earshot.start(video)
  await comeToWork(app, centre)
  const call = customerWithCamera(centre).callQueue('Support')
  await expectRinging(app)
  await answer(app, call)

  await app.press('video_start')
  await expectVideo(app, call)
  await app.press('video_stop')
  await expectNotShown(call)
  await expectVoice(call)
  expect(call.leg?.picture.agreed.sends).toBe(false)
})

test('a call is placed with video', async ({ centre, earshot }) => {
  const app = await earshot.start(video)
  await comeToWork(app, centre)
  const next = customerWithCamera(centre).nextCall()

  await app.press('dial_options')
  await app.desk.getByRole('checkbox', { name: app.words('video_dial') }).check({ force: true })
  await app.desk.keyboard.press('Escape')
  await app.desk.getByLabel(app.words('number_to_call')).fill('13800138000')
  await app.desk.keyboard.press('Enter')

  const call = await next
  expect(await call.talking).toBe(true)
  await expectVideo(app, call)
  call.hangUp()
  await expectNotShown(call)
})
