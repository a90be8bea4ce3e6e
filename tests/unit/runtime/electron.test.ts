import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { chooseRuntime } from '../../runtime/electron.ts'
import { officialRuntime, tryOfficialInstall } from '../../runtime/official-runtime.ts'

const scratch = mkdtempSync(join(tmpdir(), 'earshot-official-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const official = { path: '/electron/dist/electron', folder: '/electron/dist', version: '45.4.1' }
const carried = { path: '/cache/electron', folder: '/cache', version: '33.4.11' }

/** The electron package as npm leaves it: without its binary. */
function electronPackage(): string {
  const folder = mkdtempSync(join(scratch, 'package-'))
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
  return folder
}

function putBinary(folder: string): void {
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist', 'electron'), '')
  writeFileSync(join(folder, 'dist', 'version'), 'v45.4.1')
  writeFileSync(join(folder, 'path.txt'), 'electron')
}

function attempt(folder: string) {
  return {
    electronPackage: folder,
    failureNote: join(folder, 'cache', 'failed'),
    reaches: vi.fn(async () => true),
    install: vi.fn(async (into: string) => {
      putBinary(into)
      return true
    }),
    now: Date.now(),
  }
}

test('the official runtime is used where it is, and nothing is fetched', async () => {
  const install = vi.fn(async () => undefined)
  const carry = vi.fn(async () => carried)

  const runtime = await chooseRuntime({ present: () => official, install, carried: carry })

  expect(runtime).toEqual({ ...official, official: true })
  expect(install).not.toHaveBeenCalled()
  expect(carry).not.toHaveBeenCalled()
})

test('the official install is tried before the carried runtime', async () => {
  const carry = vi.fn(async () => carried)

  const runtime = await chooseRuntime({ present: () => undefined, install: async () => official, carried: carry })

  expect(runtime.official).toBe(true)
  expect(carry).not.toHaveBeenCalled()
})

test('the carried runtime comes last and is said to be unofficial', async () => {
  const runtime = await chooseRuntime({
    present: () => undefined,
    install: async () => undefined,
    carried: async () => carried,
  })

  expect(runtime).toEqual({ ...carried, official: false })
})

test('finds what the official install left, with its version', () => {
  const folder = electronPackage()
  putBinary(folder)

  expect(officialRuntime(folder)).toEqual({
    path: join(folder, 'dist', 'electron'),
    folder: join(folder, 'dist'),
    version: '45.4.1',
  })
})

test('an official runtime without its binary is none', () => {
  const folder = electronPackage()
  putBinary(folder)
  rmSync(join(folder, 'dist', 'electron'))

  expect(officialRuntime(folder)).toBeUndefined()
})

test('installs where the download host answers', async () => {
  const tried = await tryOfficialInstall(attempt(electronPackage()))

  expect(tried?.version).toBe('45.4.1')
})

test('does not start the installer where the download host does not answer', async () => {
  const offline = { ...attempt(electronPackage()), reaches: async () => false }

  expect(await tryOfficialInstall(offline)).toBeUndefined()
  expect(offline.install).not.toHaveBeenCalled()
})

test('a failed attempt is not repeated by the next start', async () => {
  const offline = { ...attempt(electronPackage()), reaches: vi.fn(async () => false) }

  await tryOfficialInstall(offline)
  await tryOfficialInstall(offline)

  expect(offline.reaches).toHaveBeenCalledOnce()
})

test('a failed attempt of yesterday is tried again', async () => {
  const offline = { ...attempt(electronPackage()), reaches: vi.fn(async () => false) }
  await tryOfficialInstall(offline)
  utimesSync(offline.failureNote, offline.now / 1000 - 86_400, offline.now / 1000 - 86_400)

  await tryOfficialInstall(offline)

  expect(offline.reaches).toHaveBeenCalledTimes(2)
})
