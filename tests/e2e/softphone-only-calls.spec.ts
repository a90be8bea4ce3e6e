import type { Centre } from '../simulator/centre.ts'
import type { CustomerCall } from '../simulator/customers/customer.ts'
import type { Hearing } from '../simulator/sip/sip-side.ts'
import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ, expectBothHeard, NUMBER } from './fixtures/outside/customer.ts'
import { answer, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, type Fixtures, test } from './fixtures.ts'

const MUSIC_HZ = 300
const TARGET = '10086'
const TARGET_HZ = 620

/** A plain softphone in a call. */
async function inCall({ centre, earshot, desktop }: Pick<Fixtures, 'centre' | 'earshot' | 'desktop'>) {
  const app = await earshot.start({ gateway: false })
  await app.signIn()
  await centre.agent('6001').becomesRegistered()
  const headset = listenAt(desktop, 'headset')
  const call = centre.customer({ number: NUMBER, tone: CUSTOMER_HZ }).callPhone('67470001')
  await expectRinging(app)
  await answer(app, call)
  await expectBothHeard(call, headset)
  return { app, headset, call }
}

function insideOf({ leg }: CustomerCall) {
  if (!leg) throw new Error('There is no leg to the softphone')
  return leg.inside
}

/** From here on, not what was heard before. */
async function silent(ear: Hearing): Promise<void> {
  await ear.waitFor(null, { forMs: 300 })
}

test('hold, being held, keys, and speaking while muted', async ({ centre, desktop, earshot }) => {
  const { app, headset, call } = await inCall({ centre, desktop, earshot })
  const inside = insideOf(call)

  await test.step('on hold the customer hears music, and nobody the other', async () => {
    await app.press('hold')
    await expect(app.callBar()).toContainText(app.words('phase_held'))
    await Promise.all([call.hears.waitFor(MUSIC_HZ), silent(headset)])
    expect(inside.held).toBe(true)
    await app.axe()
    await app.shot('softphone-only-held')
  })

  await test.step('resumed, both are heard', async () => {
    await app.press('retrieve')
    await expectBothHeard(call, headset)
    await app.expectState('state_talking')
  })

  await test.step('the far side holds, which is told, and takes back', async () => {
    const raw = call.leg?.voice.hearing
    expect(await inside.hold('sendonly')).toBe(200)
    await expect(app.callBar()).toContainText(app.words('phase_held_by_far_side'))
    await raw?.waitFor(null, { forMs: 300 })
    expect(await inside.hold(null)).toBe(200)
    await expectBothHeard(call, headset)
    await expect(app.callBar()).not.toContainText(app.words('phase_held_by_far_side'))
  })

  await test.step('keys go out as RTP events', async () => {
    await app.press('keypad')
    await app.desk.keyboard.type('12#')
    await expect.poll(() => inside.keys).toEqual(['1', '2', '#'].map((key) => ({ key, by: 'rtp' })))
    await expect(app.desk.getByLabel(app.words('keypad_sent'))).toHaveText('12#')
    await app.desk.keyboard.press('Escape')
  })

  await test.step('who speaks muted is told, and not heard', async () => {
    await app.press('mute')
    const mutedAt = Date.now()
    await expect(app.desk.getByText(app.words('speaks_muted_title'))).toBeVisible()
    await silent(call.hears)
    expect(call.hears.heardBetween(AGENT_HZ, mutedAt + 500, Date.now())).toBe(false)
    await app.press('speaks_muted_unmute')
    await expectBothHeard(call, headset)
    await expect(app.desk.getByText(app.words('speaks_muted_title'))).toBeHidden()
  })
})

test('keys go out as INFO to a far side without RTP events', async ({ centre, desktop, earshot }) => {
  centre.sip.faults.telephoneEvents = false
  const { app, call } = await inCall({ centre, desktop, earshot })

  await app.press('keypad')
  await app.desk.keyboard.type('9*')

  await expect.poll(() => insideOf(call).keys).toEqual(['9', '*'].map((key) => ({ key, by: 'info' })))
})

test('a blind transfer that is refused, and one that comes true', async ({ centre, desktop, earshot }) => {
  const { app, headset, call } = await inCall({ centre, desktop, earshot })

  await test.step('a wrong number gives the customer back', async () => {
    await transferTo(app, '10010', 'mode_release')
    await expect(app.desk.getByText(app.words('transfer_came_to_nothing_text'))).toBeVisible()
    await expectBothHeard(call, headset)
  })

  await test.step('the customer hears whom they were handed to', async () => {
    const reached = target(centre)
    await transferTo(app, TARGET, 'mode_release')
    await expectHandedOver(app, call, await reached)
  })
})

test('an attended transfer joins the two the agent talks to', async ({ centre, desktop, earshot }) => {
  centre.sip.faults.bundle = false
  const { app, headset, call } = await inCall({ centre, desktop, earshot })
  const reached = target(centre)

  await app.press('hold')
  await call.hears.waitFor(MUSIC_HZ)
  await app.desk.getByLabel(app.words('number_to_call')).fill(TARGET)
  await app.desk.keyboard.press('Enter')
  const other = await reached
  expect(await other.talking).toBe(true)
  await Promise.all([other.hears.waitFor(AGENT_HZ), headset.waitFor(TARGET_HZ)])
  await app.shot('softphone-only-consult')
  await transferTo(app, NUMBER, 'mode_talk')

  await expectHandedOver(app, call, other)
})

function target(centre: Centre): Promise<CustomerCall> {
  return centre.customer({ number: TARGET, tone: TARGET_HZ, ringMs: 100 }).nextCall()
}

async function transferTo(app: App, number: string, how: string): Promise<void> {
  await app.press('transfer')
  await app.desk.getByRole('combobox', { name: app.words('handover_to') }).fill(number)
  await app.desk.getByRole('radio', { name: app.words(how) }).check()
  const dialog = app.desk.getByRole('dialog')
  await dialog.getByRole('button', { name: app.words('handover_do_transfer'), exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** The two are with each other, and the agent with neither. */
async function expectHandedOver(app: App, call: CustomerCall, other: CustomerCall): Promise<void> {
  await Promise.all([call.hears.waitFor(TARGET_HZ), other.hears.waitFor(CUSTOMER_HZ)])
  await app.expectState('state_idle')
  await expect(app.callBar()).toContainText(app.words('end_transferred'))
  other.hangUp()
  expect(await call.ended).toBe('other-hung-up')
}
