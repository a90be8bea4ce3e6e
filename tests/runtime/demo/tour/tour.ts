import { mkdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Centre } from '../../../simulator/centre.ts'
import { root } from '../../packaged-app.ts'
import { line, say } from '../say.ts'
import { keepEvidence } from './evidence.ts'
import type { Guide } from './guide.ts'
import { firstCall } from './journeys/first-call.ts'
import { fromAnywhere } from './journeys/from-anywhere.ts'
import { inTheMiddle } from './journeys/in-the-middle.ts'
import { leave } from './journeys/leave.ts'
import { notTaken } from './journeys/not-taken.ts'
import { signIn } from './journeys/sign-in.ts'
import { thisMachine } from './machine.ts'
import { type Picture, takePicture } from './picture.ts'
import { lastLine, type Runtime, type StepReport, type TourReport, writeReport } from './report.ts'
import { openScene, type Scene } from './scene.ts'
import { createSteps } from './steps.ts'

const folder = join(root, 'out', 'tour')

/** Takes an agent's first journeys, and gives the exit code: 0 when every fact held. */
export async function runTour(): Promise<number> {
  const from = performance.now()
  // Before Playwright's own, which would ask an app with a call up to quit, and wait for the answer.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const report = await takeTour()
  await writeReport(folder, report)
  say(lastLine(report, (performance.now() - from) / 1000, relative(process.cwd(), folder)))
  return report.ok ? 0 : 1
}

async function takeTour(): Promise<TourReport> {
  const machine = thisMachine()
  say(`${machine.system}, ${machine.cores} × ${machine.processor}, load ${machine.load}`)
  let scene: Scene | null = null
  let runtime: Runtime | null = null
  let steps: readonly StepReport[] = []
  try {
    scene = await openScene()
    const taking = createSteps(recordingOf(scene))
    steps = taking.all
    const guide = await signIn(scene, taking.take)
    runtime = await runtimeOf(guide)
    for (const journey of [firstCall, fromAnywhere, notTaken, inTheMiddle, leave]) await journey(guide)
    return { ok: true, machine, runtime, steps }
  } catch (error) {
    if (scene !== null) await keepEvidence(scene, join(folder, 'evidence'))
    return { ok: false, machine, runtime, steps, failure: error instanceof Error ? error.message : String(error) }
  } finally {
    await scene?.stop()
  }
}

function recordingOf(scene: Scene) {
  return {
    now: () => performance.timeOrigin + performance.now(),
    hears: { customer: () => customersHear(scene.centre), agent: () => scene.headset.heard },
    takePicture: (file: string, picture: Picture) => takePicture(scene, picture, join(folder, file)),
    told: (step: StepReport) => say(stepLine(step)),
  }
}

function customersHear(centre: Centre) {
  return centre.calls.flatMap((call) => call.hears.heard)
}

function stepLine({ number, title, ms, ok, facts }: StepReport): string {
  const found = facts.flatMap(({ fact, found }) => (found === undefined ? [] : [`${fact}: ${found}`]))
  return line(ms, `${String(number).padStart(2)}  ${[title, ...found].join(' · ')}${ok ? '' : ' · FAILED'}`)
}

function runtimeOf({ app }: Guide): Promise<Runtime> {
  return app.electron.evaluate(() => {
    const { electron = '', chrome = '', node } = process.versions
    return { electron, chrome, node }
  })
}
