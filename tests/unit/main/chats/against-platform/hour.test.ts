import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createChatCustomers } from '#simulator/chat/customers/create-chat-customers.ts'
import { planFaults } from '#simulator/chat/scenario/plan-faults.ts'
import { planHour } from '#simulator/chat/scenario/plan-hour.ts'
import { playHour } from '#simulator/chat/scenario/play-hour.ts'
import { createGateway } from '#simulator/gateway/create-gateway.ts'
import { createJournal } from '#simulator/journal/journal.ts'
import { leftOpen } from '#simulator/left-open.ts'
import { createPlatform } from '#simulator/platform/create-platform.ts'
import { defaultAgents, defaultQueues } from '#simulator/platform/population.ts'
import { defaultBehaviour, defaultTimeouts } from '#simulator/platform/settings.ts'
import { outOfOrder, saidIn } from '#support/chat-hour/compare.ts'
import { workWith } from '#support/chat-hour/hands.ts'
import { createFakeSipSide } from '../../../simulator/support/fake-sip-side.ts'
import { type ChatDesk, sitDown } from './desk.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 22, 8),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
})
afterEach(() => vi.useRealTimers())

/** The platform, the gateway with its faults, and main's chats, in one process and by one clock that is turned. */
async function stage(seed: number) {
  const platform = createPlatform({
    sip: createFakeSipSide(),
    journal: createJournal(),
    agents: defaultAgents,
    queues: defaultQueues,
    timeouts: defaultTimeouts,
    behaviour: { ...defaultBehaviour, eventsWhileGone: 'kept' },
    callee: () => null,
    chat: { noAnswerMs: 5 * minuteMs },
  })
  onTestFinished(() => platform.stop())
  const gateway = createGateway(platform)
  const desk = await sitDown(gateway)
  const hands = workWith(desk, { seed: seed + 1 })
  const looking = setInterval(hands.look, 2_000)
  onTestFinished(() => clearInterval(looking))
  const chat = createChatCustomers(platform, () => '')
  return { platform, gateway, desk, hands, chat }
}

/** One after the other, so that no thousand of timers waits. */
function disturb(gateway: ReturnType<typeof createGateway>, desk: ChatDesk, seed: number): void {
  const planned = [...planFaults({ seed: seed + 2, agent: '6001', lastsMs: hourMs, everyMs: 4_000 })].reverse()
  const began = Date.now()
  const next = () => {
    const fault = planned.pop()
    if (!fault) return
    setTimeout(
      () => {
        if ('awayMs' in fault.what) desk.away(fault.what.awayMs)
        else gateway.faults.add(fault.what)
        next()
      },
      began + fault.atMs - Date.now(),
    )
  }
  next()
}

/** From one thing that is due to the next, each with all that follows from it. */
async function turn(ms: number): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    vi.advanceTimersToNextTimer()
    await setImmediate()
  }
}

/**
 * Compressed: the clock is virtual and turned as fast as everything that is due can be done. Not compressed: every
 * pause, length and time-out of the hour, on the platform's side and on main's, is as long by that clock as it says.
 */
test('an hour of thirty conversations with faults ends with the same transcript, message for message', async () => {
  const seed = 20_261_122
  const { platform, gateway, desk, hands, chat } = await stage(seed)
  const plan = planHour({ seed, lastsMs: hourMs })
  const hour = playHour(platform, chat, plan, { queue: 'Web chat' })
  disturb(gateway, desk, seed)

  await turn(hourMs)
  gateway.faults.clear()
  await turn(5 * minuteMs)

  expect(hour.chats.filter(({ state }) => state !== 'ended').map(({ customer }) => customer.name)).toEqual([])
  expect(hour.over()).toBe(true)
  expect(hands.most()).toBe(30)
  const messages = hour.chats.reduce((sum, { transcript }) => sum + transcript.length, 0)
  expect(messages).toBeGreaterThan(5_000)
  for (const one of hour.chats) {
    const said = saidIn(desk, one)
    expect(said.map(({ id }) => id).sort()).toEqual(one.transcript.map(({ id }) => id).sort())
    expect(new Set(said.map(({ id }) => id)).size).toBe(said.length)
    expect(outOfOrder(desk, one)).toEqual([])
  }
  const struck = platform.journal.entries.filter(({ kind }) => kind === 'fault').map(({ name }) => name)
  expect(new Set(struck)).toEqual(new Set(['duplicate', 'reorder', 'delay', 'refuse', 'drop']))
  expect(struck.length).toBeGreaterThan(500)
  expect(leftOpen(platform)).toMatchObject({ chats: 0, waiting: 0 })
}, 300_000)
