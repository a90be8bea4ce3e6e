import { bobTalks, expectOver, expectTheTwo } from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { comeToWork } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

test('a recording is paused by key, resumed, stopped and started, and the voice goes on', async ({
  centre,
  desktop,
  earshot,
}) => {
  const app = await earshot.start({ site: { recording: true } })
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const call = await bobTalks(app, centre, headset)
  const detail = app.desk.getByRole('article', { name: app.words('call_detail'), exact: true })
  const expectRecording = async (word: string, operation?: string) => {
    await expect(detail).toContainText(app.words(word))
    await expect(app.callBar()).toContainText(app.words(word))
    if (operation) expect(asked(operation)).toHaveLength(1)
  }
  const asked = (name: string) =>
    centre.journal.entries.filter((entry) => entry.kind === 'request' && entry.name === name)
  const press = (name: string) => detail.getByRole('button', { name: app.words(name), exact: true }).click()

  await expectRecording('recording_on')

  await test.step('a card number is spoken: one key', async () => {
    await app.desk.keyboard.press('Control+Shift+R')
    await expectRecording('recording_paused', 'pauseRecord')
    await expectTheTwo(headset, call)
    await app.axe()
    await app.shot('recording-paused')
    await app.desk.keyboard.press('Control+Shift+R')
    await expectRecording('recording_on', 'resumeRecord')
  })

  await test.step('stopped, and started again', async () => {
    await press('recording_stop')
    await expectRecording('recording_off', 'stopRecord')
    await press('recording_start')
    await expectRecording('recording_on')
    await expectTheTwo(headset, call)
  })

  await test.step('what the platform refuses is said', async () => {
    centre.behaviour.selfRecord = false
    await press('recording_pause')
    const failed = app.desk.getByRole('alert').filter({ hasText: app.words('pause_recording_failed') })
    await expect(failed).toBeVisible()
    await expectRecording('recording_on')
  })

  await app.press('hang_up')
  expect(await call.ended).toBe('agent-hung-up')
  await expectOver(app, centre)
})

test('a site that does not let agents record shows that it records, and no more', async ({
  centre,
  desktop,
  earshot,
}) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  await bobTalks(app, centre, listenAt(desktop, 'headset'))

  await expect(app.callBar()).toContainText(app.words('recording_on'))
  await expect(app.button('recording_pause')).toHaveCount(0)
})
