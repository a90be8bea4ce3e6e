import { customerCalls } from './fixtures/outside/customer.ts'
import { expectUnbroken, talkBesidePage } from './fixtures/pages/mischief.ts'
import { shotOfScreen } from './fixtures/pages/pages-at-desk.ts'
import type { PageBeside } from './fixtures/pages/pages-beside.ts'
import { workWithPages } from './fixtures/pages/work-with-pages.ts'
import { expect, test } from './fixtures.ts'

/** A button of the page is pressed by its own script, after the answer to this very question has got out. */
function doIn({ run }: PageBeside, what: string): Promise<unknown> {
  return run(`setTimeout(() => [...document.querySelectorAll('#deeds button')]
    .find((button) => button.textContent === ${JSON.stringify(what)}).click()), null`)
}

test('a page that hangs is said to hang, can be ended, and nobody in the call hears of it', async ({
  centre,
  desktop,
  earshot,
}) => {
  const talk = await talkBesidePage({ centre, desktop, earshot })
  const { app, pages, page } = talk

  await expectUnbroken(talk, async () => {
    await doIn(page, 'hang')
    await page.knock()
    await expect(pages.pane.getByText(app.words('pop_stuck_title', { page: 'Misbehaving' }))).toBeVisible({
      timeout: 20_000,
    })
  })
  await app.axe()
  await shotOfScreen(desktop, 'pop-hangs')
  await expectUnbroken(talk, async () => {
    await pages.press('pop_end_page')
    await expect(pages.pane.getByText(app.words('pop_stuck_title', { page: 'Misbehaving' }))).toHaveCount(0)
  })
})

test('a page that crashes says so and is loaded again when the agent wants', async ({ centre, desktop, earshot }) => {
  const talk = await talkBesidePage({ centre, desktop, earshot })
  const { app, crm, pages, page } = talk

  await expectUnbroken(talk, async () => {
    await page.crash()
    await expect(pages.pane.getByText(app.words('pop_crashed_title', { page: 'Misbehaving' }))).toBeVisible()
  })
  await app.axe()
  await shotOfScreen(desktop, 'pop-crashed')
  expect(crm.visits.filter(({ path }) => path === '/misbehaving')).toHaveLength(1)
  await expectUnbroken(talk, async () => {
    await pages.press('pop_load_again')
    await expect.poll(() => page.isSeen()).toBe(true)
    expect(await page.text('h1')).toBe('A page that misbehaves')
  })
})

test('a page that asks without end is asked beside the call, and no more when the agent says so', async ({
  centre,
  desktop,
  earshot,
}) => {
  const talk = await talkBesidePage({ centre, desktop, earshot })
  const { app, pages, page } = talk
  const asked = (text: string) => pages.question('pop_ask_says', { page: 'Misbehaving' }).filter({ hasText: text })

  await expectUnbroken(talk, async () => {
    await doIn(page, 'alerts')
    await expect(asked('This is alert 1.')).toBeVisible()
  })
  await app.axe()
  await shotOfScreen(desktop, 'pop-alert')
  await pages.press('pop_ok')
  await expect(asked('This is alert 2.')).toBeVisible()
  await expectUnbroken(talk, async () => {
    await pages.pane.getByRole('checkbox', { name: app.words('pop_ask_no_more') }).check()
    await pages.press('pop_ok')
    await expect(pages.pane.getByRole('alert').getByText('This is alert')).toHaveCount(0)
  })
})

test('windows by the hundred, full screen, sound, and a page that does not let go', async ({
  centre,
  desktop,
  earshot,
}) => {
  const talk = await talkBesidePage({ centre, desktop, earshot })
  const { app, headset, pages, beside, page } = talk
  const windows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  const before = await windows()

  await test.step('windows become tabs, and most of them are refused', async () => {
    await expectUnbroken(talk, () => doIn(page, 'windows'))
    expect(await windows()).toBe(before)
    expect((await beside.addresses()).length).toBeLessThan(25)
  })
  await test.step('nothing else is heard, and the screen stays the agent’s', async () => {
    await expectUnbroken(talk, async () => {
      for (const what of ['sound', 'full-screen', 'pointer-lock', 'move-window', 'title-for-ever', 'hash-for-ever'])
        await doIn(page, what)
    })
    expect(await page.isSilent()).toBe(true)
    expect(headset.heard.at(-1)?.hz).not.toBeNull()
    expect(
      await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isFullScreen())),
    ).toBe(false)
  })
  await test.step('closed against its will', async () => {
    await doIn(page, 'never-let-go')
    await expectUnbroken(talk, async () => {
      await pages
        .tab(/^Misbehaving/)
        .first()
        .press('Delete')
      await pages.press('pop_leave_close')
      await expect.poll(async () => (await beside.addresses()).filter((at) => at.includes('/misbehaving'))).toEqual([])
    })
  })
})

test('a page finds none of Earshot’s powers, is given no device, and gets nowhere it may not go', async ({
  centre,
  desktop,
  earshot,
}) => {
  const talk = await talkBesidePage({ centre, desktop, earshot })
  const { app, page } = talk
  const found = () => page.text('#found')

  await doIn(page, 'probe')
  await expect.poll(found).toBe(JSON.stringify({ found: [], own: ['AICCSupport'] }))
  await expectUnbroken(talk, async () => {
    await page.run('document.getElementById("found").textContent = ""')
    await doIn(page, 'permissions')
    await expect.poll(found, { timeout: 10_000 }).toBe(JSON.stringify({ granted: [] }))
  })
  for (const way of ['to-file', 'to-chrome', 'to-data', 'to-desk', 'to-earshot']) await doIn(page, way)
  await page.run('new Promise((resolve) => setTimeout(resolve, 500))')
  expect((await page.url()).pathname).toBe('/misbehaving')
  expect(centre.journal.entries.filter(({ name }) => name === 'callOut')).toEqual([])
  expect(await app.desk.title()).not.toContain('data')
})

for (const how of ['redirect-loop', 'empty']) {
  test(`a server that answers with ${how} leaves words and a second try`, async ({ centre, desktop, earshot }) => {
    const { app, crm, pages } = await workWithPages({ centre, desktop, earshot }, (crm) => [crm.misbehaving(how)])
    customerCalls(centre)

    const { pane, press } = pages
    await expect(pane.getByText(app.words('pop_failed_title', { page: 'Misbehaving' }))).toBeVisible({
      timeout: 10_000,
    })
    await shotOfScreen(desktop, `pop-${how}`)
    const before = crm.visits.length
    await press('pop_retry')
    await expect.poll(() => crm.visits.length).toBeGreaterThan(before)
  })
}
