import { customerWithCamera, expectNotShown, expectShown, expectVideo, expectVoice } from './fixtures/calls/video.ts'
import { answer, expectRinging } from './fixtures/work.ts'
import { type App, expect, type Fixtures, test } from './fixtures.ts'

const SOFTPHONE = '67470001'

/** A plain softphone, registered, with Chromium's own camera and microphone. */
async function softphone({ centre, earshot }: Pick<Fixtures, 'centre' | 'earshot'>): Promise<App> {
  const app = await earshot.start({ audio: 'fake', gateway: false })
  await app.signIn()
  await centre.agent('6001').becomesRegistered()
  return app
}

test('a plain softphone takes a video call with video, and shares a screen in it', async ({ centre, earshot }) => {
  const app = await softphone({ centre, earshot })
  const call = customerWithCamera(centre).callPhone(SOFTPHONE, { video: true })

  await expectRinging(app)
  await app.press('video_answer_full')
  expect(await call.talking).toBe(true)
  await expectVideo(app, call)

  await test.step('the screen goes out in place of the camera, and the camera comes back', async () => {
    await app.press('video_share')
    await app.desk.getByRole('radio').first().check({ force: true })
    await app.press('video_choose_share')
    await expect(app.button('video_share_stop').first()).toBeVisible()
    await expectShown(call)
    await app.shot('video-shares-screen')
    await app.button('video_share_stop').first().click()
    await expectVideo(app, call)
  })
})

test('the far side that asks for video is asked about, and may take it away again', async ({ centre, earshot }) => {
  const app = await softphone({ centre, earshot })
  const call = customerWithCamera(centre).callPhone(SOFTPHONE)
  await expectRinging(app)
  await answer(app, call)

  await test.step('nothing is shown before the agent says so', async () => {
    expect(await call.leg?.inside.offerPicture(true)).toBe(200)
    await expect(app.button('video_asked_yes')).toBeVisible()
    expect(call.leg?.picture.packets).toBe(0)
    await app.axe()
    await app.shot('video-asked')
  })

  await test.step('with the agent’s word', async () => {
    await app.press('video_asked_yes')
    await expectVideo(app, call)
  })

  await test.step('and not any more', async () => {
    expect(await call.leg?.inside.offerPicture(false)).toBe(200)
    await expectNotShown(call)
    await expectVoice(call)
    await expect(app.button('video_start')).toBeVisible()
  })
})
