import { readdir, readFile } from 'node:fs/promises'
import { pause } from './workplace.ts'

/** One process of an Electron program, named for what it does there. */
export interface ProgramProcess {
  readonly pid: number
  readonly name: string
}

/** Earshot's windows in the order they are made (main/desktop/windows/windows.ts). */
const WINDOWS = ['desk', 'phone', 'alert']

/** A process and all that came from it. */
export async function processesOf(root: number): Promise<readonly ProgramProcess[]> {
  const found = await Promise.all((await descendantsOf(root)).map(described))
  const windows = found.map(({ window }) => window).filter((window) => window !== null)
  const order = windows.sort((a, b) => a - b)
  return found.map(({ pid, name, window }) => {
    if (pid === root) return { pid, name: 'main' }
    return { pid, name: window === null ? name : (WINDOWS[order.indexOf(window)] ?? 'window') }
  })
}

async function descendantsOf(root: number): Promise<readonly number[]> {
  const parents = await parentsByPid()
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && (pid === root || isOurs(parents.get(pid)))
  return [...parents.keys()].filter(isOurs)
}

async function parentsByPid(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const pairs = await Promise.all(pids.map(async (pid) => [pid, Number((await statOf(pid))[1] ?? 0)] as const))
  return new Map(pairs.filter(([, parent]) => parent > 0))
}

/** proc(5), /proc/pid/stat from the state on: the name before it may hold anything. Empty when the process has gone. */
async function statOf(pid: number): Promise<readonly string[]> {
  const text = await textOf(pid, 'stat')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** Chromium's children write their title over their words, with spaces between. */
async function wordsOf(pid: number): Promise<readonly string[]> {
  return (await textOf(pid, 'cmdline')).split(/[\0 ]/)
}

async function textOf(pid: number, file: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ESRCH') return ''
    throw error
  }
}

/** What a process does, and which window it draws, counted by Chromium from the first one made. */
async function described(pid: number): Promise<ProgramProcess & { readonly window: number | null }> {
  const words = await wordsOf(pid)
  const value = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]
  const [, service] = value('utility-sub-type')?.split('.mojom.') ?? []
  const window = value('renderer-client-id')
  return {
    pid,
    name: service?.replace('Service', '').toLowerCase() ?? value('type') ?? 'other',
    window: window === undefined ? null : Number(window),
  }
}

/** proc(5): clock ticks are a hundredth of a second on every Linux that runs Electron. */
const MS_PER_TICK = 10
const USER_TIME = 11
const SYSTEM_TIME = 12

export type ByName = Readonly<Record<string, number>>

/** Percent of one core over a while, by process. */
export async function cpuPercent(root: number, seconds: number): Promise<ByName> {
  const before = await busyMs(root)
  const from = performance.now()
  await pause(seconds * 1_000)
  const after = await busyMs(root)
  const took = performance.now() - from
  const percent = [...after].map(([key, ms]) => [key, (100 * (ms - (before.get(key) ?? 0))) / took] as const)
  return addUp(percent)
}

async function busyMs(root: number): Promise<ReadonlyMap<string, number>> {
  const entries = (await processesOf(root)).map(async ({ pid, name }) => {
    const stat = await statOf(pid)
    return [`${name} ${pid}`, MS_PER_TICK * (Number(stat[USER_TIME] ?? 0) + Number(stat[SYSTEM_TIME] ?? 0))] as const
  })
  return new Map(await Promise.all(entries))
}

/** Memory nobody else shares, in megabytes, by process. */
export async function privateMb(root: number): Promise<ByName> {
  const entries = (await processesOf(root)).map(async ({ pid, name }) => {
    const rollup = await textOf(pid, 'smaps_rollup')
    const kb = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, count]) => Number(count))
    return [`${name} ${pid}`, kb.reduce((total, one) => total + one, 0) / 1_024] as const
  })
  return addUp(await Promise.all(entries))
}

/** Processes of one kind together, without their number. */
function addUp(entries: readonly (readonly [string, number])[]): ByName {
  const totals: Record<string, number> = {}
  for (const [key, value] of entries) {
    const name = key.replace(/ \d+$/, '')
    totals[name] = (totals[name] ?? 0) + value
  }
  return totals
}

export function total(of: ByName): number {
  return Object.values(of).reduce((sum, one) => sum + one, 0)
}
