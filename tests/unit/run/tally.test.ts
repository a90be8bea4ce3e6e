import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type ReportKind, stepTally, sum, tallyOf } from '../../run/tally.ts'

const scratch = mkdtempSync(join(tmpdir(), 'earshot-tally-'))
afterAll(() => rmSync(scratch, { recursive: true }))

function written(kind: ReportKind, report: unknown) {
  const file = join(mkdtempSync(join(scratch, 'report-')), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return { kind, file }
}

function vitestReport(passed: number, total: number) {
  const tests = Array.from({ length: total }, () => ({}))
  const status = passed === total ? 'passed' : 'failed'
  return {
    success: passed === total,
    numTotalTests: total,
    numPassedTests: passed,
    testResults: [{ status, assertionResults: tests }],
  }
}

function playwrightReport(stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>) {
  return { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors: [] }
}

test('unit tests count as their report says', () => {
  expect(tallyOf('vitest', vitestReport(5, 7))).toEqual({ passed: 5, failed: 2 })
})

test('a test file that cannot be read counts as failed', () => {
  const report = vitestReport(3, 3)
  const broken = { status: 'failed', assertionResults: [] }

  expect(tallyOf('vitest', { ...report, testResults: [...report.testResults, broken] })).toEqual({
    passed: 3,
    failed: 1,
  })
})

test('a journey that was left out has failed, one that passed at the second try has passed', () => {
  const report = playwrightReport({ expected: 10, unexpected: 1, flaky: 1, skipped: 2 })

  expect(tallyOf('playwright', report)).toEqual({ passed: 11, failed: 3 })
})

test('a run without a report is one failure', () => {
  const report = { kind: 'vitest' as const, file: join(scratch, 'none.json') }

  expect(stepTally(true, report)).toEqual({ passed: 0, failed: 1 })
})

test('a run of no tests is one failure', () => {
  expect(stepTally(true, written('playwright', playwrightReport({})))).toEqual({ passed: 0, failed: 1 })
})

test('a run that ended badly although all its tests passed is one failure more', () => {
  expect(stepTally(false, written('vitest', vitestReport(4, 4)))).toEqual({ passed: 4, failed: 1 })
})

test('a command without a report is one check', () => {
  expect(stepTally(true)).toEqual({ passed: 1, failed: 0 })
  expect(stepTally(false)).toEqual({ passed: 0, failed: 1 })
})

test('the whole is the sum of its parts', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
    ]),
  ).toEqual({ passed: 41, failed: 2 })
})
