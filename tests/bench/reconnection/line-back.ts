import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { fourRoundTrips } from '../limits/bare-reconnection.ts'
import type { Measure } from '../metric.ts'
import { p95AtMost } from '../report/aims.ts'
import type { Stage } from '../stage/stage.ts'
import { AGENT_HZ, comeToWork, legOf, pause } from '../stage/workplace.ts'

interface Back {
  readonly registered: number
  /** A request inside the call's dialog was answered over the new socket. */
  readonly dialogAlive: number
}

/** The SIP socket is lost in a call, and the registrar is there at once. */
export const lineBack: Measure = {
  metrics: { line_back_ms: p95AtMost(1_000) },
  run: async (stage, times) => {
    const count = times(20)
    const limit = await fourRoundTrips(stage, count)
    const all = await loseOften(stage, count)
    return {
      line_back_ms: {
        values: all.map(({ dialogAlive }) => dialogAlive),
        limit,
        parts: {
          'lost to registered': all.map(({ registered }) => registered),
          'registered to dialog alive': all.map(({ registered, dialogAlive }) => dialogAlive - registered),
        },
      },
    }
  },
}

async function loseOften(stage: Stage, count: number): Promise<readonly Back[]> {
  const { app, centre, rings } = await comeToWork(stage)
  const { call, next } = await rings()
  await app.press('answer')
  await next('AgentEvent_Talking')
  await call.hears.waitFor(AGENT_HZ)
  const all: Back[] = []
  for (let index = 0; index < count; index++) {
    await pause(1_000)
    const { entries } = centre.journal
    const from = entries.length
    const lostAt = epochNow()
    centre.faults.sip.closeSockets('destroy')
    const { at } = await centre.journal.waitFor(
      ({ kind, name, agent }) => kind === 'registration' && name === 'registered' && agent === '6001',
      { from },
    )
    const code = await legOf(call).inside.update()
    if (code !== 200) throw new Error(`the call's dialog answered ${code}`)
    all.push({ registered: at - lostAt, dialogAlive: epochNow() - lostAt })
    if (call.state !== 'talking') throw new Error(`the call is ${call.state}`)
  }
  await call.hears.waitFor(AGENT_HZ)
  return all
}
