import { execFile } from 'node:child_process'

/** Runs a program and gives its output, or null when it is missing, fails or takes too long. */
export type Run = (program: string, args: readonly string[]) => Promise<string | null>

/** The default keyring as the Secret Service sees it, asked without making it prompt for anything. */
export type Keyring = 'unlocked' | 'locked' | 'none'

const bus = ['--session', '--print-reply=literal', '--reply-timeout=2000', '--dest=org.freedesktop.secrets']
const askWithinMs = 3_000

export const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: askWithinMs, killSignal: 'SIGKILL' }, (error, output) => {
      resolve(error === null ? output : null)
    })
  })

/**
 * Electron's synchronous calls hold the whole process until a locked keyring's prompt is answered, and for ever when
 * nobody is there to answer (measured on 33.4.11 with gnome-keyring 42); so it is asked here first.
 */
export async function askKeyring(run: Run): Promise<Keyring> {
  const service = '/org/freedesktop/secrets'
  const alias = await run('dbus-send', [...bus, service, 'org.freedesktop.Secret.Service.ReadAlias', 'string:default'])
  const collection = alias?.trim()
  // "/" is the specification's "no such collection": the first secret would ask for a new keyring's password.
  if (collection === undefined || !collection.startsWith(`${service}/`)) return 'none'

  const locked = await run('dbus-send', [
    ...bus,
    collection,
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ])
  if (locked === null) return 'none'
  return /boolean false/.test(locked) ? 'unlocked' : 'locked'
}
