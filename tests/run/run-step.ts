import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Step } from './steps.ts'
import { stepTally, type Tally } from './tally.ts'

export interface Outcome extends Tally {
  readonly name: string
  readonly seconds: number
  readonly note: string
}

const root = join(import.meta.dirname, '..', '..')

/** Runs one step with its output shown as it comes. */
export async function runStep(step: Step): Promise<Outcome> {
  const from = performance.now()
  // Last time's report must not speak for a run that wrote none.
  if (step.report !== undefined) await rm(step.report.file, { force: true })
  const succeeded = await runShown(step)
  const tally = stepTally(succeeded, step.report)
  const counted = step.prepares === true && succeeded ? { passed: 0, failed: 0 } : tally
  const seconds = Math.round((performance.now() - from) / 1000)
  return { name: step.name, seconds, note: tally.failed === 0 ? 'ok' : 'FAILED', ...counted }
}

export function skipped(step: Step, missing: string): Outcome {
  return { name: step.name, seconds: 0, note: `not run: ${missing} failed`, passed: 0, failed: 1 }
}

/** The step leads a process group, so that its time limit and Ctrl-C reach whatever it started. */
function runShown({ command: [program, ...words], limitMinutes, env }: Step): Promise<boolean> {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, PATH: path },
    shell: process.platform === 'win32',
    detached: process.platform !== 'win32',
  })
  const interrupt = () => {
    endGroup(child)
    process.exit(130)
  }
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  const limit = setTimeout(() => {
    process.stderr.write(`${program} had not ended after ${limitMinutes} minutes\n`)
    endGroup(child)
  }, limitMinutes * 60_000)
  return new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve(false)
    })
    child.once('exit', (code) => resolve(code === 0))
  }).finally(() => {
    clearTimeout(limit)
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  })
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
}
