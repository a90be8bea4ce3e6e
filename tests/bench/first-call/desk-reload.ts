import { listenAt } from '../../e2e/fixtures/ears.ts'
import type { Hearing } from '../../simulator/sip/sip-side.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { reloadOfBarePage } from '../limits/reload.ts'
import type { Measure } from '../metric.ts'
import { atMost, nothingOverLimit } from '../report/aims.ts'
import { pressWhenBack, reload } from '../stage/reload-desk.ts'
import type { Stage } from '../stage/stage.ts'
import { AGENT_HZ, CUSTOMER_HZ, comeToWork, pause, type Workplace } from '../stage/workplace.ts'

/** Echo cancellation doubts two steady tones at once for the first seconds. */
const SETTLED_MS = 6_000
const WATCHED_MS = 2_500

/** The desk reloaded in the middle of a call. */
export const deskReload: Measure = {
  metrics: { desk_reload_gap_ms: nothingOverLimit, desk_reload_controls_ms: atMost(1_000) },
  run: async (stage, times) => {
    const count = times(10)
    const reloaded = await reloadOfBarePage(stage, count)
    await stage.desktop.programs.stop()
    const work = await comeToWork(stage)
    const { quiet, disturbed } = await gaps(stage, work, count)
    const worst = (gaps: readonly Gaps[]) => gaps.map(({ customer, agent }) => Math.max(customer, agent))
    return {
      desk_reload_gap_ms: {
        values: worst(disturbed),
        limit: { what: 'the same call, nothing reloaded', values: worst(quiet) },
        parts: {
          'heard by the customer': disturbed.map(({ customer }) => customer),
          'heard by the agent': disturbed.map(({ agent }) => agent),
        },
      },
      desk_reload_controls_ms: { values: await controls(work, count), limit: reloaded },
    }
  },
}

/** The longest silence on each side. */
interface Gaps {
  readonly customer: number
  readonly agent: number
}

async function gaps(stage: Stage, work: Workplace, count: number) {
  const { call } = await work.rings(CUSTOMER_HZ)
  const headset = listenAt(stage.desktop, 'headset')
  await work.app.press('answer')
  await call.talking
  await pause(SETTLED_MS)
  const quiet: Gaps[] = []
  const disturbed: Gaps[] = []
  for (let index = 0; index < count; index++) {
    quiet.push(await gapsFrom(epochNow(), call.hears, headset))
    disturbed.push(await gapsFrom(await reload(work.app.desk), call.hears, headset))
  }
  await work.finish(call)
  return { quiet, disturbed }
}

async function gapsFrom(from: number, customer: Hearing, agent: Hearing): Promise<Gaps> {
  await pause(WATCHED_MS)
  const to = from + WATCHED_MS - 200
  return { customer: customer.longestGap(AGENT_HZ, from, to), agent: agent.longestGap(CUSTOMER_HZ, from, to) }
}

/** Hang up is pressed as soon as it is there, and counts when the gateway is asked. */
async function controls(work: Workplace, count: number): Promise<readonly number[]> {
  const { app, agent } = work
  const back = await pressWhenBack(app.desk, app.words('hang_up'))
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    const ringing = await work.rings()
    await app.press('answer')
    await ringing.call.talking
    await pause(500)
    await back.wish()
    const from = await reload(app.desk)
    values.push((await ringing.next('release')).at - from)
    await ringing.call.ended
    await app.press('state_finish_wrap_up')
    await agent.becomes('idle')
  }
  return values
}
