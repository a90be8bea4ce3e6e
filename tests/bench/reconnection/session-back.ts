import { tickMs } from '#main/gateway/transport/websocket/heart.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { until } from '../../support/desktop/programs.ts'
import { fiveRoundTrips } from '../limits/bare-reconnection.ts'
import type { Measure } from '../metric.ts'
import { p95AtMost } from '../report/aims.ts'
import { headerSays } from '../stage/header-says.ts'
import { comeToWork, pause, type Workplace } from '../stage/workplace.ts'

interface Outage {
  readonly shownAfter: number
  readonly backAfter: number
}

/** The network goes without a word, an event is missed, and the network is there again. */
export const sessionBack: Measure = {
  metrics: { dead_socket_detected_ms: p95AtMost(5_000), session_back_ms: p95AtMost(1_000) },
  run: async (stage, times) => {
    const count = times(10)
    const limit = await fiveRoundTrips(stage, count)
    const work = await comeToWork(stage, { audio: 'fake' })
    const outages: Outage[] = []
    for (let index = 0; index < count; index++) outages.push(await breakOff(work, index))
    return {
      dead_socket_detected_ms: {
        values: outages.map(({ shownAfter }) => shownAfter),
        limit: { what: 'the ping interval', values: [tickMs] },
      },
      session_back_ms: { values: outages.map(({ backAfter }) => backAfter), limit },
    }
  },
}

/** No two of them at the same place between two pings, or two attempts. */
const elsewhere = (index: number) => pause(500 + ((index * 370) % 1_000))

async function breakOff({ app, agent, centre }: Workplace, index: number): Promise<Outage> {
  const words = app.words('gateway_reconnecting')
  await elsewhere(index)
  const shown = headerSays(app.desk, { words, there: true })
  const goneAt = epochNow()
  centre.faults.setDeaf(true)
  const shownAt = await shown
  const idle = index % 2 === 1
  const retcode = idle ? agent.forceIdle() : agent.forceBusy()
  if (retcode !== '0') throw new Error(`the platform did not change the state: ${retcode}`)
  await elsewhere(index * 3)
  const back = headerSays(app.desk, { state: app.words(idle ? 'state_idle' : 'state_busy'), words, there: false })
  const thereAt = epochNow()
  centre.faults.setDeaf(false)
  const backAt = await back
  await until('the session to be the agent’s still', async () => agent.signedIn)
  return { shownAfter: shownAt - goneAt, backAfter: backAt - thereAt }
}
