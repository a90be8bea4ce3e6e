import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Who wrote a report decides how it is read. */
export type ReportKind = 'vitest' | 'playwright'

const vitestReport = z
  .object({
    success: z.boolean(),
    numTotalTests: z.int(),
    numPassedTests: z.int(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .transform(({ numTotalTests, numPassedTests, testResults }) => {
    // A file that cannot even be read has no tests to count.
    const unreadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests + unreadable.length }
  })

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
    errors: z.array(z.unknown()),
  })
  .transform(({ stats, errors }) => ({
    // What passed at its second try is named by Playwright's own list, under "flaky".
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
  }))

const readers: Readonly<Record<ReportKind, z.ZodType<Tally>>> = { vitest: vitestReport, playwright: playwrightReport }

/** What a report says; a test that was left out counts as failed, for it proved nothing. */
export function tallyOf(kind: ReportKind, report: unknown): Tally {
  return readers[kind].parse(report)
}

/** What a step comes to: its report where it writes one, else whether it succeeded. No tests at all is a failure. */
export function stepTally(succeeded: boolean, report?: { readonly kind: ReportKind; readonly file: string }): Tally {
  if (report === undefined) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  if (!existsSync(report.file)) return { passed: 0, failed: 1 }
  const { passed, failed } = tallyOf(report.kind, JSON.parse(readFileSync(report.file, 'utf8')))
  const silent = failed === 0 && (!succeeded || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }), {
    passed: 0,
    failed: 0,
  })
}
