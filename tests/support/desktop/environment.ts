import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'

/** What would let a program out of its private desktop, or tell it of another one. */
const OF_ANOTHER_DESKTOP =
  /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|DBUS_|XDG_|PULSE_|GNOME_|GTK_|QT_|DESKTOP_|SESSION_|SSH_AUTH_SOCK|LANG|LC_|ELECTRON_|NODE_OPTIONS)/

export function neutralEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !OF_ANOTHER_DESKTOP.test(name))
  // A service or a CI job may have no shell to its name; sxhkd does not start without one.
  return { SHELL: '/bin/sh', ...Object.fromEntries(kept), LANG: 'C.UTF-8', XDG_CURRENT_DESKTOP: 'Earshot-tests' }
}

/** A new home of its own, with the folders of the XDG Base Directory Specification. */
export async function homeEnvironment(folder: string): Promise<NodeJS.ProcessEnv> {
  const home = await mkdtemp(join(folder, 'home-'))
  const runtime = join(home, 'run')
  await mkdir(runtime, { mode: 0o700 })
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_RUNTIME_DIR: runtime,
  }
}
