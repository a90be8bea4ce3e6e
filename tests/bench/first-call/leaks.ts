import type { App } from '../../e2e/fixtures/app.ts'
import type { Measure, Measured } from '../metric.ts'
import { atMost } from '../report/aims.ts'
import { slope } from '../report/statistics.ts'
import { collectGarbage, type Living, livingIn } from '../stage/living.ts'
import { type ByName, privateMb, total } from '../stage/processes.ts'
import { comeToWork, pause, type Workplace } from '../stage/workplace.ts'

/** Caches fill in the first calls. */
const WARM_UP = 10
const SAMPLES = 20
const CALM_MS = 1_000

/** What many calls leave behind. */
export const leaks: Measure = {
  metrics: { memory_slope_kb_per_call: atMost(10), tracks_left: atMost(0), connections_left: atMost(0) },
  run: async (stage, times) => {
    const work = await comeToWork(stage)
    for (let index = 0; index < WARM_UP; index++) await oneCall(work)
    const before = await livingIn(work.app.phone)
    const samples = await sampled(work, times(200))
    const after = await livingIn(work.app.phone)
    return {
      memory_slope_kb_per_call: slopes(samples),
      tracks_left: left(before, after, 'tracks'),
      connections_left: left(before, after, 'connections'),
    }
  },
}

type Sample = readonly [calls: number, memory: ByName]

async function sampled(work: Workplace, count: number): Promise<readonly Sample[]> {
  const every = Math.max(1, Math.round(count / SAMPLES))
  const samples: Sample[] = [[0, await memoryOf(work.app)]]
  for (let done = 1; done <= count; done++) {
    await oneCall(work)
    if (done % every === 0) samples.push([done, await memoryOf(work.app)])
  }
  return samples
}

async function oneCall({ app, rings, finish }: Workplace): Promise<void> {
  const { call } = await rings()
  await app.press('answer')
  await call.talking
  await finish(call)
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
