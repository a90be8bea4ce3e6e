import { bobTalks, EVE, EVE_HZ, EVE_WRITTEN, eveIsThere, expectHeard } from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { comeToWork } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, test } from './fixtures.ts'

/** What the desk asks or says about a number that came from outside. */
const asked = (app: App, title: string) => app.desk.getByRole('status', { name: title, exact: true })
const question = (app: App, number = EVE_WRITTEN) => asked(app, app.words('door_wish_title', { number }))

test('a link that started the app waits for the agent to sign in, and is asked about', async ({
  centre,
  desktop,
  earshot,
}) => {
  const nextOfEve = eveIsThere(centre)
  const app = await earshot.start({ args: [`tel:${EVE}`] })

  await test.step('signed out it waits', async () => {
    await expect(question(app)).toContainText(app.words('door_wish_waits', { from: 'a link (tel:)' }))
    await app.axe()
    await app.shot('link-signed-out')
  })

  await test.step('signed in it is asked about, and dialled on the agent’s word', async () => {
    await comeToWork(app, centre)
    await expect(question(app)).toBeVisible()
    expect(centre.journal.entries.filter(({ name }) => name === 'callOut')).toEqual([])
    await app.axe()
    await app.shot('link-question')
    await app.press('door_dial')
    const headset = listenAt(desktop, 'headset')
    await expectHeard(headset, [EVE_HZ], [[await nextOfEve(), [AGENT_HZ]]])
    await expect(question(app)).toHaveCount(0)
  })
})

test('links to the running app: refused in words, declined, and dialled without a question', async ({
  centre,
  desktop,
  earshot,
}) => {
  const eve = centre.customer({ number: EVE, name: 'Eve', tone: EVE_HZ })
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const bob = await bobTalks(app, centre, headset)

  await test.step('a hostile or malformed one is told of, and does nothing', async () => {
    for (const link of ['callto:?subject=hello', 'sip:alice@example.com', 'earshot:hang-up']) {
      expect(await app.startAgain([link])).toBe(0)
      await expect(asked(app, app.words('door_refused_title'))).toBeVisible()
      await app.press('dismiss')
    }
    expect(bob.state).toBe('talking')
  })

  await test.step('in a call the question says what becomes of it; no is no', async () => {
    expect(await app.startAgain([`sip:${EVE}@example.com;transport=tls`])).toBe(0)
    await expect(question(app)).toContainText(app.words('door_wish_in_call', { from: 'a link (sip:)' }))
    await app.press('door_not_dial')
    await expect(question(app)).toHaveCount(0)
  })

  await test.step('an order to a switch can be dialled once, never for good', async () => {
    expect(await app.startAgain([`tel:*21*${EVE}%23`])).toBe(0)
    await expect(app.button('door_dial')).toBeVisible()
    await expect(app.button('door_dial_always')).toHaveCount(0)
    await app.press('door_not_dial')
  })

  await test.step('“don’t ask again” dials this one and the next at once', async () => {
    bob.hangUp()
    await app.press('state_finish_wrap_up')
    await centre.agent('6001').becomes('idle')
    const asked = eve.nextCall()
    expect(await app.startAgain([`tel:${EVE}`])).toBe(0)
    await app.press('door_dial_always')
    const first = await asked
    expect(await first.talking).toBe(true)
    first.hangUp()
    await app.press('state_finish_wrap_up')
    await centre.agent('6001').becomes('idle')
    const unasked = eve.nextCall()
    expect(await app.startAgain([`callto:${EVE}`])).toBe(0)
    await expectHeard(headset, [EVE_HZ], [[await unasked, [AGENT_HZ]]])
  })
})

test('a number that is selected in another program is asked about by its key', async ({ centre, desktop, earshot }) => {
  const nextOfEve = eveIsThere(centre)
  const app = await earshot.start()
  await comeToWork(app, centre)

  await desktop.select(EVE)
  await desktop.pressKey('ctrl+alt+d')

  await expect(question(app)).toContainText(app.words('door_source_clipboard'))
  await app.press('door_dial')
  const headset = listenAt(desktop, 'headset')
  await expectHeard(headset, [EVE_HZ], [[await nextOfEve(), [AGENT_HZ]]])
})
