import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Centre } from '../simulator/centre.ts'
import { findOnDisk } from './fixtures/look/on-disk.ts'
import { saidOn, strayIn } from './fixtures/look/said.ts'
import { CUSTOMER_HZ, customerCalls, NUMBER } from './fixtures/outside/customer.ts'
import { EVENTS, SECRETS, sendRubbish } from './fixtures/rubbish/from-gateway.ts'
import { HOSTILE, MALFORMED } from './fixtures/rubbish/from-phone.ts'
import { NAMED_IN_PROFILE, WRONG_PROFILE } from './fixtures/rubbish/wrong-profile.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, formOf, test } from './fixtures.ts'

const SOFTPHONE = formOf('6001').softphoneNumber
/** A poll's answer that is not JSON costs the connection, which is made again and asked what was missed. */
const NOT_JSON = { websocket: 'Frame from the gateway not understood', poll: 'Poll not answered' } as const

for (const transport of ['websocket', 'poll'] as const) {
  test(`rubbish from the gateway is named in the log and costs nothing, over ${transport}`, async ({
    centre,
    earshot,
  }) => {
    const app = await earshot.start({ transport, audio: 'fake' })
    await comeToWork(app, centre)

    await test.step('while idle', async () => {
      sendRubbish(centre)
      await expectRubbishRead(app, 1)
      for (const [type] of EVENTS.slice(0, 2)) expect(await readLog(app)).toContain(type)
      expect(await readLog(app)).toContain(NOT_JSON[transport])
      await app.expectState('state_idle')
    })

    await test.step('in a call, which goes on', async () => {
      const call = customerCalls(centre)
      await expectRinging(app)
      await answer(app, call)
      sendRubbish(centre)
      await expectRubbishRead(app, 2)
      await call.hears.waitFor(AGENT_HZ)
      await app.expectState('state_talking')
      await app.press('hang_up')
      expect(await call.ended).toBe('agent-hung-up')
      await app.press('state_finish_wrap_up')
    })

    await expectNextCallWorks(app, centre)
    await expectNothingSecretInLog(app)
  })
}

test('a result that never comes is told, and the same verb works again', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake' })
  await comeToWork(app, centre)
  const call = customerCalls(centre)
  await expectRinging(app)

  centre.faults.add({ at: 'request', name: 'answer', times: 1, effect: { do: 'drop' } })
  await app.press('answer')

  await expect(app.desk.getByText(app.words('command_no_answer'))).toBeVisible({ timeout: 10_000 })
  await app.axe()
  await app.shot('bad-input-no-result')
  await answer(app, call)
  await app.press('hang_up')
  await app.expectState('state_wrap_up')
})

test('malformed SIP and a hostile display name are taken as what they are', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start({ gateway: false, audio: 'fake' })
  await app.signIn()
  await centre.agent('6001').becomesRegistered()

  await test.step('malformed', async () => {
    for (const text of MALFORMED) centre.sip.faults.sendRaw(SOFTPHONE, text)
    for (const said of ['not a SIP message', 'too long to be read', 'missing mandatory header field'])
      await expect.poll(() => readLog(app)).toContain(said)
    await app.expectState('state_idle')
  })

  await test.step('a name full of markup is shown letter for letter', async () => {
    const other = await desktop.openOtherProgram()
    const call = centre.customer({ number: NUMBER, name: HOSTILE, tone: CUSTOMER_HZ }).callPhone(SOFTPHONE)
    await expect(app.callBar()).toContainText('<img src=x onerror="document.title=\'owned\'"><b>Bob</b>')
    const shown = await desktop.notifications.waitFor('Bob')
    expect(shown.body).not.toContain('<')
    await other.stop()
    for (const page of [app.desk, await app.window('alert')]) {
      await expect(page.getByRole('img', { name: 'x' })).toHaveCount(0)
      expect(await page.title()).toBe(app.words('app_name'))
    }
    await app.axe()
    await app.shot('bad-input-hostile-name')
    await answer(app, call)
    await call.hears.waitFor(AGENT_HZ)
    await app.press('hang_up')
    await call.ended
  })

  await expectNothingSecretInLog(app)
})

