import { chatWith } from './fixtures/chat/conversation.ts'
import { siteWithFiles, toneOf } from './fixtures/chat/files.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

test('a voice message is recorded from click to click, sent, and sounds like the agent', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre) })
  await comeToWork(app, centre)
  const { chat, log } = await chatWith(app, centre, { says: 'hello' })
  const bar = app.desk.getByRole('region', { name: app.words('file_voice') })

  await test.step('recorded: level and length are shown', async () => {
    await app.press('file_voice_record')
    await expect(bar.getByText(app.words('file_voice_recording'))).toBeVisible()
    await expect
      .poll(() => bar.getByRole('meter').evaluate((meter: HTMLMeterElement) => meter.value))
      .toBeGreaterThan(0.3)
    await app.axe()
    await app.shot('chat-voice-recording')
    await expect(bar.getByRole('timer')).toHaveText('00:02', { timeout: 5_000 })
  })
  await test.step('sent: the customer hears the agent’s voice', async () => {
    await bar.getByRole('button', { name: app.words('file_voice_stop_and_send') }).click()
    const voice = await chat.expects(({ mediaType }) => mediaType === 'AUDIO')
    const file = centre.mediaCache.get(voice.content)
    expect(file?.ending).toBe('mp4')
    const tone = await toneOf(app, file?.content ?? Buffer.alloc(0))
    expect(tone.hz).toBeGreaterThan(AGENT_HZ - 20)
    expect(tone.hz).toBeLessThan(AGENT_HZ + 20)
    expect(tone.seconds).toBeGreaterThan(1)
  })
  await test.step('thrown away: nothing is sent', async () => {
    const before = centre.mediaCache.uploads.tried
    await app.press('file_voice_record')
    await bar.getByRole('button', { name: app.words('file_voice_throw_away') }).click()
    await expect(bar).toHaveCount(0)
    expect(centre.mediaCache.uploads.tried).toBe(before)
    await expect(log.locator('.message.agent')).toHaveCount(1)
  })
})

test('a call that comes ends a recording at once, and none is begun in it', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre), language: 'zh-CN' })
  await comeToWork(app, centre)
  const { chat } = await chatWith(app, centre, { says: '你好' })
  const bar = app.desk.getByRole('region', { name: app.words('file_voice') })
  await app.press('file_voice_record')
  await expect(bar.getByRole('timer')).toHaveText('00:01', { timeout: 5_000 })

  const call = centre.customer({ number: '13800138000', tone: 440 }).callQueue('Support')
  await expectRinging(app)
  await expect(bar.getByText(app.words('file_voice_kept_in_call'))).toBeVisible()
  await app.axe()
  await app.shot('chat-voice-kept')
  await answer(app, call)
  expect(centre.mediaCache.uploads.tried).toBe(0)

  await test.step('what was kept is thrown away, and in the call none is begun', async () => {
    await bar.getByRole('button', { name: app.words('file_voice_throw_away') }).click()
    await app.press('file_voice_record')
    await expect(app.desk.getByText(app.words('file_voice_failed_in_call'))).toBeVisible()
    await app.shot('chat-voice-refused')
  })
  await test.step('after the call it can', async () => {
    await app.press('hang_up')
    expect(await call.ended).toBe('agent-hung-up')
    await app.press('file_voice_record')
    await expect(bar.getByRole('timer')).toHaveText('00:01', { timeout: 5_000 })
    await bar.getByRole('button', { name: app.words('file_voice_stop_and_send') }).click()
    await chat.expects(({ mediaType }) => mediaType === 'AUDIO')
  })
})
