import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Centre } from '../simulator/centre.ts'
import type { Colleague } from '../simulator/colleagues/colleague.ts'
import type { CustomerCall } from '../simulator/customers/customer.ts'
import type { Ear } from '../simulator/voice/ear.ts'
import { expectHeard } from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ, customerCalls } from './fixtures/outside/customer.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, type App, expect, test } from './fixtures.ts'

const ALICE = '6001'
const ALICE_HZ = 660
const ALICE_NAME = 'Alice Meyer'
const LEAD = '6003'
const LEAD_HZ = 1_600

/** Chosen from the menu of Alice's row. */
async function choose(app: App, verb: string): Promise<void> {
  await app.button('team').click()
  await app.desk.getByRole('button', { name: app.words('team_verbs_of', { name: ALICE_NAME }), exact: true }).click()
  await app.desk.getByRole('menuitem', { name: app.words(verb), exact: true }).click()
}

/** Yes, to the question that stands. */
async function confirm(app: App, yes: string): Promise<void> {
  await app.desk
    .getByRole('alert')
    .getByRole('button', { name: app.words(yes), exact: true })
    .click()
}

/** Whether a word of this agent's softphone has ever reached the platform. */
function hasSpoken(centre: Centre, workNumber: string): boolean {
  return centre.agent(workNumber).leg?.voice.hearing.heard.some(({ hz }) => hz !== null) === true
}

interface Three {
  readonly headset: Ear
  readonly alice: Colleague
  readonly bob: CustomerCall
}

/** The team lead hears both; and what each of the two hears. */
function expectThree({ headset, alice, bob }: Three, atAlice: number[], atBob: number[]): Promise<void> {
  const others = [[{ hears: alice.hears }, atAlice] as const, [bob, atBob] as const]
  return expectHeard(headset, [ALICE_HZ, CUSTOMER_HZ], others)
}

test('a team lead listens, whispers, joins in and takes over', async ({ centre, desktop, earshot }) => {
  const alice = await centre.colleague(ALICE, { tone: ALICE_HZ, queues: true, answers: 'at-once' })
  const bob = customerCalls(centre)
  expect(await bob.talking).toBe(true)
  const app = await earshot.start()
  await comeToWork(app, centre, LEAD)
  const headset = listenAt(desktop, 'headset')

  await test.step('listens: hears both, and is heard by nobody', async () => {
    await choose(app, 'team_listen')
    await expect(app.callBar()).toContainText(app.words('team_listening_to', { name: ALICE_NAME }))
    await expectThree({ headset, alice, bob }, [CUSTOMER_HZ], [ALICE_HZ])
    expect(hasSpoken(centre, LEAD)).toBe(false)
    await app.axe()
    await app.shot('team-listening')
  })

  await test.step('whispers: heard by the agent alone', async () => {
    await app.press('team_whisper')
    await expectThree({ headset, alice, bob }, [CUSTOMER_HZ, AGENT_HZ], [ALICE_HZ])
  })

  await test.step('joins in: heard by both', async () => {
    await app.press('team_barge')
    await expectThree({ headset, alice, bob }, [CUSTOMER_HZ, AGENT_HZ], [ALICE_HZ, AGENT_HZ])
  })

  await test.step('takes over: the customer is theirs', async () => {
    await app.press('team_take_over')
    await confirm(app, 'team_take_over')
    await expect(app.button('hang_up')).toBeVisible()
    await expectHeard(headset, [CUSTOMER_HZ], [[bob, [AGENT_HZ]]])
    await centre.agent(ALICE).becomes('idle')
  })

  await app.press('hang_up')
  expect(await bob.ended).toBe('agent-hung-up')
  await app.expectState('state_wrap_up')
  expect(centre.leftOpen()).toMatchObject({ calls: 0, shares: 0, rooms: 0 })
})

test('a team lead joins in, stops, is refused, and ends the call for everybody', async ({ centre, earshot }) => {
  const alice = await centre.colleague(ALICE, { tone: ALICE_HZ, queues: true, answers: 'at-once' })
  const bob = customerCalls(centre)
  expect(await bob.talking).toBe(true)
  const app = await earshot.start()
  await comeToWork(app, centre, LEAD)

  await choose(app, 'team_barge')
  await bob.hears.waitForChord([ALICE_HZ, AGENT_HZ])
  await app.press('team_stop')
  await app.expectState('state_idle')
  await bob.hears.waitForChord([ALICE_HZ])
  await alice.hearsOf('AgentOther_BeQcStop')

  centre.faults.add({ at: 'request', name: 'addSupervise', times: 1, effect: { do: 'refuse', retcode: '900-003' } })
  await choose(app, 'team_listen')
  const failed = app.desk.getByRole('alert').filter({ hasText: app.words('retcode_900_003') })
  await expect(failed).toBeVisible()
  await app.shot('team-refused')
  await failed.getByRole('button').click()

  await choose(app, 'team_barge')
  await app.press('team_release')
  await confirm(app, 'team_release')
  expect(await bob.ended).toBe('ended-by-platform')
  await app.expectState('state_idle')
})

