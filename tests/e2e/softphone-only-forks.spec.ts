import type { CustomerCall } from '../simulator/customers/customer.ts'
import type { Fork } from '../simulator/sip/sip-side.ts'
import type { Ear } from '../simulator/voice/ear.ts'
import { tone } from '../simulator/voice/tone.ts'
import { listenAt } from './fixtures/ears.ts'
import { AGENT_HZ, expect, type Fixtures, test } from './fixtures.ts'

const CALLED = '10086'
const CALLED_HZ = 620
const OTHER_HZ = 1_500
const MUSIC_HZ = 300

/** Long enough to hear who rings with a voice of their own. */
const RING_MS = 2_500

/** What the agent dials rings at two, of whom one is heard before the other answers. */
async function dialTwo({ centre, earshot, desktop }: Pick<Fixtures, 'centre' | 'earshot' | 'desktop'>) {
  const app = await earshot.start({ gateway: false })
  await app.signIn()
  await centre.agent('6001').becomesRegistered()
  const headset = listenAt(desktop, 'headset')
  const next = centre.customer({ number: CALLED, tone: CALLED_HZ, ringMs: RING_MS }).nextCall()
  await app.desk.getByLabel(app.words('number_to_call')).fill(CALLED)
  await app.desk.keyboard.press('Enter')
  const call = await next
  const fork = call.leg?.inside.fork
  if (!fork) throw new Error('Nobody else rings')
  fork.voice.say(tone(OTHER_HZ))
  await headset.waitFor(OTHER_HZ)
  return { app, headset, call, fork }
}

/** The two who talk hear each other, and the other one nobody. */
async function expectOnlyCalled(call: CustomerCall, headset: Ear, fork: Fork): Promise<void> {
  expect(await call.talking).toBe(true)
  const answeredAt = call.leg?.times.ok ?? 0
  const [atHeadset, atCalled] = await Promise.all([headset.waitFor(CALLED_HZ), call.hears.waitFor(AGENT_HZ)])
  expect(atHeadset.from - answeredAt).toBeLessThan(1_500)
  expect(atCalled.from - answeredAt).toBeLessThan(1_500)
  expect(fork.voice.hearing.heard.filter(({ hz }) => hz !== null)).toEqual([])
  expect(headset.heardBetween(OTHER_HZ, atHeadset.from, Date.now())).toBe(false)
}

test('one rings with an announcement, another answers and is the call', async ({ centre, earshot, desktop }) => {
  centre.sip.faults.forkRings = 'unreliably'
  const { app, headset, call, fork } = await dialTwo({ centre, earshot, desktop })

  await expectOnlyCalled(call, headset, fork)
  await app.expectState('state_talking')
  await app.press('hold')
  await call.hears.waitFor(MUSIC_HZ)
  await app.press('retrieve')
  await Promise.all([headset.waitFor(CALLED_HZ), call.hears.waitFor(AGENT_HZ)])
  await app.press('hang_up')
  await call.ended
  await app.expectState('state_idle')
})

test('both answer, and the second is let go without a word of the agent’s', async ({ centre, earshot, desktop }) => {
  Object.assign(centre.sip.faults, { forkRings: 'reliably', forkAnswers: true })
  const { app, headset, call, fork } = await dialTwo({ centre, earshot, desktop })

  await expectOnlyCalled(call, headset, fork)
  await expect.poll(() => fork).toMatchObject({ pracked: true, acknowledged: true, ended: true })
  await app.expectState('state_talking')
  call.hangUp()
  await expect(app.callBar()).toContainText(app.words('end_customer_hung_up'))
})
