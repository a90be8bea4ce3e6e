import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { runStep, skipped } from '../../run/run-step.ts'
import type { Step } from '../../run/steps.ts'

const scratch = mkdtempSync(join(tmpdir(), 'earshot-step-'))
afterAll(() => rmSync(scratch, { recursive: true }))

function step(script: string, more: Partial<Step> = {}): Step {
  return { name: 'a step', command: ['bash', '-c', script], limitMinutes: 1, ...more }
}

test('a check that succeeds is one passed', async () => {
  expect(await runStep(step('exit 0'))).toMatchObject({ passed: 1, failed: 0, note: 'ok' })
})

test('a check that fails is one failed', async () => {
  expect(await runStep(step('exit 3'))).toMatchObject({ passed: 0, failed: 1, note: 'FAILED' })
})

test('a program that is not there is one failed', async () => {
  const missing = { ...step(''), command: ['earshot-no-such-program'] as const }

  expect(await runStep(missing)).toMatchObject({ passed: 0, failed: 1 })
})

test('preparing the ground counts only when it fails', async () => {
  expect(await runStep(step('exit 0', { prepares: true }))).toMatchObject({ passed: 0, failed: 0 })
  expect(await runStep(step('exit 1', { prepares: true }))).toMatchObject({ passed: 0, failed: 1 })
})

test('what stands on a failed step counts as failed', () => {
  expect(skipped(step(''), 'build')).toMatchObject({ passed: 0, failed: 1, note: 'not run: build failed' })
})

test('a step over its time is ended with everything it started', async () => {
  const pidFile = join(scratch, 'pid')

  const outcome = await runStep(step(`sleep 300 & echo $! > ${pidFile}; wait`, { limitMinutes: 1 / 60 }))

  expect(outcome).toMatchObject({ passed: 0, failed: 1 })
  await vi.waitFor(() => expect(isRunning(Number(readFileSync(pidFile, 'utf8')))).toBe(false))
})

/** A killed process that nobody has collected yet still has a number, but runs no more. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return false
    throw error
  }
}
