import { bobTalks, expectHeard, expectTheTwo, MUSIC_HZ } from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { comeToWork } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

const SECOND_HZ = 880

test.use({ centreOptions: { behaviour: { callWaiting: 'while-talking' } } })

test('a call that waits is seen, takes no microphone, and is answered into its place', async ({
  centre,
  desktop,
  earshot,
}) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const bob = await bobTalks(app, centre, headset)

  const second = centre.customer({ number: '13800138001', tone: SECOND_HZ }).callQueue('Support')
  await test.step('it waits: the first conversation goes on', async () => {
    await expect(app.desk.getByText(app.words('call_waiting')).first()).toBeVisible()
    await bob.hears.waitForChord([AGENT_HZ], { forMs: 1_000 })
    await app.axe()
    await app.shot('call-waiting')
  })

  await test.step('answered: the first is on hold', async () => {
    await app.press('answer')
    expect(await second.talking).toBe(true)
    await expectHeard(
      headset,
      [SECOND_HZ],
      [
        [second, [AGENT_HZ]],
        [bob, [MUSIC_HZ]],
      ],
    )
  })

  await test.step('and comes back', async () => {
    second.hangUp()
    await app.press('retrieve')
    await expectTheTwo(headset, bob)
  })
})
