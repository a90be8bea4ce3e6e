import { z } from 'zod'
import { listenAt } from '../../e2e/fixtures/ears.ts'
import type { Hearing } from '../../simulator/sip/sip-side.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Measure } from '../metric.ts'
import { atMost, noAim, p95AtMost, p98AtMost } from '../report/aims.ts'
import type { Stage } from '../stage/stage.ts'
import { AGENT_HZ, CUSTOMER_HZ, pause } from '../stage/workplace.ts'
import { type ChatDesk, comeToChat, keptOf } from './chats.ts'
import { oneFrame } from './painted.ts'

const BUSY = 5
const CHATS = 30
const PER_SECOND = 200
const numbers = z.array(z.number())

/** The agent writes in a call while five customers write. */
export const inputLatency: Measure = {
  metrics: { input_latency_ms: p98AtMost(100) },
  run: async (stage, times) => {
    const desk = await comeToChat(stage, BUSY)
    const frame = { what: 'one frame of the same window', values: await oneFrame(desk.app.desk, times(60)) }
    await talk(stage, desk)
    await desk.row(0).click()
    const pouring = desk.chats.map((chat) => chat.pours('busy', 40 * times(10), 50))
    const values = await typeKeys(desk, times(200))
    for (const chat of desk.chats) chat.leaves()
    await Promise.all(pouring)
    return { input_latency_ms: { values, limit: frame } }
  },
}

/** Two hundred messages a second over thirty conversations, in a call. */
export const burst: Measure = {
  metrics: {
    chat_burst_lost: atMost(0),
    chat_burst_frame_ms: p95AtMost(50),
    chat_burst_voice_gap_ms: noAim,
  },
  run: async (stage, times) => {
    const desk = await comeToChat(stage, CHATS)
    const { call, headset } = await talk(stage, desk)
    await desk.row(0).click()
    const quietFrames = await framesDuring(desk, pause(3_000))
    const quietGap = gapsIn(epochNow() - 2_500, call.hears, headset)
    const from = epochNow()
    const busyFrames = await framesDuring(desk, pourOverAll(desk, times(10)))
    const gap = gapsIn(from, call.hears, headset)
    await pause(2_000)
    return {
      chat_burst_lost: { values: [await lostOf(desk)], limit: { what: 'nothing', values: [0] } },
      chat_burst_frame_ms: { values: busyFrames, limit: { what: 'the same call, nobody writes', values: quietFrames } },
      chat_burst_voice_gap_ms: { values: gap, limit: { what: 'the same call, nobody writes', values: quietGap } },
    }
  },
}

async function talk(stage: Stage, { app, rings }: ChatDesk) {
  const { call } = await rings(CUSTOMER_HZ)
  const headset = listenAt(stage.desktop, 'headset')
  await app
    .callBar()
    .getByRole('button', { name: app.words('answer') })
    .click()
  await call.talking
  // Echo cancellation doubts two steady tones at once for the first seconds.
  await pause(6_000)
  return { call, headset }
}

/** From each key until what it did was painted, as the Event Timing API has it; what it does not report took a frame. */
async function typeKeys({ app }: ChatDesk, count: number): Promise<readonly number[]> {
  await app.desk.evaluate(() => {
    const took = new Map<number, number>()
    Reflect.set(window, 'keysTook', took)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const interaction: unknown = Reflect.get(entry, 'interactionId')
        if (typeof interaction !== 'number' || interaction === 0) continue
        took.set(interaction, Math.max(took.get(interaction) ?? 0, entry.duration))
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  const field = app.desk.locator('.composer textarea')
  await field.click()
  for (let index = 0; index < count; index += 1) {
    await app.desk.keyboard.press('abcdefgh '[index % 9] ?? 'a')
    await pause(40)
  }
  await pause(500)
  const slow = numbers.parse(
    await app.desk.evaluate(() => [...(Reflect.get(window, 'keysTook') as Map<number, number>).values()]),
  )
  return [...slow, ...Array.from({ length: Math.max(0, count - slow.length) }, () => 16)]
}

async function framesDuring({ app }: ChatDesk, work: Promise<void>): Promise<readonly number[]> {
  await app.desk.evaluate(() => {
    const frames: number[] = []
    Reflect.set(window, 'frames', frames)
    let last = performance.now()
    // No function has a name here: tsx would wrap it in a call of its own that the page does not know.
    Reflect.set(window, 'tick', (now: number) => {
      frames.push(now - last)
      last = now
      const wanted: unknown = Reflect.get(window, 'frames')
      if (wanted === frames) requestAnimationFrame(Reflect.get(window, 'tick') as FrameRequestCallback)
    })
    requestAnimationFrame(Reflect.get(window, 'tick') as FrameRequestCallback)
  })
  await work
  return numbers.parse(
    await app.desk.evaluate(() => {
      const frames: unknown = Reflect.get(window, 'frames')
      Reflect.set(window, 'frames', null)
      return frames
    }),
  )
}

/** At their own moments, however late the timer is. */
async function pourOverAll({ chats }: ChatDesk, seconds: number): Promise<void> {
  const began = epochNow()
  let said = 0
  while (said < PER_SECOND * seconds) {
    const due = Math.min(PER_SECOND * seconds, Math.ceil(((epochNow() - began) * PER_SECOND) / 1_000))
    for (; said < due; said += 1) chats[said % chats.length]?.says(`burst ${said}`)
    await pause(5)
  }
}

function gapsIn(from: number, customer: Hearing, agent: Hearing): readonly number[] {
  const to = epochNow() - 200
  return [customer.longestGap(AGENT_HZ, from, to), agent.longestGap(CUSTOMER_HZ, from, to)]
}

/** Messages of the platform's transcript that main does not have at the same place. */
async function lostOf(desk: ChatDesk): Promise<number> {
  let lost = 0
  for (const chat of desk.chats) {
    const kept = await keptOf(desk, chat.id)
    const said = chat.transcript.filter(({ mediaType }) => mediaType === 'TEXT').map(({ content }) => content)
    lost += Math.max(said.length, kept.length) - said.filter((text, index) => kept[index] === text).length
  }
  return lost
}
