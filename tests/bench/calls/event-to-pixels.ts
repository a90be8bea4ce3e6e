import { socketAndFrame } from '../limits/hops.ts'
import type { Measure } from '../metric.ts'
import { atMost, p99AtMost } from '../report/aims.ts'
import type { Stage } from '../stage/stage.ts'
import { watchNumber } from '../stage/watch-number.ts'
import { AGENT_HZ, comeToWork, pause } from '../stage/workplace.ts'
import { flood } from './event-flood.ts'
import { reachedAfter } from './reached-after.ts'

const PER_SECOND = 200
/** What is not on the screen by then is lost. */
const LATEST_MS = 2_000

/** Two hundred events a second in a call, each of which changes what the call bar says. */
export const eventToPixels: Measure = {
  metrics: { event_to_pixels_ms: p99AtMost(50), events_lost: atMost(0) },
  run: async (stage, times) => {
    const limit = await socketAndFrame(stage, times(50))
    const { sent, painted, told } = await floodDesk(stage, times(60))
    const after = reachedAfter(sent, painted)
    const heard = new Map(told.map(({ number, at }) => [number, at]))
    const toldAfter = sent.written.map((at, index) => (heard.get(sent.shown(index)) ?? Number.POSITIVE_INFINITY) - at)
    const lost = [after, toldAfter].map((all) => all.filter((one) => !Number.isFinite(one)).length)
    return {
      event_to_pixels_ms: {
        values: after,
        limit,
        parts: {
          'the desk is told': toldAfter,
          'told to painted': after.map((one, index) => one - (toldAfter[index] ?? 0)),
          'of the first second': after.slice(0, PER_SECOND),
          'of all after it': after.slice(PER_SECOND),
        },
      },
      events_lost: {
        values: [Math.max(...lost)],
        limit: { what: 'nothing', values: [0] },
        parts: { 'never told to the desk': lost.slice(1), 'nor painted, nor a later one': lost.slice(0, 1) },
      },
    }
  },
}

async function floodDesk(stage: Stage, seconds: number) {
  const { app, centre, rings } = await comeToWork(stage)
  const { call, next } = await rings()
  await app.press('answer')
  await next('AgentEvent_Talking')
  await call.hears.waitFor(AGENT_HZ)
  await app.button('hang_up').waitFor()
  const watch = await watchNumber(app.callBar())
  const subject = { agent: '6001', callId: call.id, customer: call.number }
  const sent = await flood(centre.faults, subject, { perSecond: PER_SECOND, seconds })
  await pause(LATEST_MS)
  return { sent, ...(await watch.seen()) }
}
