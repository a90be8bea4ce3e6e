import { execFile } from 'node:child_process'

/** Runs a program to its end: false when it says no or takes too long, true also where there is no such program. */
export type Run = (program: string, args: readonly string[]) => Promise<boolean>

const answerWithinMs = 2_000

const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: 2 * answerWithinMs }, (error) => {
      resolve(error === null || typeof error.code === 'string')
    })
  })

/**
 * Whether a notification can be shown now. On Linux Electron waits for the daemon's answer with everything else (up to
 * 25 s, the time of a D-Bus call), and nobody could answer the call meanwhile; so a daemon that hangs is not asked.
 */
export async function daemonAnswers(platform: NodeJS.Platform, run: Run = runProgram): Promise<boolean> {
  if (platform !== 'linux') return true
  return run('dbus-send', [
    '--session',
    '--print-reply',
    `--reply-timeout=${answerWithinMs}`,
    '--dest=org.freedesktop.Notifications',
    '/org/freedesktop/Notifications',
    'org.freedesktop.Notifications.GetServerInformation',
  ])
}
