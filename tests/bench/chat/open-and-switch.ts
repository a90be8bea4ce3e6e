import { expect } from '@playwright/test'
import { showChats } from '../../e2e/fixtures/chat/conversation.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Measure } from '../metric.ts'
import { atMost, p50AtMost, p95AtMost } from '../report/aims.ts'
import { reload } from '../stage/reload-desk.ts'
import { pause } from '../stage/workplace.ts'
import { type ChatDesk, comeToChat, keptOf, letters } from './chats.ts'
import { clickToShown, conversationShows, oneFrame } from './painted.ts'

const MANY = 10_000
const CHATS = 30
const apartMs = 60

/** A conversation of ten thousand messages among thirty. */
export const openAndSwitch: Measure = {
  metrics: {
    chat_open_10k_ms: p50AtMost(100),
    chat_append_ms: p95AtMost(20),
    chat_switch_ms: p95AtMost(50),
    chat_dom_nodes: atMost(1_500),
  },
  run: async (stage, times) => {
    const desk = await comeToChat(stage, CHATS)
    const frame = { what: 'one frame of the same window', values: await oneFrame(desk.app.desk, times(60)) }
    const [big] = desk.chats
    await big?.pours('message', MANY, 0)
    await expect.poll(async () => (await keptOf(desk, big?.id ?? '')).length, { timeout: 120_000 }).toBe(MANY + 1)
    const opened = await openings(desk, times(10))
    const appended = await appendings(desk, times(100))
    const nodes = await nodesFarUp(desk)
    const switched = await switches(desk, times(60))
    const short = [await nodesOf(desk)]
    return {
      chat_open_10k_ms: { values: opened, limit: frame },
      chat_append_ms: { values: appended, limit: frame },
      chat_switch_ms: { values: switched, limit: frame },
      chat_dom_nodes: { values: nodes, limit: { what: 'a conversation of one message', values: short } },
    }
  },
}

/** Each in a desk that has never shown it. */
async function openings(desk: ChatDesk, count: number): Promise<readonly number[]> {
  const { app } = desk
  const values: number[] = []
  for (let index = 0; index < count; index += 1) {
    await reload(app.desk)
    await showChats(app)
    await desk.row(1).click()
    await app.desk.locator('.conversation', { hasText: `hello of ${letters(1)}.` }).waitFor()
    await pause(apartMs)
    values.push(await clickToShown(app.desk, desk.row(0), `message ${MANY}`))
  }
  return values
}

async function appendings({ app, chats }: ChatDesk, count: number): Promise<readonly number[]> {
  const values: number[] = []
  for (let index = 0; index < count; index += 1) {
    const text = `appended ${index}.`
    const shown = conversationShows(app.desk, text)
    // The window watches before the customer writes.
    await app.desk.evaluate(() => undefined)
    const written = epochNow()
    chats[0]?.says(text)
    values.push((await shown) - written)
    await pause(apartMs)
  }
  return values
}

/** Thousands of messages up, with everything above the agent loaded. */
async function nodesFarUp(desk: ChatDesk): Promise<readonly number[]> {
  const { app } = desk
  const list = app.desk.locator('.conversation [role="log"]')
  const values: number[] = []
  await list.hover()
  for (let index = 0; index < 20; index += 1) {
    await app.desk.mouse.wheel(0, -20_000)
    await pause(150)
    values.push(await nodesOf(desk))
  }
  return values
}

/** Among those the list has drawn; every few it is scrolled, so that all come to their turn. */
async function switches({ app }: ChatDesk, count: number): Promise<readonly number[]> {
  const rows = app.desk.locator('.work-list .chat:not(.selected) button.row:not([aria-current="true"])')
  const values: number[] = []
  for (let index = 0; index < count; index += 1) {
    if (index % 10 === 9) {
      await rows.first().hover()
      await app.desk.mouse.wheel(0, index % 20 === 9 ? 3_000 : -3_000)
      await pause(400)
    }
    const visible = await rows.filter({ hasText: 'Customer ' }).evaluateAll((all) =>
      all.flatMap((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return top > 180 && bottom < innerHeight - 60 ? (/Customer (\w\w)/.exec(one.textContent ?? '')?.[1] ?? []) : []
      }),
    )
    const to = visible[(index * 7) % visible.length] ?? letters(1)
    if (to === letters(0)) continue
    const row = app.desk.locator('.work-list button.row', { hasText: `Customer ${to}` })
    values.push(await clickToShown(app.desk, row, `hello of ${to}.`))
    await pause(apartMs)
  }
  return values
}

function nodesOf({ app }: ChatDesk): Promise<number> {
  return app.desk.locator('.conversation *').count()
}
