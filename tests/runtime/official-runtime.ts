import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCommand } from './run-command.ts'

const probeMs = 5_000
const installMs = 10 * 60_000
const triedAgainAfterMs = 6 * 60 * 60_000

export interface OfficialRuntime {
  readonly path: string
  readonly folder: string
  readonly version: string
}

/** What `install-electron` leaves in the electron package, if it is whole. */
export function officialRuntime(electronPackage: string): OfficialRuntime | undefined {
  const folder = join(electronPackage, 'dist')
  const pathFile = join(electronPackage, 'path.txt')
  const versionFile = join(folder, 'version')
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined
  const path = join(folder, readFileSync(pathFile, 'utf8').trim())
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return existsSync(path) ? { path, folder, version } : undefined
}

/** How the official install is tried; the two steps that leave the machine are given. */
export interface InstallAttempt {
  readonly electronPackage: string
  readonly failureNote: string
  readonly reaches: (version: string) => Promise<boolean>
  readonly install: (electronPackage: string) => Promise<boolean>
  readonly now: number
}

/** Tries the official install once; a failure is noted, so that the next starts do not wait for it again. */
export async function tryOfficialInstall(attempt: InstallAttempt): Promise<OfficialRuntime | undefined> {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || failedLately(attempt)) return undefined
  const { version } = JSON.parse(readFileSync(join(attempt.electronPackage, 'package.json'), 'utf8'))
  const installed = (await attempt.reaches(version)) && (await attempt.install(attempt.electronPackage))
  if (installed) return officialRuntime(attempt.electronPackage)
  await mkdir(dirname(attempt.failureNote), { recursive: true })
  await writeFile(attempt.failureNote, `The official Electron ${version} could not be had.\n`)
  return undefined
}

function failedLately({ failureNote, now }: InstallAttempt): boolean {
  const note = statSync(failureNote, { throwIfNoEntry: false })
  return note !== undefined && now - note.mtimeMs < triedAgainAfterMs
}

/** A host that does not answer costs five seconds here, not the minutes of the installer's own retries. */
export async function reachesDownload(version: string): Promise<boolean> {
  // Node's fetch knows no proxy, the installer does: with one, only the installer can tell.
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/'
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const answer = await fetch(`${mirror}v${version}/${file}`, {
    method: 'HEAD',
    signal: AbortSignal.timeout(probeMs),
  }).catch(() => undefined)
  return answer?.ok === true
}

export async function runOfficialInstall(electronPackage: string): Promise<boolean> {
  const result = await runCommand(process.execPath, [join(electronPackage, 'install.js')], { limitMs: installMs })
  return result.ok
}
