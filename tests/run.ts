import { type Outcome, runStep, skipped } from './run/run-step.ts'
import { type Step, steps } from './run/steps.ts'
import { sum } from './run/tally.ts'

/** Runs every step whose ground is prepared, in order; a failure stops only what stands on it. */
async function runAll(all: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of all) {
    process.stdout.write(`\n── ${step.name} ${'─'.repeat(60 - step.name.length)}\n`)
    const missing = step.needs?.find((name) => outcomes.some((outcome) => outcome.name === name && outcome.failed > 0))
    outcomes.push(missing === undefined ? await runStep(step) : skipped(step, missing))
  }
  return outcomes
}

function line({ name, passed, failed, seconds, note }: Outcome): string {
  const counts = passed + failed === 0 ? '' : `${passed} passed, ${failed} failed`
  return `${name.padEnd(16)}${counts.padEnd(26)}${`${seconds} s`.padStart(6)}  ${note}\n`
}

const outcomes = await runAll(steps)
const { passed, failed } = sum(outcomes)
process.stdout.write(`\n${outcomes.map(line).join('')}\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
