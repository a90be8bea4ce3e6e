import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listenAt } from './fixtures/ears.ts'
import { chooseFiles } from './fixtures/outside/choose-files.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, test } from './fixtures.ts'

const QUERIES = /^get(AllAgentStatus|AgentVdnSkill|InnoInfo|IvrInfo|SkillWaitNum)$/

test('colleagues, queues and codes, asked for only while somebody looks', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  await comeToWork(app, centre)
  const queries = () =>
    centre.journal.entries.filter(({ kind, name }) => kind === 'request' && QUERIES.test(name)).length
  expect(queries()).toBe(0)
  await openDirectory(app)

  await test.step('states, waiting counts, and nobody who calls themselves', async () => {
    await expect(row(app, '陈静')).toContainText(app.words('state_busy'))
    await expect(row(app, '王芳')).toContainText(app.words('state_offline'))
    await expect(row(app, 'Support').first()).toContainText(app.words('directory_waiting', { count: 0 }))
    await expect(row(app, 'PIN check')).toBeVisible()
    await expect(deed(app, 'deed_call_inside', 'Alice Meyer')).toHaveCount(0)
    expect(queries()).toBe(6)
    await app.axe()
    await app.shot('directory')
  })

  centre.agent('6008').forceIdle()

  await test.step('a name is found by its initials, its number by a part of it', async () => {
    await search(app, 'cj')
    await expect(rows(app)).toHaveCount(1)
    await expect(row(app, '陈静')).toBeVisible()
    await search(app, '900')
    await expect(rows(app)).toHaveCount(2)
    await search(app, 'nobody')
    await expect(app.desk.getByText(app.words('directory_nothing_found', { text: 'nobody' }))).toBeVisible()
    await search(app, '')
  })

  await test.step('the call that talks can be handed to whom is found', async () => {
    const call = centre.customer({ number: '13800138001', tone: 440 }).callQueue('Support')
    await expectRinging(app)
    await answer(app, call)
    await deed(app, 'deed_transfer', '销售').first().click()
    await expect(app.desk.getByLabel(app.words('handover_to'), { exact: true }).first()).toHaveValue('销售')
    await app.desk.keyboard.press('Escape')
    call.hangUp()
    await call.ended
  })

  await test.step('a state that has changed is shown where it was', async () => {
    await expect(row(app, '陈静')).toContainText(app.words('state_idle'), { timeout: 15_000 })
  })
})

test('a call from the directory that is refused is told of in a narrow window too', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  await comeToWork(app, centre)
  await app.desk.setViewportSize({ width: 640, height: 480 })
  await openDirectory(app)
  centre.agent('6008').forceIdle()
  await search(app, '6008')
  centre.faults.add({ at: 'request', name: 'callInner', times: 1, effect: { do: 'refuse', retcode: '200-001' } })

  await deed(app, 'deed_call_inside', '陈静').first().click()

  const failed = app.desk.getByRole('alert').filter({ hasText: app.words('dial_failed', { number: '6008' }) })
  await expect(failed).toBeVisible()
  await app.axe()
})

test('a platform that will not be asked so often is left in peace, and that is said', async ({ centre, earshot }) => {
  const app = await earshot.start({ transport: 'poll', audio: 'fake' })
  await comeToWork(app, centre)
  const effect = { do: 'refuse', retcode: '100-007' } as const
  centre.faults.add({ at: 'request', name: 'getAllAgentStatus', effect })

  await openDirectory(app)

  await expect(app.desk.getByText(app.words('directory_failed'))).toBeVisible()
  // The answer of the one that was refused is the last that was asked for.
  const asked = centre.journal.entries.filter(({ kind, name }) => kind === 'request' && QUERIES.test(name))
  expect(asked.map(({ name }) => name)).toEqual(['getAllAgentStatus'])
  await app.axe()
})

