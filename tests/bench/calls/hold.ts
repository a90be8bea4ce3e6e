import type { CustomerCall } from '../../simulator/customers/customer.ts'
import { MUSIC_HZ } from '../../simulator/platform/media/announcements.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { holdAndRetrieve } from '../limits/bare-hold.ts'
import type { Measure } from '../metric.ts'
import { p95OverLimit } from '../report/aims.ts'
import { silentFrom } from '../sound/silent-from.ts'
import { type Presses, watchPresses } from '../stage/presses.ts'
import type { Stage } from '../stage/stage.ts'
import { AGENT_HZ, comeToWork, pause, type Workplace } from '../stage/workplace.ts'

/** Milliseconds since the click. */
interface Reached {
  readonly wire: number
  /** The customer hears nothing of the agent any more, or hears the agent. */
  readonly customer: number
  /** The customer's ear, which needs two frames to tell one tone from another, has told the difference. */
  readonly sure: number
}

/** The ear places a frame where it was spoken; it is there to be heard when it has come, which is a frame later. */
const FRAME_MS = 20

/** One call, held and retrieved by clicks in the desk: what the customer hears of the agent, and from when. */
export const hold: Measure = {
  metrics: { hold_to_silence_ms: p95OverLimit(60), retrieve_to_voice_ms: p95OverLimit(60) },
  run: async (stage, times) => {
    const count = times(50)
    const limits = await holdAndRetrieve(stage, count)
    const { held, retrieved } = await holdOften(stage, count)
    return {
      hold_to_silence_ms: { ...measured(held), limit: limits.hold },
      retrieve_to_voice_ms: { ...measured(retrieved), limit: limits.retrieve },
    }
  },
}

function measured(all: readonly Reached[]) {
  return {
    values: all.map(({ customer }) => customer),
    parts: {
      'click to wire': all.map(({ wire }) => wire),
      'wire to the customer': all.map(({ wire, customer }) => customer - wire),
      'click until the ear is sure': all.map(({ sure }) => sure),
    },
  }
}

async function holdOften(stage: Stage, count: number) {
  const work = await comeToWork(stage)
  const presses = await watchPresses(work.app.desk)
  const { call, next } = await work.rings()
  await work.app.press('answer')
  await next('AgentEvent_Talking')
  const held: Reached[] = []
  const retrieved: Reached[] = []
  for (let index = 0; index < count; index++) {
    await call.hears.waitFor(AGENT_HZ, { forMs: 500 })
    await elsewhereInTheFrame(index)
    held.push(await holdOnce(work, presses, call))
    await call.hears.waitFor(MUSIC_HZ, { forMs: 500 })
    await elsewhereInTheFrame(index)
    retrieved.push(await retrieveOnce(work, presses, call))
  }
  return { held, retrieved }
}

/** Sound goes in frames of 20 ms: no two clicks are to meet theirs at the same place. */
function elsewhereInTheFrame(index: number): Promise<void> {
  return pause((index * 7) % 20)
}

async function holdOnce({ app, centre }: Workplace, presses: Presses, { hears }: CustomerCall): Promise<Reached> {
  const from = centre.journal.entries.length
  const sure = hears.waitFor(MUSIC_HZ, { forMs: FRAME_MS }).then(epochNow)
  await app.press('hold')
  const asked = await centre.journal.waitFor(({ name }) => name === 'hold', { from })
  await hears.waitFor(MUSIC_HZ, { forMs: 200 })
  const pressedAt = await presses.last()
  return {
    wire: asked.at - pressedAt,
    customer: silentFrom(hears.heard, MUSIC_HZ) + FRAME_MS - pressedAt,
    sure: (await sure) - pressedAt,
  }
}

async function retrieveOnce({ app, centre }: Workplace, presses: Presses, { hears }: CustomerCall): Promise<Reached> {
  const from = centre.journal.entries.length
  const heard = hears.waitFor(AGENT_HZ, { forMs: FRAME_MS }).then((voice) => ({ from: voice.from, sureAt: epochNow() }))
  await app.press('retrieve')
  const asked = await centre.journal.waitFor(({ name }) => name === 'getHold', { from })
  const voice = await heard
  const pressedAt = await presses.last()
  return {
    wire: asked.at - pressedAt,
    customer: voice.from + FRAME_MS - pressedAt,
    sure: voice.sureAt - pressedAt,
  }
}
