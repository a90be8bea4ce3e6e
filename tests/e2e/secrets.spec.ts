import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findOnDisk } from './fixtures/look/on-disk.ts'
import { type App, expect, formOf, test } from './fixtures.ts'

const FORM = formOf('6001')
const TYPED = [FORM.password, FORM.softphonePassword]

test('passwords are remembered, used at the next start, and forgotten on request', async ({ centre, earshot }) => {
  const first = await earshot.start({ audio: 'fake' })

  await test.step('remembered: encrypted, one line each, for the owner only', async () => {
    await signInAndRemember(first)
    expect(await modeOf(first)).toBe(0o600)
    await first.quit()
    await expectNothingInTheClear(first)
    expect(await findOnDisk(homeOf(first), [FORM.workNumber]), 'the search itself finds things').not.toEqual([])
  })

  const second = await earshot.start({ audio: 'fake', after: first.launch })
  await test.step('used at the next start: nothing is typed', async () => {
    await expect(second.desk.getByText(second.words('passwords_saved'))).toBeVisible()
    await second.axe()
    await second.shot('secrets-saved')
    await second.press('sign_in')
    await second.expectState('state_busy', { timeout: 15_000 })
    await centre.agent('6001').becomesRegistered()
    await signOut(second)
  })

  await test.step('forgotten on request: gone from the file, and asked again', async () => {
    await second.press('forget_passwords')
    await expectAsked(second)
    expect(await keptBy(second)).toEqual([])
    await second.quit()
    await expectNothingInTheClear(second)
    const third = await earshot.start({ audio: 'fake', after: second.launch })
    await expectAsked(third)
  })
})

test('unticking the box at a sign-in forgets what was remembered', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  await signInAndRemember(app)
  await signOut(app)
  await expect(app.desk.getByText(app.words('passwords_saved'))).toBeVisible()

  await rememberBox(app).uncheck()
  await app.press('sign_in')
  await centre.agent('6001').becomesRegistered()

  await expect.poll(() => keptBy(app)).toEqual([])
})

const UNUSABLE = [
  { what: 'locked', keyring: 'locked', args: [], why: 'vault_locked' },
  { what: 'missing', keyring: 'missing', args: [], why: 'vault_no_key_store' },
  { what: 'not one that encrypts', keyring: 'missing', args: ['--password-store=basic'], why: 'vault_insecure' },
] as const

for (const { what, keyring, args, why } of UNUSABLE) {
  test(`a key store that is ${what}: nothing is kept, and the agent is told why`, async ({
    centre,
    desktop,
    earshot,
  }) => {
    await desktop.keyring.replace(keyring)
    const app = await earshot.start({ audio: 'fake', args })

    await expect(app.desk.getByText(app.words(why))).toBeVisible()
    await expect(rememberBox(app)).toBeDisabled()
    await app.axe()
    await app.shot(`secrets-${keyring}-${why}`)
    await app.signIn()
    await centre.agent('6001').becomesRegistered()

    expect(await keptBy(app)).toEqual([])
    await app.quit()
    await expectNothingInTheClear(app)
  })
}

test('what was remembered waits while the key store is locked, and is used again once it is open', async ({
  desktop,
  centre,
  earshot,
}) => {
  const first = await earshot.start({ audio: 'fake' })
  await signInAndRemember(first)
  await first.quit()
  await desktop.keyring.lock()

  const locked = await earshot.start({ audio: 'fake', after: first.launch })
  await expectAsked(locked)
  await expect(locked.desk.getByText(locked.words('vault_locked'))).toBeVisible()
  await locked.signIn()
  await centre.agent('6001').becomesRegistered()
  await locked.quit()
  await expectNothingInTheClear(locked)

  await desktop.keyring.unlock()
  const open = await earshot.start({ audio: 'fake', after: first.launch })
  await open.press('sign_in')
  await centre.agent('6001').becomesRegistered()
})

test('a key store that was replaced: the agent is told, asked again, and what they type is remembered', async ({
  centre,
  desktop,
  earshot,
}) => {
  const first = await earshot.start({ audio: 'fake' })
  await signInAndRemember(first)
  await first.quit()
  await desktop.keyring.replace('unlocked')

  const second = await earshot.start({ audio: 'fake', after: first.launch })
  await expect(second.desk.getByText(second.words('notice_secrets_unreadable'))).toBeVisible()
  await expectAsked(second)
  await second.axe()
  await second.shot('secrets-replaced')
  await signInAndRemember(second)
  await second.quit()
  await expectNothingInTheClear(second)

  const third = await earshot.start({ audio: 'fake', after: second.launch })
  await expect(third.desk.getByText(third.words('passwords_saved'))).toBeVisible()
  await third.press('sign_in')
  await centre.agent('6001').becomesRegistered()
})

function rememberBox(app: App) {
  return app.desk.getByRole('checkbox', { name: app.words('remember_passwords') })
}

/** Kept once both have proved right, and not before. */
async function signInAndRemember(app: App): Promise<void> {
  const before = await keptBy(app)
  await app.signIn({ remember: true })
  await expect.poll(async () => (await keptBy(app)).filter((text) => !before.includes(text))).toHaveLength(2)
}

async function signOut(app: App): Promise<void> {
  await app.desk.getByRole('banner').getByRole('button').first().click()
  await app.desk.getByRole('menuitem', { name: app.words('sign_out') }).click()
  await expect(app.button('sign_in')).toBeVisible()
}

async function expectAsked(app: App): Promise<void> {
  for (const name of ['password', 'softphone_password']) {
    await expect(app.desk.getByLabel(app.words(name), { exact: true })).toBeVisible()
    await expect(app.desk.getByLabel(app.words(name), { exact: true })).toHaveValue('')
  }
  await expect(app.desk.getByLabel(app.words('work_number'), { exact: true })).toHaveValue(FORM.workNumber)
}

function secretsFile(app: App): string {
  return join(app.launch.userData, 'secrets.json')
}

async function modeOf(app: App): Promise<number> {
  return (await stat(secretsFile(app))).mode & 0o777
}

/** Every ciphertext in the file, whatever it belongs to; each is base64 on one line. */
async function keptBy(app: App): Promise<readonly string[]> {
  const text = await readFile(secretsFile(app), 'utf8').catch(() => '{}')
  const { secrets = {}, aside = [] }: SecretsFile = JSON.parse(text)
  const kept = [...Object.values(secrets), ...aside.map(({ ciphertext }) => ciphertext)]
  for (const one of kept) expect(one).toMatch(/^[A-Za-z0-9+/]{40,}={0,2}$/)
  return kept
}

interface SecretsFile {
  readonly secrets?: Readonly<Record<string, string>>
  readonly aside?: readonly { readonly ciphertext: string }[]
}

function homeOf(app: App): string {
  return app.launch.env.HOME ?? ''
}

/** In the whole of the agent's home, caches and logs included. */
async function expectNothingInTheClear(app: App): Promise<void> {
  expect(await findOnDisk(homeOf(app), TYPED)).toEqual([])
}
