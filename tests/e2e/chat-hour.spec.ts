import { outOfOrder, saidIn } from '#support/chat-hour/compare.ts'
import { type Hands, workWith } from '#support/chat-hour/hands.ts'
import type { Centre } from '../simulator/centre.ts'
import type { CustomerChat } from '../simulator/chat/customers/chat-customer.ts'
import { planHour } from '../simulator/chat/scenario/plan-hour.ts'
import { playHour } from '../simulator/chat/scenario/play-hour.ts'
import { chatSite, paneOf, row } from './fixtures/chat/conversation.ts'
import { type DeskOfHour, sitAtDesk } from './fixtures/chat/desk-of-hour.ts'
import { disturb } from './fixtures/chat/disturb.ts'
import { timeKeys } from './fixtures/chat/key-times.ts'
import { listenAt } from './fixtures/ears.ts'
import { customerCalls, expectBothHeard } from './fixtures/outside/customer.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const seed = 20_261_122
const hourMs = 60 * 60_000
/** The hour in less than a minute: every wait of the plan is divided, and what follows from it takes its own time. */
const pace = 80
const plan = planHour({ seed, lastsMs: hourMs })
/** No faster than they can be borne: an answer that never comes keeps the row of commands for five seconds. */
const faultPlan = { seed: seed + 2, agent: '6001', lastsMs: hourMs / pace, everyMs: 1_500, pace: 8 }

test.use({ centreOptions: { behaviour: { eventsWhileGone: 'kept' } } })

/** Beside the plan somebody writes whom the agent answers with their own fingers, and a call comes in the middle. */
test('an hour of thirty conversations with faults ends with the same transcript on both sides', async ({
  centre,
  desktop,
  earshot,
}, testInfo) => {
  test.setTimeout(150_000)
  const app = await earshot.start({ chat: { ...chatSite, limit: 31 } })
  await comeToWork(app, centre)
  const desk = await sitAtDesk(app)
  const hands = workWith(desk, { seed: seed + 1, pace })
  const working = keepWorking(desk, hands, () => centre.chats.length > plan.length && isOver(centre))
  const grace = centre.chatCustomer({ id: 'grace', name: 'Grace' }).writesTo('Web chat', { says: 'Good morning' })
  expect(await grace.talking).toBe(true)
  await row(app, 'Grace').click()
  playHour({ after: (ms, run) => setTimeout(run, ms) }, centre, plan, { queue: 'Web chat', pace })
  const faults = disturb(centre, faultPlan)

  await test.step('the agent’s own fingers, and a call, find the desk quick', async () => {
    const taken = await timeKeys(app)
    await writeTo(app, grace, 6)
    faults.spare(true)
    const call = customerCalls(centre)
    await expectRinging(app)
    await answer(app, call)
    await expectBothHeard(call, listenAt(desktop, 'headset'))
    await app.press('hang_up')
    await call.ended
    await app.press('state_finish_wrap_up')
    faults.spare(false)
    await writeTo(app, grace, 6)
    const took = [...(await taken())].sort((one, other) => one - other)
    await testInfo.attach('milliseconds from a key to its paint', { body: JSON.stringify(took) })
    // On a machine that plays all sides at once: nothing hangs. How quick it is the benchmarks tell (`chat_*`).
    expect(took[Math.floor(took.length * 0.95)]).toBeLessThan(500)
  })
  await test.step('and everybody comes to an end', async () => {
    await expect.poll(() => centre.chats.length, { timeout: 90_000 }).toBe(plan.length + 1)
    faults.stop()
    grace.says('Goodbye')
    await working
    expect(hands.most()).toBeGreaterThanOrEqual(30)
    expect(centre.leftOpen()).toMatchObject({ chats: 0, waiting: 0 })
  })
  await test.step('message for message, in order, none twice: told to the desk, and kept by main', () =>
    compare(centre, desk))
})

function isOver({ chats }: Centre): boolean {
  return chats.every(({ state }) => state === 'ended')
}

async function keepWorking(desk: DeskOfHour, hands: Hands, over: () => boolean): Promise<void> {
  while (!over() || desk.list().length > 0) {
    await desk.exchange()
    hands.look()
  }
}

/** What somebody asks is seen, and what is typed reaches them. */
async function writeTo(app: App, customer: CustomerChat, lines: number): Promise<void> {
  const { log, pane } = paneOf(app)
  const field = app.desk.locator('.composer textarea')
  for (let line = customer.transcript.length, last = line + lines; line < last; line += 1) {
    customer.says(`Question ${line}.`)
    await expect(log.getByText(`Question ${line}.`)).toBeVisible({ timeout: 15_000 })
    await field.pressSequentially(`Answer ${line}.`)
    await field.press('Enter')
    await expect(pane.getByText(`Answer ${line}.`)).toBeVisible()
    await customer.expects(`Answer ${line}.`, 20_000)
  }
}

async function compare(centre: Centre, desk: DeskOfHour): Promise<void> {
  const messages = centre.chats.reduce((sum, { transcript }) => sum + transcript.length, 0)
  expect(messages).toBeGreaterThan(2_000)
  for (const chat of centre.chats) {
    const said = saidIn(desk, chat).map(({ id }) => id)
    expect([...said].sort()).toEqual(chat.transcript.map(({ id }) => id).sort())
    expect(new Set(said).size).toBe(said.length)
    expect(outOfOrder(desk, chat)).toEqual([])
    expect((await desk.kept(chat.id)).map(({ id }) => id)).toEqual(desk.shown(chat.id).map(({ id }) => id))
  }
  const struck = centre.journal.entries.filter(({ kind }) => kind === 'fault').map(({ name }) => name)
  expect(new Set(struck)).toEqual(new Set(['duplicate', 'reorder', 'delay', 'refuse', 'drop']))
}
