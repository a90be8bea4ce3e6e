import type { Centre } from '../simulator/centre.ts'
import type { CustomerCall } from '../simulator/customers/customer.ts'
import type { Ear } from '../simulator/voice/ear.ts'
import { handOver, handoverDialog } from './fixtures/calls/hand-over.ts'
import {
  bobTalks,
  CARLOS,
  CARLOS_HZ,
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
import { AGENT_HZ, type App, expect, type Fixtures, test } from './fixtures.ts'

interface Begun {
  readonly app: App
  readonly headset: Ear
  readonly bob: CustomerCall
}

/** At work, and in conversation with a customer who is to be handed over. */
async function begin({ centre, desktop, earshot }: Pick<Fixtures, 'centre' | 'desktop' | 'earshot'>): Promise<Begun> {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const bob = await bobTalks(app, centre, headset)
  return { app, headset, bob }
}

async function isGone(app: App, centre: Centre): Promise<void> {
  await expect(app.callBar()).toContainText(app.words('end_transferred'))
  await centre.agent('6001').becomes('wrap-up')
  await app.expectState('state_wrap_up')
}

test('a colleague takes the customer over', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ })
  const { app, headset, bob } = await begin({ centre, desktop, earshot })

  await test.step('the dialog says to whom and how', async () => {
    await app.press('transfer')
    await expect(handoverDialog(app)).toBeVisible()
    await app.axe()
    await app.shot('transfer-dialog')
    await handOver(app, { to: CARLOS, kind: 'kind_agent', how: 'mode_success' })
  })

  await test.step('until the colleague answers, the customer stays', async () => {
    await carlos.hearsOf('AgentEvent_Ringing')
    await expect(app.callBar()).toContainText(app.words('transfer_ringing', { who: CARLOS }))
    await expectTheTwo(headset, bob)
    await app.shot('transfer-rings')
  })

  await test.step('then the two talk, and the agent is out of it', async () => {
    await carlos.answer()
    await isGone(app, centre)
    await expectHeard(
      headset,
      [],
      [
        [bob, [CARLOS_HZ]],
        [carlos, [CUSTOMER_HZ]],
      ],
    )
  })
})

test('a colleague who does not want the call leaves it with the agent', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ })
  const { app, headset, bob } = await begin({ centre, desktop, earshot })
  await app.press('transfer')
  await handOver(app, { to: CARLOS, kind: 'kind_agent', how: 'mode_success' })
  await carlos.hearsOf('AgentEvent_Ringing')

  await carlos.ask('POST', 'voicecall', 'reject', { mode: 2 })

  await expect(app.desk.getByText(app.words('transfer_came_to_nothing', { who: CARLOS }))).toBeVisible()
  await expectTheTwo(headset, bob)
  await app.press('hang_up')
  await expectOver(app, centre)
})

test('talk first: the customer waits, then the two are left together', async ({ centre, desktop, earshot }) => {
  const nextOfEve = eveIsThere(centre)
  const { app, headset, bob } = await begin({ centre, desktop, earshot })

  await app.press('transfer')
  await handOver(app, { to: EVE, kind: 'kind_outside', how: 'mode_talk' })
  const eve = await nextOfEve()
  await expectHeard(
    headset,
    [EVE_HZ],
    [
      [eve, [AGENT_HZ]],
      [bob, [MUSIC_HZ]],
    ],
  )
  await app.axe()
  await app.shot('transfer-talk')

  await app.press('hang_up')
  await isGone(app, centre)
  await expectHeard(
    headset,
    [],
    [
      [eve, [CUSTOMER_HZ]],
      [bob, [EVE_HZ]],
    ],
  )
})

test('all three talk, and it is taken back', async ({ centre, desktop, earshot }) => {
  const nextOfEve = eveIsThere(centre)
  const { app, headset, bob } = await begin({ centre, desktop, earshot })

  await app.press('transfer')
  await handOver(app, { to: EVE, kind: 'kind_outside', how: 'mode_three_party' })
  const eve = await nextOfEve()
  await expectHeard(
    headset,
    [CUSTOMER_HZ, EVE_HZ],
    [
      [eve, [CUSTOMER_HZ, AGENT_HZ]],
      [bob, [AGENT_HZ, EVE_HZ]],
    ],
  )
  await app.shot('transfer-three-party')

  await app.press('take_back')
  expect(await eve.ended).toBe('agent-hung-up')
  await expectTheTwo(headset, bob)
})

test('there and back: through an IVR to the same agent', async ({ centre, desktop, earshot }) => {
  const { app, headset, bob } = await begin({ centre, desktop, earshot })

  await app.press('transfer')
  await handOver(app, { to: '9001', kind: 'kind_ivr', how: 'mode_suspend' })
  await expectHeard(headset, [], [[bob, [587]]])

  await expect(app.desk.getByText(app.words('back_from_ivr_title'))).toBeVisible()
  await expectTheTwo(headset, bob)
})

test('the customer hangs up in the middle of a transfer', async ({ centre, desktop, earshot }) => {
  const carlos = await centre.colleague(CARLOS, { tone: CARLOS_HZ })
  const { app, bob } = await begin({ centre, desktop, earshot })
  await app.press('transfer')
  await handOver(app, { to: CARLOS, kind: 'kind_agent', how: 'mode_success' })
  await carlos.hearsOf('AgentEvent_Ringing')

  bob.hangUp()

  await expect(app.callBar()).toContainText(app.words('end_customer_hung_up'))
  await expectOver(app, centre)
  expect(centre.agent(CARLOS).state).toBe('idle')
})
