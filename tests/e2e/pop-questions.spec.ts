import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseFiles } from './fixtures/outside/choose-files.ts'
import { customerCalls } from './fixtures/outside/customer.ts'
import { shotOfScreen } from './fixtures/pages/pages-at-desk.ts'
import { type Ground, workWithPages } from './fixtures/pages/work-with-pages.ts'
import { expect, test } from './fixtures.ts'

/** A ticket beside a ringing call, in the middle of a text. */
async function openTicket(ground: Ground) {
  const work = await workWithPages(ground, (crm) => [crm.page('ticket', { when: ['ringing'] })])
  customerCalls(ground.centre)
  const page = await work.beside.find('/ticket')
  await expect.poll(page.isSeen).toBe(true)
  return { ...work, page }
}

test('a file is saved where the agent says, under a name that a file may have', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, page, pages } = await openTicket({ centre, desktop, earshot })
  const folder = await mkdtemp(join(tmpdir(), 'earshot-page-file-'))
  const path = join(folder, 'contract.html')
  await chooseFiles(app, { save: path })

  await page.click('a[href="/files/contract"]')
  const question = pages.question('pop_file_title', { page: 'Ticket' })
  await expect(question).toContainText('Vertrag')
  await expect(question).not.toContainText('../')
  await app.axe()
  await shotOfScreen(desktop, 'pop-file')
  await pages.press('pop_file_save_as')

  await expect.poll(() => readFile(path, 'utf8').catch(() => null)).toContain('The contract.')
  await expect(pages.pane.getByRole('list', { name: app.words('pop_files') })).toContainText('contract.html')
  await shotOfScreen(desktop, 'pop-file-saved')
  expect((await page.url()).pathname).toBe('/ticket')
})

test('what a page asks is asked beside the call, and waits for the answer', async ({ centre, desktop, earshot }) => {
  const { app, page, pages } = await openTicket({ centre, desktop, earshot })

  await page.click('#ask')
  await expect(pages.pane.getByRole('alert')).toContainText('Call the customer back?')
  await shotOfScreen(desktop, 'pop-confirm')
  await pages.press('pop_ok')
  await expect(pages.pane.getByRole('alert')).toContainText('When?')
  await pages.pane.getByLabel(app.words('pop_ask_answer')).fill('明天')
  await pages.press('pop_ok')
  await expect(pages.pane.getByRole('alert')).toContainText('Noted: 明天')
  await pages.press('pop_ok')

  await expect.poll(() => page.text('#answered')).toBe('明天')
})

test('a text that is not saved keeps its page until the agent gives it up', async ({ centre, desktop, earshot }) => {
  const { app, page, pages, beside } = await openTicket({ centre, desktop, earshot })
  await page.click('#draft')
  await desktop.type('Wants a new router')
  await expect.poll(() => page.run('document.getElementById("draft").value')).toBe('Wants a new router')

  await pages.tab(/^Ticket/).press('Delete')
  await expect(pages.question('pop_leave_close_title', { page: 'Ticket' })).toBeVisible()
  await app.axe()
  await shotOfScreen(desktop, 'pop-leave')
  await pages.press('pop_leave_stay')
  await expect.poll(page.isSeen).toBe(true)
  expect(await page.run('document.getElementById("draft").value')).toBe('Wants a new router')

  await pages.tab(/^Ticket/).press('Delete')
  await pages.press('pop_leave_close')
  await expect(pages.tabs).toHaveCount(0)
  await expect.poll(beside.addresses).toEqual([])
})

test('a server that asks for a name and a password gets them from the agent', async ({ centre, desktop, earshot }) => {
  const { app, crm, pages, beside } = await workWithPages({ centre, desktop, earshot }, (crm) => [
    crm.misbehaving('sign-in'),
  ])
  customerCalls(centre)
  const question = pages.question('pop_sign_in_title', { page: 'Misbehaving', host: new URL(crm.origins.main).host })
  const give = async (password: string) => {
    await question.getByLabel(app.words('pop_sign_in_user'), { exact: true }).fill('bob')
    await question.getByLabel(app.words('pop_sign_in_password'), { exact: true }).fill(password)
    await pages.press('pop_sign_in_go')
  }

  await expect(question).toContainText('Lotus CRM, Zürich')
  await app.axe()
  await shotOfScreen(desktop, 'pop-sign-in')
  await give('wrong')
  await expect(question).toContainText(app.words('pop_sign_in_again'))
  await give('lotus')

  const page = await beside.find('/mischief/sign-in')
  await expect.poll(() => page.text('#who')).toBe('Signed in as bob.')
  expect(app.chronicle.text()).not.toContain('lotus')
})

for (const door of ['expired', 'untrusted', 'wrong-host'] as const) {
  test(`a server whose certificate is ${door} is told nothing, and the agent why`, async ({
    centre,
    desktop,
    earshot,
  }) => {
    const { app, crm, pages } = await workWithPages({ centre, desktop, earshot }, (crm) => [
      crm.page('customer', { url: `${crm.origins[door]}/customer` }),
    ])
    customerCalls(centre)

    await expect(pages.pane.getByText(app.words('pop_failed_certificate'))).toBeVisible()
    await shotOfScreen(desktop, `pop-certificate-${door}`)
    expect(crm.visits).toEqual([])
  })
}