test('a profile that is wrong is shown line by line, and a right one takes its place', async ({ centre, earshot }) => {
  const app = await earshot.start({ profile: null, audio: 'fake', language: 'zh-CN' })
  const home = app.launch.env.HOME ?? ''
  await expect(app.desk.getByText(app.words('profile_none_title'))).toBeVisible()

  await test.step('pasted with faults: each with its line', async () => {
    await paste(app, WRONG_PROFILE)
    const said = [
      [2, app.words('problem_unknown_key', { path: 'colour' })],
      [4, app.words('problem_wrong_value', { path: 'gateway.url', expected: 'https://host:port/agentgateway' })],
      [5, app.words('problem_unknown_key', { path: 'gateway.transprot' })],
      [8, app.words('problem_wrong_type', { path: 'sip.servers', expected: '[ … ]' })],
      [9, app.words('problem_unknown_key', { path: 'sip.registerSecond' })],
    ] as const
    for (const [line, what] of said)
      await expect(app.desk.getByText(app.words('problem_at_line', { line, what }))).toBeVisible()
    await expect(app.desk.getByRole('listitem')).toHaveCount(said.length)
    expect(strayIn(await saidOn(app.desk), 'zh-CN', NAMED_IN_PROFILE)).toEqual([])
    await app.axe()
    await app.shot('bad-input-profile')
  })

  await test.step('pasted whole: the sign-in is there', async () => {
    const { gateway, sip, name } = centre.profile()
    const { ca } = centre
    await paste(app, JSON.stringify({ name, gateway: { ...gateway, ca }, sip: { ...sip, ca } }, null, 2))
    await expect(app.button('sign_in')).toBeVisible()
    await app.signIn()
    await centre.agent('6001').becomesRegistered()
  })

  await test.step('a file that is no JSON at all is named at the next start', async () => {
    await app.quit()
    const file = join(home, 'broken.json')
    await writeFile(file, '{\n  "name": "x",\n  "sip": {,}\n}\n')
    const again = await earshot.start({ profile: file, audio: 'fake', language: 'zh-CN', after: app.launch })
    await expect(again.desk.getByText(again.words('profile_wrong_file', { file }))).toBeVisible()
    const what = again.words('problem_not_json')
    await expect(again.desk.getByText(again.words('problem_at_line', { line: 3, what }))).toBeVisible()
  })
})

test('a SIP server nobody vouches for is told as that, until the profile names its authority', async ({
  centre,
  earshot,
}) => {
  const { gateway, sip, name } = centre.profile()
  const { ca: _, ...withoutAuthority } = sip
  const app = await earshot.start({ profile: null, audio: 'fake' })
  await paste(app, JSON.stringify({ name, gateway: { ...gateway, ca: centre.ca }, sip: withoutAuthority }))
  await app.signIn()

  await expect(app.desk.getByText(app.words('line_failed_untrusted'))).toBeVisible({ timeout: 15_000 })
  await app.axe()
  await app.shot('bad-input-untrusted')

  await app.desk.getByRole('banner').getByRole('button').first().click()
  await app.desk.getByRole('menuitem', { name: app.words('sign_out') }).click()
  await expect(app.button('sign_in')).toBeVisible()
  await paste(app, JSON.stringify({ name, gateway: { ...gateway, ca: centre.ca }, sip: { ...sip, ca: centre.ca } }))
  await app.signIn()
  await centre.agent('6001').becomesRegistered()
})

test('files of zeros are set aside and named, and work goes on', async ({ centre, earshot }) => {
  const first = await earshot.start({ audio: 'fake' })
  await first.signIn({ remember: true })
  await centre.agent('6001').becomesRegistered()
  await first.quit()
  const { userData } = first.launch
  for (const name of ['settings', 'memory', 'secrets'])
    await writeFile(join(userData, `${name}.json`), Buffer.alloc(4096))

  const second = await earshot.start({ audio: 'fake', after: first.launch })

  const aside = (await readdir(userData)).filter((name) => name.includes('.damaged-'))
  expect(aside.map((name) => name.split('.')[0]).sort()).toEqual(['memory', 'secrets', 'settings'])
  for (const file of aside)
    await expect(second.desk.getByText(second.words('notice_settings_set_aside', { file }))).toBeVisible()
  await second.axe()
  await second.shot('bad-input-zeros')
  await comeToWork(second, centre)
  await expectNextCallWorks(second, centre)
})

async function expectNextCallWorks(app: App, centre: Centre): Promise<void> {
  await app.expectState('state_idle', { timeout: 20_000 })
  const call = customerCalls(centre)
  await expectRinging(app)
  await answer(app, call)
  await call.hears.waitFor(AGENT_HZ)
  await app.press('hang_up')
  expect(await call.ended).toBe('agent-hung-up')
}

/** As somebody pastes text anywhere on the page but into a field. */
async function paste(app: App, text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await app.desk.getByRole('heading', { name: app.words('app_name') }).click()
  await app.desk.keyboard.press('Control+KeyV')
}

function logFolder(app: App): string {
  return join(app.launch.userData, 'logs')
}

/** The file is there from its first line on. */
async function readLog(app: App): Promise<string> {
  const file = join(logFolder(app), 'earshot.log')
  return existsSync(file) ? readFile(file, 'utf8') : ''
}

/** The last of it is in the log, and the connection is there. */
async function expectRubbishRead(app: App, times: number): Promise<void> {
  const last = 'Event that changes no call {"event":"no-answer"}'
  const seen = async () => (await readLog(app)).split(last).length - 1
  await expect.poll(seen, { timeout: 30_000 }).toBe(times)
  await expect(app.desk.getByRole('banner').getByText(app.words('gateway_reconnecting'))).toHaveCount(0)
}

async function expectNothingSecretInLog(app: App): Promise<void> {
  expect(await findOnDisk(logFolder(app), SECRETS)).toEqual([])
}