test('contacts of a plain softphone: taken in, found, called, changed, given out', async ({
  centre,
  desktop,
  earshot,
}) => {
  const app = await earshot.start({ gateway: false })
  await app.signIn()
  await centre.agent('6001').becomesRegistered()
  await openDirectory(app)
  await expect(app.desk.getByText(app.words('directory_empty'))).toBeVisible()

  await test.step('a file with a broken line gives its contacts and names the line', () => takeIn(app))

  await test.step('found by initials, called, and both are heard', async () => {
    const headset = listenAt(desktop, 'headset')
    const next = centre.customer({ number: '10086', tone: 620, ringMs: 200 }).nextCall()
    await search(app, 'wxm')
    await row(app, '王小明').click()
    await app.desk.getByRole('article', { name: '王小明' }).getByRole('button').nth(1).click()
    const call = await next
    expect(await call.talking).toBe(true)
    await Promise.all([call.hears.waitFor(AGENT_HZ), headset.waitFor(620)])
    call.hangUp()
    await call.ended
  })

  await test.step('changed, and given out as a table', () => changeAndGiveOut(app))

  await test.step('three hundred are scrolled through, and one is removed', async () => {
    await search(app, '')
    await row(app, 'Somebody 1').first().hover()
    await app.desk.mouse.wheel(0, 100_000)
    await row(app, 'Somebody 300').click()
    await app.press('contact_remove')
    await app.press('contact_remove_sure')
    await expect(row(app, 'Somebody 300')).toHaveCount(0)
    await expect(row(app, 'Somebody 299')).toBeVisible()
  })
})

async function takeIn(app: App): Promise<void> {
  const file = join(app.launch.userData, 'in.vcf')
  writeFileSync(file, `BEGIN:VCARD\nFN:王小明\nrubbish\nTEL;TYPE=cell:10086\nEND:VCARD\n${cards(300)}`)
  await chooseFiles(app, { open: file })
  await app.press('contacts_import')
  await expect(app.desk.getByText(app.words('import_done', { added: 301, known: 0 }))).toBeVisible()
  await app.desk.getByText(app.words('import_problems', { count: 1 })).click()
  const problem = app.words('import_not_a_field')
  await expect(app.desk.getByText(app.words('import_problem', { line: 3, problem }))).toBeVisible()
  await app.axe()
  await app.shot('directory-imported')
  await app.press('dismiss')
}

async function changeAndGiveOut(app: App): Promise<void> {
  await app.press('contact_edit')
  await app.desk.getByLabel(app.words('contact_company'), { exact: true }).fill('=HYPERLINK("x")')
  await app.press('contact_save')
  await expect(row(app, '王小明')).toContainText('=HYPERLINK')
  const file = join(app.launch.userData, 'out.csv')
  await chooseFiles(app, { save: file })
  await app.press('contacts_export')
  await app.desk.getByRole('menuitem', { name: app.words('export_csv') }).click()
  await expect(app.desk.getByText(app.words('export_done', { count: 301, file: 'out.csv' }))).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain(`王小明,"'=HYPERLINK(""x"")"`)
}

function cards(count: number): string {
  const card = (number: number) => `BEGIN:VCARD\nFN:Somebody ${number}\nTEL:+1555${number}\nEND:VCARD\n`
  return Array.from({ length: count }, (_, index) => card(index + 1)).join('')
}

async function openDirectory(app: App): Promise<void> {
  await app.press('directory')
  await expect(app.desk.getByRole('article', { name: app.words('directory') })).toBeVisible()
}

async function search(app: App, text: string): Promise<void> {
  await app.desk.getByRole('searchbox', { name: app.words('directory_search') }).fill(text)
}

function rows(app: App) {
  return app.desk.getByRole('region', { name: app.words('directory_entries') }).locator('.row')
}

function row(app: App, name: string) {
  return rows(app).filter({ hasText: name })
}

function deed(app: App, word: string, name: string) {
  return app.desk.getByRole('button', { name: app.words(word, { name }), exact: true })
}
