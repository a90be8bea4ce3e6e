import { join } from 'node:path'
import type { ReportKind } from './tally.ts'

/** One command of the whole test run. */
export interface Step {
  readonly name: string
  /** A program of node_modules/.bin and its words. */
  readonly command: readonly [string, ...string[]]
  readonly limitMinutes: number
  /** Prepares the ground: worth no count when it succeeds, and what needs it does not run when it fails. */
  readonly prepares?: true
  readonly needs?: readonly string[]
  readonly report?: { readonly kind: ReportKind; readonly file: string }
  readonly env?: Readonly<Record<string, string>>
}

const reports = join(import.meta.dirname, '..', '..', 'out', 'test-reports')

function vitest(name: string, config: string): Pick<Step, 'command' | 'report'> {
  const file = join(reports, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return { command: ['vitest', 'run', '--config', config, ...reporters], report: { kind: 'vitest', file } }
}

function types(folder: string): Step {
  return { name: `types ${folder}`, command: ['tsc', '-p', folder], limitMinutes: 5, needs: ['messages'] }
}

const e2eReport = join(reports, 'e2e.json')

/** In the order they run; cheap and frequent failures first. */
export const steps: readonly Step[] = [
  { name: 'system', command: ['tsx', 'tests/runtime/system.ts'], limitMinutes: 15, prepares: true },
  { name: 'messages', command: ['npm', 'run', '--silent', 'messages'], limitMinutes: 2, prepares: true },
  { name: 'biome', command: ['biome', 'ci', '.'], limitMinutes: 5 },
  types('main'),
  types('preload'),
  types('tests'),
  {
    name: 'types renderer',
    command: ['svelte-check', '--workspace', 'renderer', '--tsconfig', './tsconfig.json'],
    limitMinutes: 5,
    needs: ['messages'],
  },
  { name: 'unit', ...vitest('unit', 'tests/unit/vitest.config.ts'), limitMinutes: 15, needs: ['messages'] },
  { name: 'build', command: ['electron-vite', 'build'], limitMinutes: 5, prepares: true, needs: ['messages'] },
  {
    name: 'package',
    command: ['tsx', 'tests/runtime/package-dir.ts'],
    limitMinutes: 20,
    prepares: true,
    needs: ['build'],
  },
  {
    name: 'test copy',
    command: ['tsx', 'tests/runtime/test-copy.ts'],
    limitMinutes: 2,
    prepares: true,
    needs: ['package'],
  },
  {
    name: 'packaging',
    ...vitest('packaging', 'tests/unit/packaging/vitest.config.ts'),
    limitMinutes: 5,
    needs: ['test copy'],
  },
  {
    name: 'e2e',
    command: [
      'playwright',
      'test',
      '--config',
      'tests/e2e/playwright.config.ts',
      '--reporter=list,json',
      `--global-timeout=${20 * 60_000}`,
    ],
    limitMinutes: 22,
    needs: ['system', 'test copy'],
    report: { kind: 'playwright', file: e2eReport },
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
  },
]
