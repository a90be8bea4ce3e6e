import { spawn } from 'node:child_process'
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

function runShown({ command: [program, ...words], limitMinutes, env }: Step): Promise<boolean> {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, PATH: path },
    shell: process.platform === 'win32',
    timeout: limitMinutes * 60_000,
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve(false)
    })
    child.once('exit', (code) => resolve(code === 0))
  })
}
