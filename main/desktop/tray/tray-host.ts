import { execFile } from 'node:child_process'

/** Runs a program and gives its output, or null when it is missing or fails. */
export type Run = (program: string, args: readonly string[]) => Promise<string | null>

const askWithinMs = 3_000

export const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: askWithinMs }, (error, output) => resolve(error === null ? output : null))
  })

/**
 * Whether this desktop shows tray icons. On Linux an icon that nobody shows is made without a complaint (GNOME without
 * an extension), so the panel's half is asked for: `org.kde.StatusNotifierWatcher`. Not known counts as yes.
 */
export async function hasTrayHost(platform: NodeJS.Platform, run: Run = runProgram): Promise<boolean> {
  if (platform !== 'linux') return true
  const owned = await run('dbus-send', [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.kde.StatusNotifierWatcher',
  ])
  return owned === null || !/boolean false/.test(owned)
}
