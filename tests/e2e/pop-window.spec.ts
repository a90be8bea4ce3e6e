import { customerCalls } from './fixtures/outside/customer.ts'
import { shotOfScreen } from './fixtures/pages/pages-at-desk.ts'
import type { PageBeside } from './fixtures/pages/pages-beside.ts'
import { type Ground, workWithPages } from './fixtures/pages/work-with-pages.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

const draft = 'document.querySelector("header input").value'

async function openCustomer(ground: Ground) {
  const work = await workWithPages(ground, (crm) => [
    crm.page('customer', { url: `${crm.origins.main}/customer?kept=no` }),
    crm.page('customer', { name: 'Kept', url: `${crm.origins.main}/customer?kept=yes`, keepsSignIn: true }),
  ])
  const call = customerCalls(ground.centre)
  const page = await work.beside.find('kept=no')
  await expectRinging(work.app)
  return { ...work, call, page }
}

const expectDraft = async ({ run, isSeen }: PageBeside) => {
  await expect.poll(isSeen).toBe(true)
  expect(await run(draft)).toBe('a draft')
}

test('a page goes into a window of its own and back, and a desk that is reloaded does not touch it', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, crm, pages, page } = await openCustomer({ centre, desktop, earshot })
  const { choose, pane, tab } = pages
  await tab(/^Customer/).click()
  await page.run(`${draft} = 'a draft'`)
  const before = crm.visits.length

  await test.step('the desk is reloaded', async () => {
    await app.desk.reload()
    await expectDraft(page)
    await expect(tab(/^Customer/)).toHaveAttribute('aria-selected', 'true')
  })
  await test.step('a window of its own', async () => {
    await choose('pop_own_window')
    await expectDraft(page)
    await shotOfScreen(desktop, 'pop-own-window')
  })
  await test.step('and back, then put away', async () => {
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.getTitle().includes('Pages'))
        ?.close(),
    )
    await expectDraft(page)
    await choose('pop_put_away')
    await expect.poll(page.isSeen).toBe(false)
    await expect(pane).toHaveCount(0)
    await app.button('pop_show_pages').click()
    await expectDraft(page)
  })
  expect(crm.visits).toHaveLength(before)
})

test('signing out closes every page, and forgets what a page may not keep', async ({ centre, desktop, earshot }) => {
  const { app, crm, beside, call } = await openCustomer({ centre, desktop, earshot })
  await answer(app, call)
  call.hangUp()
  await app.press('state_finish_wrap_up')
  await app.expectState('state_idle')
  const cookieOf = (at: number, isKept: boolean) =>
    crm.visits.filter(({ path, query }) => path === '/customer' && query.kept === (isKept ? 'yes' : 'no'))[at]?.headers
      .cookie

  await test.step('signed out', async () => {
    await app.desk.getByRole('banner').getByRole('button').first().click()
    await app.desk.getByRole('menuitem', { name: app.words('sign_out') }).click()
    await expect.poll(beside.addresses).toEqual([])
  })
  await test.step('signed in again: only what the site lets a page keep is still there', async () => {
    await comeToWork(app, centre)
    customerCalls(centre)
    await expect.poll(() => crm.visits.filter(({ path }) => path === '/customer').length).toBe(4)
    expect([cookieOf(0, true), cookieOf(0, false)]).toEqual([undefined, undefined])
    expect(cookieOf(1, false)).toBeUndefined()
    expect(cookieOf(1, true)).toContain('crm_visitor=')
  })
})
