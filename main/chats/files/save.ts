import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { cleanFileName, endingOf } from './file-name.ts'

/** A name to begin with: clean, and with the ending of what it is. */
export function nameToSave(name: string, ending: string): string {
  const clean = cleanFileName(name)
  if (clean === '') return ending === '' ? 'file' : `file.${ending}`
  return ending === '' || endingOf(clean) === ending ? clean : cleanFileName(`${clean}.${ending}`)
}

type Run = (program: string, args: readonly string[]) => Promise<unknown>

const runProgram: Run = (program, args) => promisify(execFile)(program, args, { timeout: 5_000 })

export interface SaveOptions {
  readonly platform: NodeJS.Platform
  readonly now: () => number
  readonly log: Pick<Log, 'warn'>
  readonly run?: Run
}

/**
 * Writes a file that came from outside, marked as such before there is anything in it. Not executable, and never
 * opened. False: the disk would not.
 */
export async function saveMarked(path: string, content: Uint8Array, options: SaveOptions): Promise<boolean> {
  try {
    await writeFile(path, '', { mode: 0o600 })
    await markFile(path, options)
    // Over what is there: a file made anew would lose its mark on Windows.
    await writeFile(path, content, { flag: 'r+' })
    return true
  } catch (error) {
    options.log.warn('a file could not be saved', { error: explain(error) })
    return false
  }
}

/** Marks a file as coming from outside. A file system without such marks (FAT) still takes it, as browsers do. */
export async function markFile(path: string, { platform, now, log, run = runProgram }: SaveOptions): Promise<void> {
  try {
    // [MS-FSCC] 5.6.1: zone 3 is the internet.
    if (platform === 'win32') await writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n')
    else if (platform === 'darwin') await run('/usr/bin/xattr', ['-w', 'com.apple.quarantine', quarantine(now()), path])
    // freedesktop.org, "Common Extended Attributes"; whose address it was is nobody's business who finds the file.
    else await run('setfattr', ['-n', 'user.xdg.origin.url', '-v', 'about:internet', path])
  } catch (error) {
    log.warn('a file could not be marked as coming from outside', { error: explain(error) })
  }
}

/** `flags;time;agent`: 0081 is a download that the user has not approved of yet. */
function quarantine(now: number): string {
  return `0081;${Math.floor(now / 1_000).toString(16)};Earshot;`
}
