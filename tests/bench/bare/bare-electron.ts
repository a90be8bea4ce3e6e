import type { ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import type { Launch } from '../../e2e/fixtures/app.ts'
import { prepareLaunch } from '../../e2e/fixtures/start.ts'
import { electronRuntime } from '../../runtime/electron.ts'
import type { Centre } from '../../simulator/centre.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { patiently, startProcess } from '../stage/process.ts'

export interface BareWindow {
  readonly name: string
  /** A page of the bare app, or an absolute path. */
  readonly page: string
  readonly show: boolean
}

/** The limit's program: the same runtime, the same flags, pages that do one thing. */
export interface BareElectron {
  readonly pid: number
  /** What a script in a window's page gives, awaited there. */
  evaluate(window: string, script: string): Promise<unknown>
  close(): Promise<void>
}

export const bareApp = join(import.meta.dirname, 'app')

/** How Earshot would be started here, with the bare app in its place. */
export async function bareLaunch(desktop: Desktop, windows: readonly BareWindow[]): Promise<Launch> {
  const { path } = await electronRuntime()
  const { args, env, ...launch } = await prepareLaunch({ profile: null, audio: 'devices' }, { desktop, centre: nobody })
  return {
    ...launch,
    executable: path,
    args: [...args, bareApp],
    env: {
      ...env,
      BARE_WINDOWS: JSON.stringify(windows.map((window) => ({ ...window, page: pageOf(window) }))),
      BARE_WS: createRequire(import.meta.url).resolve('ws'),
    },
  }
}

/** Without a profile nobody is asked where the centre is. */
const nobody = {
  writeProfile: () => Promise.reject(new Error('the bare app has no profile')),
} as Pick<Centre, 'writeProfile'> as Centre

function pageOf({ page }: BareWindow): string {
  return page.startsWith('/') ? page : join(bareApp, page)
}

export async function openBare(
  desktop: Desktop,
  windows: readonly BareWindow[],
  env: NodeJS.ProcessEnv,
): Promise<BareElectron> {
  const launch = await bareLaunch(desktop, windows)
  const running = startProcess({ ...launch, env: { ...launch.env, ...env } }, true)
  const answers = listen(running.child)
  const answer = (id: number, what: string) => patiently(what, answers(id), running.errors)
  await answer(0, 'the bare app').catch(async (error) => {
    await running.close()
    throw error
  })
  let asked = 0
  return {
    pid: running.pid,
    evaluate: (name, script) => {
      asked += 1
      running.child.send({ id: asked, name, script })
      return answer(asked, script)
    },
    close: running.close,
  }
}

const said = z.object({ id: z.number(), value: z.unknown().optional(), problem: z.string().optional() })

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

function listen(child: ChildProcess): (id: number) => Promise<unknown> {
  const waiting = new Map<number, Waiting>()
  child.on('message', (message) => {
    const { id, value, problem } = said.parse(message)
    const waiter = waiting.get(id)
    waiting.delete(id)
    if (problem === undefined) waiter?.resolve(value)
    else waiter?.reject(new Error(problem))
  })
  return (id) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
}
