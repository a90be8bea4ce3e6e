import { wordsIn } from '#main/desktop/words/words.ts'
import type { App } from '../../e2e/fixtures/app.ts'
import type { Tray } from '../../support/desktop/tray/tray.ts'
import type { Measure, Measured } from '../metric.ts'
import { atMost } from '../report/aims.ts'
import { slope } from '../report/statistics.ts'
import { collectGarbage, type Living, livingIn } from '../stage/living.ts'
import { type ByName, privateMb, total } from '../stage/processes.ts'
import { comeToWork, pause, type Workplace } from '../stage/workplace.ts'

/** Caches fill, and what SIP.js holds for 32 s after each call (RFC 6026, Timer L) has begun to be let go. */
const WARM_UP = 40
const SAMPLES = 20
const CALM_MS = 1_000
const STEP_MS = 200

/** What many calls leave behind. */
export const leaks: Measure = {
  metrics: { memory_slope_kb_per_call: atMost(10), tracks_left: atMost(0), connections_left: atMost(0) },
  run: async (stage, times) => {
    const work = await comeToWork(stage)
    const call = () => oneCall(work, stage.desktop.tray)
    for (let index = 0; index < times(WARM_UP); index++) await call()
    const before = await livingIn(work.app.phone)
    const samples = await sampled(work.app, call, times(200))
    const after = await livingIn(work.app.phone)
    return {
      memory_slope_kb_per_call: slopes(samples),
      tracks_left: left(before, after, 'tracks'),
      connections_left: left(before, after, 'connections'),
    }
  },
}

const words = wordsIn('en')

type Sample = readonly [calls: number, memory: ByName]

async function sampled(app: App, call: () => Promise<void>, count: number): Promise<readonly Sample[]> {
  const every = Math.max(1, Math.round(count / SAMPLES))
  const samples: Sample[] = [[0, await memoryOf(app)]]
  for (let done = 1; done <= count; done++) {
    await call()
    if (done % every === 0) samples.push([done, await memoryOf(app)])
  }
  return samples
}

/** By the tray, since hands at the desk's own page leave things there; and slowly enough for its menu to be read. */
async function oneCall({ rings, agent }: Workplace, tray: Tray): Promise<void> {
  const { call } = await rings()
  await pause(STEP_MS)
  await tray.click(words.answer)
  await call.talking
  await pause(STEP_MS)
  await tray.click(words.hangUp)
  await call.ended
  await pause(STEP_MS)
  await tray.click(words.goIdle)
  await agent.becomes('idle')
}

/** Of every process, after collection. */
async function memoryOf(app: App): Promise<ByName> {
  await pause(CALM_MS)
  for (const page of [app.desk, app.phone, await app.window('alert')]) await collectGarbage(page)
  await app.electron.evaluate(() => {
    process.getBuiltinModule('v8').setFlagsFromString('--expose-gc')
    process.getBuiltinModule('vm').runInNewContext('gc')()
  })
  return privateMb(app.electron.process().pid ?? 0)
}

function slopes(samples: readonly Sample[]): Measured {
  const of = (value: (memory: ByName) => number) => 1_024 * slope(samples.map(([calls, all]) => [calls, value(all)]))
  const names = Object.keys(samples[0]?.[1] ?? {})
  return {
    values: [of(total)],
    limit: nothing,
    parts: Object.fromEntries(names.map((name) => [name, [of((memory) => memory[name] ?? 0)]])),
  }
}

const nothing = { what: 'nothing', values: [0] }

function left(before: Living, after: Living, what: 'tracks' | 'connections'): Measured {
  return {
    values: [after[what] - before[what]],
    limit: nothing,
    parts: { 'before, closed ones too': [before.objects], 'after, closed ones too': [after.objects] },
  }
}