test('a team lead makes an agent busy, idle, and signs them out', async ({ centre, earshot }) => {
  const alice = await centre.colleague(ALICE, { queues: true })
  const app = await earshot.start()
  await comeToWork(app, centre, LEAD)

  await choose(app, 'team_make_busy')
  await centre.agent(ALICE).becomes('busy')
  expect(centre.agent(ALICE).reason).toBe(3)
  await choose(app, 'team_make_rest')
  await app.desk.getByRole('menuitem', { name: app.words('rest_minutes', { minutes: 15 }), exact: true }).click()
  await centre.agent(ALICE).becomes('rest')
  await choose(app, 'team_make_idle')
  await centre.agent(ALICE).becomes('idle')

  await test.step('a note, and a bulletin', async () => {
    await choose(app, 'team_send_note')
    await app.desk.getByLabel(app.words('team_text'), { exact: true }).fill('Lunch at 12. 十二点午餐。')
    await app.press('team_send')
    const { content } = await alice.hearsOf('AgentOther_Note')
    expect(content).toMatchObject({ sender: LEAD, context: 'Lunch at 12. 十二点午餐。' })

    await app.press('team_bulletin')
    await app.desk
      .getByLabel(app.words('team_to'), { exact: true })
      .selectOption({ label: app.words('team_queue', { name: 'Support' }) })
    await app.desk.getByLabel(app.words('team_text'), { exact: true }).fill('New prices')
    await app.press('team_send')
    expect((await alice.hearsOf('AgentOther_Bulletin')).content).toEqual({ bulletindata: 'New prices' })
    await app.axe()
    await app.shot('team-messages')
  })

  await choose(app, 'team_sign_out')
  await confirm(app, 'team_sign_out')
  await centre.agent(ALICE).becomes('signed-out')
  const gone = app.desk.getByRole('button', { name: app.words('team_verbs_of', { name: ALICE_NAME }), exact: true })
  await expect(gone).toHaveCount(0)
  await app.axe()
  await app.shot('team-board')
})

test('an agent is told who listens, and loses the customer to them', async ({ centre, desktop, earshot }) => {
  const lead = await centre.colleague(LEAD, { tone: LEAD_HZ })
  const app = await earshot.start()
  await comeToWork(app, centre, ALICE)
  const headset = listenAt(desktop, 'headset')

  const call = customerCalls(centre)
  await expectRinging(app)
  await answer(app, call)
  expect((await lead.ask('PUT', 'qualitycontrol', `addsupervise/${ALICE}`)).retcode).toBe('0')
  await expect(app.callBar()).toContainText(app.words('team_listens', { who: LEAD }))
  await expectHeard(headset, [CUSTOMER_HZ], [[lead, [AGENT_HZ, CUSTOMER_HZ]]])
  await app.axe()
  await app.shot('team-listened-to')

  await lead.ask('POST', 'qualitycontrol', `requestwhisperagent?whisperagentid=${ALICE}`)
  await expect(app.callBar()).toContainText(app.words('team_whispers', { who: LEAD }))
  await expectHeard(headset, [CUSTOMER_HZ, LEAD_HZ], [[call, [AGENT_HZ]]])
  await lead.ask('DELETE', 'qualitycontrol', ALICE)
  await expect(app.callBar()).not.toContainText(app.words('team_whispers', { who: LEAD }))

  await test.step('the customer is taken over', async () => {
    await lead.ask('PUT', 'qualitycontrol', `addsupervise/${ALICE}`)
    await expect(app.callBar()).toContainText(app.words('team_listens', { who: LEAD }))
    await lead.ask('PUT', 'qualitycontrol', `intercept/${ALICE}`)
    await call.hears.waitForChord([LEAD_HZ])
    await expect(app.callBar()).not.toContainText(app.words('team_listens', { who: LEAD }))
    await app.expectState('state_wrap_up')
  })
})

test('an agent without rights reads what is sent, and has no board', async ({ centre, earshot }) => {
  const lead = await centre.colleague(LEAD, { tone: LEAD_HZ })
  const app = await earshot.start()
  await comeToWork(app, centre, ALICE)
  await expect(app.button('team')).toHaveCount(0)
  await expect(app.button('team_messages')).toHaveCount(0)

  const text = 'Bitte leiser sprechen'
  const send = () => lead.ask('POST', 'onlineagent', 'sendnoteletex', { agentIds: [Number(ALICE)], content: text })
  await send()
  await expect(app.desk.getByText(app.words('notice_note_from', { name: 'Carlos Ruiz' }))).toBeVisible()
  centre.behaviour.noteContent = 'none'
  await send()
  await app.desk.getByRole('button', { name: app.words('team_messages_unread', { count: 2 }), exact: true }).click()
  await expect(app.desk.getByText(text)).toBeVisible()
  await expect(app.desk.getByText(app.words('team_no_words'))).toBeVisible()
  await expect(app.button('team_messages')).toBeVisible()
  expect(logsOf(app)).not.toContain(text)
})

function logsOf({ launch }: App): string {
  const folder = join(launch.userData, 'logs')
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}
