import { MUSIC_HZ } from './fixtures/calls/people.ts'
import { chatSite, showChats } from './fixtures/chat/conversation.ts'
import { customerCalls, NUMBER } from './fixtures/outside/customer.ts'
import { shotOfScreen } from './fixtures/pages/pages-at-desk.ts'
import { workWithPages } from './fixtures/pages/work-with-pages.ts'
import { answer, expectRinging } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

const SECOND = '13800138001'

test.use({ centreOptions: { behaviour: { callWaiting: 'while-talking' } } })

test('five pages and several calls: one tab for each page and call, none loaded again', async ({
  centre,
  desktop,
  earshot,
}) => {
  const names = [1, 2, 3, 4, 5].map((place) => `Page-${place}`)
  const { app, crm, pages, beside } = await workWithPages({ centre, desktop, earshot }, (crm) =>
    names.map((name) => crm.page('customer', { name, url: `${crm.origins.main}/customer?page=${name}` })),
  )
  const { tabs, choose } = pages
  const visits = () => crm.visits.filter(({ path }) => path === '/customer').map(({ query }) => query)

  for (const [turn, number] of [NUMBER, SECOND, NUMBER].entries()) {
    const call = centre.customer({ number, tone: 440 }).callQueue('Support')
    await expectRinging(app)
    await answer(app, call)
    await expect(tabs).toHaveCount(5 * (turn + 1))
    call.hangUp()
    await app.press('state_finish_wrap_up')
    await centre.agent('6001').becomes('idle')
  }

  await expect.poll(() => visits().length).toBe(15)
  expect(new Set(visits().map(({ page, callid }) => `${page} ${callid}`)).size).toBe(15)
  await app.axe()
  await shotOfScreen(desktop, 'pop-many-tabs')
  await choose('pop_close_ended')
  await expect(tabs).toHaveCount(0)
  await expect.poll(beside.addresses).toEqual([])
  expect(visits()).toHaveLength(15)
})

test('with two calls the page is that of the call which is selected', async ({ centre, desktop, earshot }) => {
  const { app, crm, beside } = await workWithPages({ centre, desktop, earshot }, (crm) => [crm.page('customer')])
  const bob = customerCalls(centre)
  await expectRinging(app)
  await answer(app, bob)
  const ofBob = await beside.find(`callid=${encodeURIComponent(bob.id)}`)
  await expect.poll(ofBob.isSeen).toBe(true)

  const second = centre.customer({ number: SECOND, tone: 880 }).callQueue('Support')
  const ofSecond = await beside.find(`callerNum=${SECOND}`)
  await app.press('answer')
  expect(await second.talking).toBe(true)
  await bob.hears.waitFor(MUSIC_HZ)
  await expect.poll(ofSecond.isSeen).toBe(true)
  await expect.poll(ofBob.isSeen).toBe(false)
  expect(await ofSecond.text('h1')).toBe('José Núñez y García')

  await test.step('selected again, its page comes back as it was', async () => {
    await app.desk.locator('.work-list').getByText('138 0013 8000').first().click()
    await expect.poll(ofBob.isSeen).toBe(true)
    await expect.poll(ofSecond.isSeen).toBe(false)
  })
  second.hangUp()
  bob.hangUp()
  expect(crm.visits.filter(({ path }) => path === '/customer')).toHaveLength(2)
})

test('with chats the page follows the one that is selected, and is told of it', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, beside } = await workWithPages(
    { centre, desktop, earshot },
    (crm) => [crm.page('workbench', { when: ['chat-switch'] })],
    { audio: 'fake', chat: { ...chatSite, autoAnswer: true } },
  )
  const [lina, bob] = ['lina', 'bob'].map((id) =>
    centre.chatCustomer({ id, name: id, channel: 'WECHAT' }).writesTo('Web chat', { says: 'Hello' }),
  )
  expect([await lina?.talking, await bob?.talking]).toEqual([true, true])
  await showChats(app)
  const row = (name: string) => app.desk.locator('.work-list .chat button.row', { hasText: name })

  await row('lina').click()
  const ofLina = await beside.find(`callid=${encodeURIComponent(lina?.id ?? '')}`)
  await expect.poll(ofLina.isSeen).toBe(true)
  await row('bob').click()
  const ofBob = await beside.find(`callid=${encodeURIComponent(bob?.id ?? '')}`)
  await expect.poll(ofBob.isSeen).toBe(true)
  await row('lina').click()
  await expect.poll(ofLina.isSeen).toBe(true)

  const told = await ofLina.run<string[]>(
    `[...document.querySelectorAll('#events li')].map((one) => one.dataset.fields)`,
  )
  const switches = told.map((text) => JSON.parse(text)).filter(({ callid }) => callid === lina?.id)
  expect(switches.at(-1)).toMatchObject({ mediaType: 'wechat', callType: '0', workNo: '6001' })
  await app.axe()
  await shotOfScreen(desktop, 'pop-chat')
})
