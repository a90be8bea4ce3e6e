import { spawn } from 'node:child_process'
import type { Centre } from '../../../simulator/centre.ts'
import { type Control, startControl } from '../../../simulator/control/control-server.ts'

/** The port of tests/simulator/README.md, whose commands can then be pasted. */
const usualPort = 8_600

/** The page to make customers call, where it usually is unless something else is there. */
export async function servePage(centre: Centre): Promise<Control> {
  try {
    return await startControl(centre, usualPort)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return startControl(centre)
    throw error
  }
}

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** In the person's own browser; its address is told as well, for where there is none. */
export function openPage(url: string): void {
  const [program, ...words] = openers[process.platform] ?? ['xdg-open']
  const opener = spawn(program, [...words, url], { stdio: 'ignore', detached: true })
  opener.once('error', () => undefined)
  opener.unref()
}
