import {
  bobTalks,
  dial,
  EVE,
  EVE_HZ,
  eveIsThere,
  expectHeard,
  expectOver,
  expectTheTwo,
  MUSIC_HZ,
} from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ } from './fixtures/outside/customer.ts'
import { comeToWork } from './fixtures/work.ts'
import { AGENT_HZ, expect, test } from './fixtures.ts'

test('held and resumed', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const bob = await bobTalks(app, centre, headset)

  await test.step('held: music for the customer, silence for the agent', async () => {
    await app.press('hold')
    await expectHeard(headset, [], [[bob, [MUSIC_HZ]]])
    await expect(app.callBar()).toContainText(app.words('phase_held'))
    await app.axe()
    await app.shot('hold-held')
  })

  await test.step('resumed: both are heard', async () => {
    await app.press('retrieve')
    await expectTheTwo(headset, bob)
    await app.expectState('state_talking')
  })

  await test.step('the customer hangs up on hold', async () => {
    await app.press('hold')
    await bob.hears.waitForChord([MUSIC_HZ])
    bob.hangUp()
    await expect(app.callBar()).toContainText(app.words('end_customer_hung_up'))
    await expectOver(app, centre)
  })
})

test('a second call, swapped with the first', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const nextOfEve = eveIsThere(centre)
  const bob = await bobTalks(app, centre, headset)

  await app.press('hold')
  await dial(app, EVE)
  const eve = await nextOfEve()
  await test.step('one talks, the other waits', async () => {
    await expectHeard(
      headset,
      [EVE_HZ],
      [
        [eve, [AGENT_HZ]],
        [bob, [MUSIC_HZ]],
      ],
    )
    await app.axe()
    await app.shot('hold-two-calls')
  })

  await test.step('swapped', async () => {
    await app.press('swap')
    await expectHeard(
      headset,
      [CUSTOMER_HZ],
      [
        [bob, [AGENT_HZ]],
        [eve, [MUSIC_HZ]],
      ],
    )
  })

  await test.step('the one that waits hangs up, and the other goes on', async () => {
    eve.hangUp()
    await expect(app.button('swap')).toHaveCount(0)
    await expectTheTwo(headset, bob)
    await app.press('hang_up')
    expect(await bob.ended).toBe('agent-hung-up')
    await expectOver(app, centre)
  })
})
