import type { Centre } from '../simulator/centre.ts'
import { EVE, EVE_HZ, EVE_WRITTEN } from './fixtures/calls/people.ts'
import { shotOfScreen, wish } from './fixtures/pages/pages-at-desk.ts'
import { type Ground, workWithPages } from './fixtures/pages/work-with-pages.ts'
import { type App, expect, test } from './fixtures.ts'

/** An agent without a call, with the page opened by hand. */
async function openWorkbench(ground: Ground, wishes: Readonly<Record<string, unknown>> = {}) {
  const { app, pages, beside } = await workWithPages(ground, (crm) => [
    crm.page('workbench', { when: ['ringing'], ...wishes }),
  ])
  await pages.choose('pop_open', { page: 'Workbench' })
  const page = await beside.find('/workbench')
  await expect.poll(page.isSeen).toBe(true)
  await expect.poll(() => page.text('#support')).toBe('AICCSupport is here.')
  return { app, page }
}

/** Eve is called, answers, and the agent is idle again. */
async function callsEve(app: App, centre: Centre, click: () => Promise<unknown>, number = EVE): Promise<void> {
  const eve = centre.customer({ number, name: 'Eve', tone: EVE_HZ })
  const next = eve.nextCall()
  await click()
  const call = await next
  expect(await call.talking).toBe(true)
  call.hangUp()
  await app.press('state_finish_wrap_up')
  await app.expectState('state_idle')
}

const dialled = (centre: Centre) => centre.journal.entries.filter(({ name }) => name === 'callOut')

for (const shape of ['object', 'list', 'text', 'support'] as const) {
  test(`a click in a page that calls out by ${shape} dials`, async ({ centre, desktop, earshot }) => {
    const { app, page } = await openWorkbench({ centre, desktop, earshot })

    await callsEve(app, centre, () => page.click(`[data-call="${shape}"]`))

    await expect(wish(app, EVE_WRITTEN)).toHaveCount(0)
  })
}

test('a number in the text dials where the site wants it, and so does a link to a telephone', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, page } = await openWorkbench({ centre, desktop, earshot }, { dialableNumbers: true })
  await expect.poll(() => page.run('CSS.highlights.size')).toBe(1)

  await test.step('in the text', () => callsEve(app, centre, () => page.click('#in-text')))
  // The platform takes digits alone (spec/ccgateway.md 8.2): a plus is dialled as two zeros.
  await test.step('a link', () => callsEve(app, centre, () => page.click('#tel'), `0086${EVE}`))
  await test.step('a frame of the page’s own', () => callsEve(app, centre, () => page.click('#own')))
  await shotOfScreen(desktop, 'click-to-dial')
})

test('without the agent’s click a page’s number is asked about, and a stranger’s frame dials nobody', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, page } = await openWorkbench({ centre, desktop, earshot })

  await test.step('by the page’s own script', async () => {
    await page.run('document.querySelector("[data-call=object]").click()')
    await expect(wish(app, EVE_WRITTEN)).toContainText('Workbench')
    expect(dialled(centre)).toEqual([])
    await app.axe()
    await shotOfScreen(desktop, 'page-wants-to-dial')
    await app.press('door_not_dial')
  })

  await test.step('a frame from elsewhere, even clicked', async () => {
    await page.click('#stranger')
    await page.run('new Promise((resolve) => setTimeout(resolve, 300))')
    await expect(wish(app, '139 0000 0009')).toHaveCount(0)
    expect(dialled(centre)).toEqual([])
  })
})

test('where the site says so every number of a page is asked about, or none is taken', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, page } = await openWorkbench({ centre, desktop, earshot }, { dial: 'ask' })
  await page.click('[data-call="list"]')
  await expect(wish(app, EVE_WRITTEN)).toBeVisible()
  expect(dialled(centre)).toEqual([])
  await callsEve(app, centre, () => app.press('door_dial'))
})
