import { openBrowser } from '../support/browser/open-browser.ts'
import { freePort } from '../support/free-port.ts'
import { listenAt } from './fixtures/ears.ts'
import { AGENT_HZ, expect, type Fixtures, test } from './fixtures.ts'

const CALLER_HZ = 440

/** Earshot without a gateway and without anybody signed in, and the address of the page that is to drive it. */
async function openEyeSite({ centre, earshot }: Pick<Fixtures, 'centre' | 'earshot'>) {
  const [daemonPort, servicePort] = [await freePort(), await freePort()]
  const { plain } = (await centre.openCrm()).origins
  const app = await earshot.start({
    gateway: false,
    doors: { openEye: { origins: [plain], daemonPort, servicePort } },
  })
  await expect(app.button('sign_in')).toBeVisible()
  return { app, page: `${plain}/openeye?daemon=${daemonPort}&port=${servicePort}` }
}

test('a page built on OpenEye registers the phone, takes a call and ends it', async ({
  playwright,
  centre,
  desktop,
  earshot,
}) => {
  const { app, page: address } = await openEyeSite({ centre, earshot })
  const { softphoneNumber, softphonePassword } = centre.agent('6001')
  const { page, close } = await openBrowser(playwright, desktop)
  await page.goto(`${address}&number=${softphoneNumber}`)
  const phone = page.locator('#state')
  const told = page.locator('#call')
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  await test.step('registered', async () => {
    await expect(phone).toHaveText('not registered')
    await expect(page.locator('#events')).toContainText('service started')
    await page.getByLabel('Password').fill(softphonePassword)
    await press('Register')
    await expect(phone).toHaveText('registered')
    await centre.agent('6001').becomesRegistered()
    await app.expectState('state_idle')
  })

  const headset = listenAt(desktop, 'headset')
  const call = centre.customer({ number: '13800138000', tone: CALLER_HZ }).callPhone(softphoneNumber)
  await test.step('it rings at the page, is answered there, and both are heard', async () => {
    await expect(told).toHaveText('rings: 13800138000')
    await press('Answer')
    await expect(told).toHaveText('talking')
    await Promise.all([call.hears.waitFor(AGENT_HZ), headset.waitFor(CALLER_HZ)])
    await press('Key 5')
    await expect.poll(() => call.leg?.inside.keys).toEqual([{ key: '5', by: 'rtp' }])
    await press('Hang up')
    await call.ended
    await expect(told).toHaveText('ended')
  })

  await test.step('and lets go of the phone', async () => {
    await press('Deregister')
    await expect(phone).toHaveText('deregistered')
    await expect(app.button('sign_in')).toBeVisible()
  })
  await close()
})

test('the same page from an origin that the site does not name is not let in', async ({
  playwright,
  centre,
  desktop,
  earshot,
}) => {
  const { page: address } = await openEyeSite({ centre, earshot })
  const { page, close } = await openBrowser(playwright, desktop)

  await page.goto(address.replace('127.0.0.1', 'localhost'))

  await expect(page.locator('#events')).toContainText('daemon closed')
  await expect(page.locator('#state')).toHaveText('not there')
  await close()
})
