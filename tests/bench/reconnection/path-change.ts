import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { root } from '../../runtime/packaged-app.ts'
import type { Measure } from '../metric.ts'
import { p95AtMost } from '../report/aims.ts'

const measured = z.object({ gaps: z.array(z.number()), exchanges: z.array(z.number()) })

/** The machine changes from one network to another in a call; the line's own socket does not notice. */
export const pathChange: Measure = {
  metrics: { path_change_gap_ms: p95AtMost(2_000) },
  run: async ({ desktop }, times) => {
    const script = 'tests/bench/reconnection/change-paths.ts'
    const words = ['--map-root-user', '--net', 'npx', 'tsx', script, `${times(10)}`]
    const env = await desktop.freshEnvironment()
    const { stdout } = await promisify(execFile)('unshare', words, { cwd: root, env: { ...process.env, ...env } })
    const { gaps, exchanges } = measured.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
    return { path_change_gap_ms: { values: gaps, limit: { what: 'one offer and answer', values: exchanges } } }
  },
}
