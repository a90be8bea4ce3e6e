import type { CustomerCall } from '../simulator/customers/customer.ts'
import type { Ear } from '../simulator/voice/ear.ts'
import { handOver, handoverDialog, more } from './fixtures/calls/hand-over.ts'
import {
  bobTalks,
  CARLOS,
  CARLOS_HZ,
  dial,
  EVE,
  EVE_HZ,
  EVE_WRITTEN,
  eveIsThere,
  expectHeard,
  expectOver,
  expectTheTwo,
  MUSIC_HZ,
} from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ } from './fixtures/outside/customer.ts'
import { comeToWork } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, test } from './fixtures.ts'

test('a colleague is asked while the customer waits', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ })
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const bob = await bobTalks(app, centre, headset)

  await test.step('asked', async () => {
    await more(app, 'call_consult')
    await expect(handoverDialog(app)).toBeVisible()
    await handOver(app, { to: CARLOS, kind: 'kind_agent', how: 'mode_two_party' })
    await carlos.answer()
    await expectHeard(
      headset,
      [CARLOS_HZ],
      [
        [carlos, [AGENT_HZ]],
        [bob, [MUSIC_HZ]],
      ],
    )
    await app.axe()
    await app.shot('consult')
  })

  await test.step('finished: the customer is back', async () => {
    await app.press('consult_finish')
    await expectTheTwo(headset, bob)
    expect(centre.agent(CARLOS).state).toBe('idle')
  })

  await app.press('hang_up')
  await expectOver(app, centre)
})

test('a colleague comes into the call, and leaves it', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ })
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const bob = await bobTalks(app, centre, headset)

  await more(app, 'call_consult')
  await handOver(app, { to: CARLOS, kind: 'kind_agent', how: 'mode_consult_three' })
  await carlos.answer()
  await expectHeard(
    headset,
    [CUSTOMER_HZ, CARLOS_HZ],
    [
      [carlos, [CUSTOMER_HZ, AGENT_HZ]],
      [bob, [CARLOS_HZ, AGENT_HZ]],
    ],
  )
  await expect(app.callBar()).toContainText(CARLOS)
  await app.axe()
  await app.shot('consult-three')

  await carlos.hangUp()
  await expectTheTwo(headset, bob)
  await expect(app.callBar()).not.toContainText(CARLOS)
})

interface Three {
  readonly app: App
  readonly headset: Ear
  readonly bob: CustomerCall
  readonly nextOfEve: () => Promise<CustomerCall>
}

/** With the customer held Eve is called, and the two calls are joined. */
async function allThree({ app, headset, bob, nextOfEve }: Three): Promise<CustomerCall> {
  await app.press('hold')
  await dial(app, EVE)
  const eve = await nextOfEve()
  await headset.waitForChord([EVE_HZ])
  await app.press('call_join')
  await expectHeard(
    headset,
    [CUSTOMER_HZ, EVE_HZ],
    [
      [bob, [AGENT_HZ, EVE_HZ]],
      [eve, [CUSTOMER_HZ, AGENT_HZ]],
    ],
  )
  return eve
}

test('two calls become a conference, one is sent away, the agent leaves', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const nextOfEve = eveIsThere(centre)
  const bob = await bobTalks(app, centre, headset)
  const three = { app, headset, bob, nextOfEve }

  await test.step('sent away', async () => {
    const eve = await allThree(three)
    await app.axe()
    await app.shot('conference')
    await more(app, 'call_drop', { who: EVE_WRITTEN })
    await app.press('ask_drop_yes')
    expect(await eve.ended).toBe('agent-hung-up')
    await expectTheTwo(headset, bob)
  })

  await test.step('left: the others talk on', async () => {
    const eve = await allThree(three)
    await app.press('hang_up')
    await app.press('ask_leave_yes')
    await app.expectState('state_wrap_up')
    await expectHeard(
      headset,
      [],
      [
        [bob, [EVE_HZ]],
        [eve, [CUSTOMER_HZ]],
      ],
    )
    bob.hangUp()
    expect(await eve.ended).toBe('other-hung-up')
  })
})
