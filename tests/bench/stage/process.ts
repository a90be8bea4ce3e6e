import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Launch } from '../../e2e/fixtures/app.ts'

/** A program on the stage: it ends with the benchmark, in whatever way that ends (prctl(2), PR_SET_PDEATHSIG). */
export interface Running {
  readonly child: ChildProcess
  readonly pid: number
  /** The end of what it wrote to its error output. */
  errors(): string
  close(): Promise<void>
}

const errorsKept = 4_000

export function startProcess({ executable, args, env }: Launch, withIpc: boolean): Running {
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', ...(withIpc ? (['ipc'] as const) : [])]
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', executable, ...args], { env, stdio })
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(-errorsKept)
  })
  return {
    child,
    pid: child.pid ?? 0,
    errors: () => errors,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

const patienceMs = 30_000

/** What never comes is no figure: the measure ends, and says so. */
export async function patiently<T>(what: string, awaited: Promise<T>, why: () => string = () => ''): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const never = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} never came. ${why()}`)), patienceMs)
  })
  try {
    return await Promise.race([awaited, never])
  } finally {
    clearTimeout(timer)
  }
}
