import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Bridge } from '#contract'
import { chatSite, chatWith, row, showChats } from './fixtures/chat/conversation.ts'
import { findOnDisk } from './fixtures/look/on-disk.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

declare const bridge: Bridge<'desk'>

test('what is begun in each chat stays: over switching, a reload and a killed app, and never in the clear', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: chatSite })
  await comeToWork(app, centre)
  const first = await chatWith(app, centre, { says: 'Hello' }, { id: 'lina', name: 'Li Na' })
  await fieldOf(app).fill('half a sentence for Li Na')
  const second = await chatWith(app, centre, { says: 'Hello' }, { id: 'wang', name: 'Wang Fang' })
  await expect(fieldOf(app)).toHaveValue('')
  await fieldOf(app).fill('王芳的回复')

  await test.step('over switching', () => switchOver(app))
  await test.step('over a reload of the desk', async () => {
    await fieldOf(app).press('End')
    await fieldOf(app).pressSequentially('!')
    await app.desk.reload({ waitUntil: 'commit' })
    await showChats(app)
    await row(app, 'Wang Fang').click()
    await expect(fieldOf(app)).toHaveValue('王芳的回复!')
  })
  await expect.poll(() => sealedIn(app)).toContain('王芳的回复!')
  await app.kill()
  const home = join(app.launch.userData, '..')
  expect(await findOnDisk(home, ['half a sentence', '王芳的回复'])).toEqual([])

  const again = await earshot.start({ audio: 'fake', chat: chatSite, after: app.launch })
  // The session of the killed app is still there.
  await again.trySignIn()
  await again.press('sign_in_force')
  await centre.agent('6001').becomesRegistered()
  await test.step('over an app that was killed, for whenever those chats come back', async () => {
    const drafts = await again.desk.evaluate(() => bridge.request('drafts.all', undefined))
    expect(drafts).toEqual([
      { chatId: first.chat.id, text: 'half a sentence for Li Na' },
      { chatId: second.chat.id, text: '王芳的回复!' },
    ])
  })
  await test.step('gone with the sign-out', async () => {
    await again.quit()
    expect(await keptBy(again)).toEqual({})
  })
})

async function switchOver(app: App): Promise<void> {
  await row(app, 'Li Na').click()
  await expect(fieldOf(app)).toHaveValue('half a sentence for Li Na')
  await row(app, 'Wang Fang').click()
  await expect(fieldOf(app)).toHaveValue('王芳的回复')
}

/** What of drafts stands in the vault, by its name. */
async function keptBy(app: App): Promise<Readonly<Record<string, string>>> {
  const file = JSON.parse(await readFile(join(app.launch.userData, 'secrets.json'), 'utf8').catch(() => '{}'))
  const secrets = Object.entries<string>(file.secrets ?? {})
  return Object.fromEntries(secrets.filter(([name]) => name.endsWith(' drafts')))
}

/** The same, opened with the key that sealed it. */
async function sealedIn(app: App): Promise<string> {
  const [sealed] = Object.values(await keptBy(app))
  if (sealed === undefined) return ''
  const opened = await app.electron.evaluate(
    ({ safeStorage }, text) => safeStorage.decryptString(Buffer.from(text, 'base64')),
    sealed,
  )
  return Buffer.from(opened, 'base64').toString('utf8')
}

function fieldOf(app: App): Locator {
  return app.desk.getByRole('region', { name: app.words('compose_region'), exact: true }).getByRole('textbox')
}
