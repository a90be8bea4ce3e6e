import { customerCalls } from './fixtures/outside/customer.ts'
import { shotOfScreen } from './fixtures/pages/pages-at-desk.ts'
import type { PageBeside } from './fixtures/pages/pages-beside.ts'
import { type Ground, workWithPages } from './fixtures/pages/work-with-pages.ts'
import { expectRinging } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

async function openCustomer(ground: Ground) {
  const work = await workWithPages(ground, (crm) => [crm.page('customer')])
  customerCalls(ground.centre)
  const page = await work.beside.find('/customer')
  await expectRinging(work.app)
  await expect.poll(page.isSeen).toBe(true)
  return { ...work, page }
}

const widthOf = ({ run }: PageBeside) => run<number>('innerWidth')
const contentOf = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().endsWith('/desk.html'))
      ?.getContentBounds(),
  )

test('whatever the desk lays over the page is seen, and the page comes back', async ({ centre, desktop, earshot }) => {
  const { app, pages, page } = await openCustomer({ centre, desktop, earshot })

  await test.step('the palette', async () => {
    await app.desk.keyboard.press('Control+k')
    await expect.poll(page.isSeen).toBe(false)
    await shotOfScreen(desktop, 'pop-under-palette')
    await app.desk.keyboard.press('Escape')
    await expect.poll(page.isSeen).toBe(true)
  })
  await test.step('the menu of the pages', async () => {
    await pages.press('pop_more')
    await expect.poll(page.isSeen).toBe(false)
    await app.desk.keyboard.press('Escape')
    await expect.poll(page.isSeen).toBe(true)
  })
  await test.step('a menu elsewhere hides nothing', async () => {
    await app.desk.getByRole('banner').getByRole('button').first().click()
    await expect(app.desk.getByRole('menu').first()).toBeVisible()
    expect(await page.isSeen()).toBe(true)
    await app.desk.keyboard.press('Escape')
  })
})

test('the divider is dragged over the page, and what it comes to is kept', async ({ centre, desktop, earshot }) => {
  const { app, page } = await openCustomer({ centre, desktop, earshot })
  const divider = app.desk.getByRole('separator', { name: app.words('pop_divider') })
  const before = await widthOf(page)
  const drag = async (by: number) => {
    const [content, box] = [await contentOf(app), await divider.boundingBox()]
    if (content === undefined || box === null) throw new Error('there is no divider')
    const from = { x: content.x + box.x + 3, y: content.y + box.y + box.height / 2 }
    await desktop.drag(from, { x: from.x + by, y: from.y })
  }

  await drag(160)
  await expect.poll(() => widthOf(page)).toBe(before - 160)
  await drag(-60)
  await expect.poll(() => widthOf(page)).toBe(before - 100)
  await expect.poll(page.isSeen).toBe(true)
  await app.desk.reload()
  await expect.poll(() => widthOf(page)).toBe(before - 100)
  await divider.dblclick()
  await expect.poll(() => widthOf(page)).toBe(before)
})

test('at 200 % the page has its room, and stands in the place of the details', async ({ centre, desktop, earshot }) => {
  const { app, page } = await openCustomer({ centre, desktop, earshot })
  const zoom = (factor: number) =>
    app.electron.evaluate(({ BrowserWindow }, to) => {
      const desk = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('/desk.html'))
      desk?.webContents.setZoomFactor(to)
    }, factor)

  await zoom(2)
  await expect.poll(page.isSeen).toBe(false)
  await app.button('pop_show_pages').click()
  await expect.poll(page.isSeen).toBe(true)
  await expect(app.desk.getByRole('main', { name: app.words('pop_pages') })).toBeVisible()
  const room = await app.desk.getByRole('tabpanel').boundingBox()
  await expect.poll(() => widthOf(page)).toBe(Math.round((room?.width ?? 0) * 2))
  await shotOfScreen(desktop, 'pop-200-percent')
  await app.axe()
  await zoom(1)
  await expect.poll(page.isSeen).toBe(true)
})

test('the keyboard goes into the page and comes out, and finds there', async ({ centre, desktop, earshot }) => {
  const { app, page } = await openCustomer({ centre, desktop, earshot })
  const field = app.desk.getByRole('textbox', { name: app.words('pop_find') })

  expect(await page.isFocused()).toBe(false)
  await desktop.pressKey('F6')
  await expect.poll(page.isFocused).toBe(true)
  await desktop.pressKey('ctrl+f')
  await expect(field).toBeFocused()
  await expect.poll(page.isFocused).toBe(false)
  await desktop.type('Router')
  await expect(app.desk.getByText(app.words('pop_find_count', { active: 1, matches: 1 }))).toBeVisible()
  await shotOfScreen(desktop, 'pop-find')
  await desktop.pressKey('Escape')
  await expect(field).toHaveCount(0)
})
