import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { BUS_DRIVER, type Bus } from './bus/connection.ts'
import { type Program, type Programs, until } from './programs.ts'

export type KeyringState = 'unlocked' | 'locked' | 'missing'

/** The desktop's key store: gnome-keyring, which owns `org.freedesktop.secrets`. */
export interface Keyring {
  readonly state: () => KeyringState
  /** Puts another, empty key store in its place (or none). */
  replace(state: KeyringState): Promise<void>
  lock(): Promise<void>
  /** With its right password, as a person would. */
  unlock(): Promise<void>
  /** Labels of what is kept in it. */
  labels(): Promise<readonly string[]>
}

const SERVICE = 'org.freedesktop.secrets'
const LOGIN = '/org/freedesktop/secrets/collection/login'
const SECRETS = {
  destination: SERVICE,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
} as const
const PASSWORD = 'correct horse'

export async function startKeyring(
  programs: Programs,
  bus: Bus,
  folder: string,
  first: KeyringState,
): Promise<Keyring> {
  let state: KeyringState = 'missing'
  let daemon: Program | null = null
  let home = ''

  const open = async () => {
    daemon = programs.start('gnome-keyring-daemon', daemonArguments(home), { stdin: PASSWORD, env: homeOf(home) })
    await until('the key store', () => hasLogin(bus))
    state = 'unlocked'
  }
  const lock = async () => {
    await bus.call({ ...SECRETS, member: 'Lock', signature: 'ao', body: [[LOGIN]] })
    state = 'locked'
  }
  const remove = async () => {
    await daemon?.stop()
    await until('the old key store to go', async () => !(await isOwned(bus)))
    state = 'missing'
  }
  const replace = async (next: KeyringState) => {
    await remove()
    home = await mkdtemp(join(folder, 'keyring-'))
    await mkdir(join(home, 'data'))
    if (next !== 'missing') await open()
    if (next === 'locked') await lock()
  }

  await replace(first)
  return {
    state: () => state,
    replace,
    lock,
    unlock: async () => {
      await remove()
      await open()
    },
    labels: () => readLabels(bus),
  }
}

function daemonArguments(home: string): readonly string[] {
  return ['--foreground', '--unlock', '--components=secrets', `--control-directory=${join(home, 'control')}`]
}

function homeOf(home: string): NodeJS.ProcessEnv {
  return { HOME: home, XDG_DATA_HOME: join(home, 'data') }
}

async function isOwned(bus: Bus): Promise<boolean> {
  const [owned] = await bus.call({ ...BUS_DRIVER, member: 'NameHasOwner', signature: 's', body: [SERVICE] })
  return owned === true
}

/** The name is owned a moment before the `login` collection is there. */
async function hasLogin(bus: Bus): Promise<boolean> {
  if (!(await isOwned(bus))) return false
  const collections = await readProperty(bus, SECRETS.path, SECRETS.interface, 'Collections')
  return Array.isArray(collections) && collections.includes(LOGIN)
}

async function readLabels(bus: Bus): Promise<readonly string[]> {
  if (!(await isOwned(bus))) return []
  const items = await readProperty(bus, LOGIN, 'org.freedesktop.Secret.Collection', 'Items')
  const paths = Array.isArray(items) ? items.map(String) : []
  const labels = paths.map((path) => readProperty(bus, path, 'org.freedesktop.Secret.Item', 'Label'))
  return (await Promise.all(labels)).map(String)
}

async function readProperty(bus: Bus, path: string, owner: string, name: string): Promise<unknown> {
  const get = { destination: SERVICE, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' }
  const [value] = await bus.call({ ...get, signature: 'ss', body: [owner, name] })
  return value
}
