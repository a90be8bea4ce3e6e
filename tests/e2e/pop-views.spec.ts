import { customerCalls } from './fixtures/outside/customer.ts'
import { workWithPages } from './fixtures/pages/work-with-pages.ts'
import { expect, test } from './fixtures.ts'

test('a window that a page opens is a tab that the page has hold of, and goes when the page says so', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { beside, pages } = await workWithPages({ centre, desktop, earshot }, (crm) => [crm.page('customer')])
  customerCalls(centre)
  const page = await beside.find('/customer')
  await expect.poll(page.isSeen).toBe(true)

  await page.run('window.opened = open("/ticket", "ticket"), null')
  const opened = await beside.find('/ticket')
  await expect(pages.tabs).toHaveCount(2)
  await expect.poll(opened.isSeen).toBe(true)
  expect(await opened.run('[opener.location.pathname, typeof AICCSupport]')).toEqual(['/customer', 'object'])
  expect(await page.run('Boolean(open("/ticket", "another"))')).toBe(false)
  await page.run('opened.close()')

  await expect(pages.tabs).toHaveCount(1)
  await expect.poll(page.isSeen).toBe(true)
})

test('a page in full screen fills the room that it has, and no more', async ({ centre, desktop, earshot }) => {
  const { app, beside, pages } = await workWithPages({ centre, desktop, earshot }, (crm) => [
    crm.page('customer', { permissions: ['full-screen'] }),
  ])
  customerCalls(centre)
  const page = await beside.find('/customer')
  await expect.poll(page.isSeen).toBe(true)
  const size = await page.run('[innerWidth, innerHeight]')

  await page.run('document.body.onclick = () => document.documentElement.requestFullscreen(), null')
  await page.click('h1')
  await pages.press('pop_allow')

  await expect.poll(() => page.run('document.fullscreenElement !== null')).toBe(true)
  await expect.poll(() => page.run('[innerWidth, innerHeight]')).toEqual(size)
  expect(
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isFullScreen())),
  ).toBe(false)
})

test('what one page keeps no other page has', async ({ centre, desktop, earshot }) => {
  const { beside, crm } = await workWithPages({ centre, desktop, earshot }, (crm) => [
    crm.page('customer', { when: ['ringing'] }),
    crm.page('ticket', { when: ['ringing'] }),
  ])
  customerCalls(centre)
  const [customer, ticket] = [await beside.find('/customer'), await beside.find('/ticket')]

  await customer.run('localStorage.setItem("who", "customer"); fetch("/frame?of=customer").then(() => null)')
  await ticket.run('fetch("/frame?of=ticket").then(() => null)')
  const cookieOf = async (of: string) => (await crm.waitFor(({ query }) => query.of === of)).headers.cookie

  expect(await ticket.run('localStorage.getItem("who")')).toBeNull()
  expect(await cookieOf('customer')).toMatch(/^crm_visitor=/)
  expect(await cookieOf('ticket')).toMatch(/^crm_visitor=/)
  expect(await cookieOf('ticket')).not.toBe(await cookieOf('customer'))
})
