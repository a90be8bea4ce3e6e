import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { fiveRoundTrips } from '../limits/bare-reconnection.ts'
import type { Measure } from '../metric.ts'
import { p95AtMost } from '../report/aims.ts'
import { headerSays } from '../stage/header-says.ts'
import { comeToWork, pause, type Workplace } from '../stage/workplace.ts'

const asleepMs = 3_000

/**
 * The machine sleeps: every process of the app stands still, the servers give its sockets up, and the platform changes
 * the agent's state. Woken, the header must say that state and the softphone be registered.
 */
export const wakeToReady: Measure = {
  metrics: { wake_to_ready_ms: p95AtMost(2_000) },
  run: async (stage, times) => {
    const count = times(10)
    const limit = await fiveRoundTrips(stage, count)
    const work = await comeToWork(stage, { audio: 'fake' })
    const values: number[] = []
    for (let index = 0; index < count; index++) values.push(await sleepAndWake(work, index))
    return { wake_to_ready_ms: { values, limit } }
  },
}

async function sleepAndWake({ app, agent, centre }: Workplace, index: number): Promise<number> {
  const processes = await app.electron.evaluate(({ app: own }) => own.getAppMetrics().map(({ pid }) => pid))
  const idle = index % 2 === 1
  const words = app.words('gateway_reconnecting')
  const ready = headerSays(app.desk, { state: app.words(idle ? 'state_idle' : 'state_busy'), words, there: false })
  await pause(500)
  tell(processes, 'SIGSTOP')
  centre.faults.closeSockets('destroy', agent.workNumber)
  centre.faults.sip.closeSockets('destroy')
  const retcode = idle ? agent.forceIdle() : agent.forceBusy()
  if (retcode !== '0') throw new Error(`the platform did not change the state: ${retcode}`)
  await pause(asleepMs)
  const from = centre.journal.entries.length
  const registered = centre.journal.waitFor(
    ({ kind, name, agent: who }) => kind === 'registration' && name === 'registered' && who === agent.workNumber,
    { from },
  )
  const wokenAt = epochNow()
  tell(processes, 'SIGCONT')
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  const [readyAt, { at }] = await Promise.all([ready, registered])
  return Math.max(readyAt, at) - wokenAt
}

function tell(processes: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of processes) process.kill(pid, signal)
}
