import { chmodSync, readFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Whether a file that should hold a JSON object holds something else: zeros after a power cut, half of itself. */
export function isDamaged(file: string): boolean {
  const text = readIfThere(file)
  if (text === null) return false
  try {
    const content: unknown = JSON.parse(text)
    return typeof content !== 'object' || content === null || Array.isArray(content)
  } catch {
    return true
  }
}

/** Gives a file another name, so that nothing is lost by starting anew; null when the disk refuses that too. */
export function moveAside(file: string, now: Date): string | null {
  const name = `${basename(file, '.json')}.damaged-${now.toISOString().replace(/[:.]/g, '-')}.json`
  try {
    const aside = join(dirname(file), name)
    renameSync(file, aside)
    chmodSync(aside, 0o600)
    return name
  } catch {
    return null
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
