import { existsSync, readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'

/** What the times of a tour depend on. */
export interface Machine {
  readonly system: string
  readonly processor: string
  readonly cores: number
  readonly memoryGb: number
  /** Processes that wanted a core in the last minute, on average, when the tour began. */
  readonly load: number
  readonly root: boolean
  readonly node: string
}

export function thisMachine(): Machine {
  const cores = cpus()
  return {
    system: systemName(),
    processor: cores[0]?.model ?? process.arch,
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    root: process.getuid?.() === 0,
    node: process.version,
  }
}

/** os-release(5). */
function systemName(): string {
  const file = '/etc/os-release'
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(text)?.[1] ?? `${type()} ${release()}`
}
