import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ, customerCalls, expectBothHeard, NUMBER } from './fixtures/outside/customer.ts'
import { shotOfScreen } from './fixtures/pages/pages-at-desk.ts'
import { workWithPages } from './fixtures/pages/work-with-pages.ts'
import { answer, expectRinging } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

test('while it rings the page has asked who it is, and it stays as it was after the call', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, crm, pages, beside } = await workWithPages({ centre, desktop, earshot }, (crm) => [crm.page('customer')])
  const asked = () => crm.visits.filter(({ path }) => path === '/customer')
  const call = customerCalls(centre)

  const page = await test.step('it rings: the page was asked for with what is known of the call', async () => {
    const { method, query } = await crm.waitFor(({ path }) => path === '/customer')
    expect(method).toBe('GET')
    expect(query).toMatchObject({ callerNum: NUMBER, callid: call.id, callType: '0', mediaType: '1' })
    expect(query).toMatchObject({
      workNo: '6001',
      callskill: 'Support',
      skillName: 'Support',
      origin: crm.origins.main,
    })
    await expectRinging(app)
    expect(call.state).not.toBe('talking')
    const page = await beside.find('/customer')
    await expect.poll(page.isSeen).toBe(true)
    expect(await page.text('h1')).toBe('王小明')
    await expect(pages.tabs).toHaveCount(1)
    await expect(pages.pane.getByRole('button', { name: app.words('pop_back'), exact: true })).toBeDisabled()
    await app.axe()
    await shotOfScreen(desktop, 'pop-ringing')
    return page
  })

  await test.step('in the call and after it the same page is there, asked for once', async () => {
    const headset = listenAt(desktop, 'headset')
    await answer(app, call)
    await expectBothHeard(call, headset)
    call.hangUp()
    await app.expectState('state_wrap_up')
    await page.run('document.querySelector("header input").value = "a draft"')
    await app.press('state_finish_wrap_up')
    await app.expectState('state_idle')
    await expect.poll(page.isSeen).toBe(true)
    expect(await page.run('document.querySelector("header input").value')).toBe('a draft')
    expect(asked()).toHaveLength(1)
    await shotOfScreen(desktop, 'pop-after')
  })

  await test.step('until the agent closes it', async () => {
    await pages.choose('pop_close_tab')
    await expect.poll(beside.addresses).toEqual([])
    await expect(pages.tabs).toHaveCount(0)
  })
})

test('a page by POST is told in a form, at its own moment, and nothing of it stands in the address', async ({
  centre,
  desktop,
  earshot,
}) => {
  const parameters = { callerNum: 'phone', callid: 'ticket', skillName: 'queue' }
  const { app, crm, beside } = await workWithPages({ centre, desktop, earshot }, (crm) => [
    crm.page('ticket', { parameters }),
  ])
  const call = customerCalls(centre, '销售')

  await expectRinging(app)
  expect(crm.visits.filter(({ path }) => path === '/ticket')).toEqual([])
  await answer(app, call)
  const visit = await crm.waitFor(({ path }) => path === '/ticket')

  expect(visit).toMatchObject({ method: 'POST', query: {} })
  expect(visit.form).toEqual({ phone: NUMBER, ticket: call.id, queue: '销售' })
  const page = await beside.find('/ticket')
  expect((await page.url()).search).toBe('')
})

test('an address that needs what the call does not have is refused in words', async ({ centre, desktop, earshot }) => {
  const { app, crm, pages, beside } = await workWithPages({ centre, desktop, earshot }, (crm) => [
    crm.page('customer', { url: `${crm.origins.main}/customer?data={calldata}` }),
    crm.page('workbench'),
  ])
  centre.customer({ number: NUMBER, tone: CUSTOMER_HZ }).callQueue('Support')

  const { pane, press } = pages
  const words = app.words('pop_refused_missing', { page: 'Customer', value: app.words('pop_value_data') })
  await expect(pane.getByText(words)).toBeVisible()
  await app.axe()
  await shotOfScreen(desktop, 'pop-refused')
  await press('dismiss')
  await expect(pane.getByText(words)).toHaveCount(0)
  expect(crm.visits.filter(({ path }) => path === '/customer')).toEqual([])
  await beside.find('/workbench')
})
