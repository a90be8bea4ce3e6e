import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { dirname, resolve } from 'node:path'
import { electronRuntime } from '../runtime/electron.ts'
import { root } from '../runtime/packaged-app.ts'
import { ensureSystem } from '../runtime/system.ts'
import { eventToPixels } from './calls/event-to-pixels.ts'
import { historySearch } from './calls/history-search.ts'
import { hold } from './calls/hold.ts'
import { burst, inputLatency } from './chat/busy.ts'
import { openAndSwitch } from './chat/open-and-switch.ts'
import { replySearch } from './chat/reply-search.ts'
import { directorySearch } from './directory/search.ts'
import { firstCall } from './first-call/first-call.ts'
import type { Measure, Measured, Times } from './metric.ts'
import { popRequest } from './pop/pop-request.ts'
import { lineBack } from './reconnection/line-back.ts'
import { pathChange } from './reconnection/path-change.ts'
import { sessionBack } from './reconnection/session-back.ts'
import { wakeToReady } from './reconnection/wake-to-ready.ts'
import { type Entry, entryOf, type Report } from './report/report.ts'
import { tableOf } from './report/table.ts'
import { openStage, type Stage } from './stage/stage.ts'
import { type Asked, read, usualRuns } from './words.ts'

const measures: readonly Measure[] = [
  ...firstCall,
  eventToPixels,
  hold,
  sessionBack,
  lineBack,
  wakeToReady,
  pathChange,
  directorySearch,
  historySearch,
  openAndSwitch,
  replySearch,
  inputLatency,
  burst,
  popRequest,
]

function known(): readonly string[] {
  return measures.flatMap(({ metrics }) => Object.keys(metrics))
}

async function main(words: readonly string[]): Promise<void> {
  const asked = read(words, known())
  await ensureSystem()
  if (!asked.built) build()
  const { version } = await electronRuntime()
  const stage = await openStage()
  const measured = await measureAll(stage, asked)
  await stage.stop()
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', memoryMb: Math.round(totalmem() / 1e6) }
  const report: Report = { machine: { ...machine, electron: version }, ...measured }
  console.log(`\n${tableOf(report)}`)
  if (asked.out !== null) await write(asked.out, report)
  process.exitCode = Object.keys(report.failed).length > 0 ? 1 : 0
}

/** What is measured is the app as it ships. */
function build(): void {
  console.error('Building and packaging')
  const result = spawnSync('npm', ['run', '--silent', 'package:dir'], { cwd: root, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`npm run package:dir failed:\n${result.stdout}${result.stderr}`)
}

async function measureAll(stage: Stage, { names, runs }: Asked): Promise<Omit<Report, 'machine'>> {
  const times: Times = (usual) => Math.max(1, Math.round((usual * runs) / usualRuns))
  const metrics: Record<string, Entry> = {}
  const failed: Record<string, string> = {}
  for (const measure of measures) {
    const wanted = Object.keys(measure.metrics).filter((name) => names.length === 0 || names.includes(name))
    if (wanted.length === 0) continue
    console.error(`Measuring ${wanted.join(', ')}`)
    const found = await measureOne(stage, measure, wanted, times)
    console.error(tableOf({ machine: {}, ...found }))
    Object.assign(metrics, found.metrics)
    Object.assign(failed, found.failed)
  }
  return { metrics, failed }
}

/** One that fails does not keep the others from being measured. */
async function measureOne(
  stage: Stage,
  { metrics, run }: Measure,
  wanted: readonly string[],
  times: Times,
): Promise<Omit<Report, 'machine'>> {
  try {
    const found = await run(stage, times)
    const entries = wanted.map((name) => [name, entryIn(name, metrics, found)] as const)
    return { metrics: Object.fromEntries(entries), failed: {} }
  } catch (error) {
    console.error(error)
    const why = error instanceof Error ? error.message : String(error)
    return { metrics: {}, failed: Object.fromEntries(wanted.map((name) => [name, why])) }
  } finally {
    await stage.clear()
  }
}

function entryIn(name: string, aims: Measure['metrics'], found: Readonly<Record<string, Measured>>): Entry {
  const aim = aims[name]
  const of = found[name]
  if (aim === undefined || of === undefined) throw new Error(`${name} was promised and not measured`)
  return entryOf(of, aim)
}

async function write(file: string, report: Report): Promise<void> {
  const path = resolve(file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
  console.error(`Written to ${path}`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
