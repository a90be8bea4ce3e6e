import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { carriedRuntime } from '../../runtime/carried-runtime.ts'
import type { Manifest } from '../../runtime/manifest.ts'

const scratch = mkdtempSync(join(tmpdir(), 'earshot-carried-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const carried = { 'package/app': 'the program', 'package/locales/en.pak': 'words', 'package/evil.js': 'not ours' }

function hash(algorithm: string, content: string | Buffer, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(content).digest(encoding)
}

/** A carrier of three files on disk, and a manifest that lists two of them. */
function start() {
  const work = mkdtempSync(join(scratch, 'case-'))
  for (const [name, content] of Object.entries(carried)) {
    mkdirSync(dirname(join(work, name)), { recursive: true })
    writeFileSync(join(work, name), content)
  }
  const tarball = join(work, 'carrier.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', work, 'package'])
  const file = (name: keyof typeof carried) => ({
    in: name,
    sha256: hash('sha256', carried[name], 'hex'),
    bytes: carried[name].length,
  })
  const manifest: Manifest = {
    electron: '1.0.0',
    platform: 'linux-x64',
    carrier: {
      package: 'carrier',
      version: '1.0.0',
      integrity: `sha512-${hash('sha512', readFileSync(tarball), 'base64')}`,
    },
    files: {
      electron: { ...file('package/app'), executable: true },
      'locales/en.pak': file('package/locales/en.pak'),
    },
  }
  const fetchCarrier = vi.fn(async (_: Manifest['carrier'], into: string) => {
    cpSync(tarball, join(into, 'carrier.tgz'))
    return join(into, 'carrier.tgz')
  })
  return { manifest, folder: join(work, 'cache', 'electron'), fetchCarrier }
}

test('takes out the listed files under their own names, and nothing else', async () => {
  const { manifest, folder, fetchCarrier } = start()

  await carriedRuntime(manifest, folder, fetchCarrier)

  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(found.map((entry) => entry.name).sort()).toEqual(['default_app.asar', 'electron', 'en.pak'])
  expect(readFileSync(join(folder, 'electron'), 'utf8')).toBe('the program')
  expect(statSync(join(folder, 'electron')).mode & 0o777).toBe(0o755)
  expect(statSync(join(folder, 'locales/en.pak')).mode & 0o777).toBe(0o644)
})

test('leaves no half-made folder beside the finished one', async () => {
  const { manifest, folder, fetchCarrier } = start()

  await carriedRuntime(manifest, folder, fetchCarrier)

  expect(readdirSync(dirname(folder))).toEqual(['electron'])
})

test('a carrier of the wrong integrity is refused before anything is taken out', async () => {
  const { manifest, folder, fetchCarrier } = start()
  const wrong = { ...manifest, carrier: { ...manifest.carrier, integrity: 'sha512-AAAA' } }

  await expect(carriedRuntime(wrong, folder, fetchCarrier)).rejects.toThrow('carrier@1.0.0: integrity')
  expect(readdirSync(dirname(folder))).toEqual([])
})

test('a file that is not what the list says is named', async () => {
  const { manifest, folder, fetchCarrier } = start()
  const wrong = { in: 'package/evil.js', sha256: hash('sha256', 'words', 'hex'), bytes: 5 }

  const made = carriedRuntime(
    { ...manifest, files: { ...manifest.files, 'locales/en.pak': wrong } },
    folder,
    fetchCarrier,
  )

  await expect(made).rejects.toThrow('locales/en.pak: SHA-256')
  expect(existsSync(folder)).toBe(false)
})

test('a listed file that is missing from the carrier is named', async () => {
  const { manifest, folder, fetchCarrier } = start()
  const files = { ...manifest.files, 'icudtl.dat': { in: 'package/icudtl.dat', sha256: 'aa', bytes: 1 } }

  await expect(carriedRuntime({ ...manifest, files }, folder, fetchCarrier)).rejects.toThrow('package/icudtl.dat')
})

test('a runtime already made is used without asking the registry again', async () => {
  const { manifest, folder, fetchCarrier } = start()

  await carriedRuntime(manifest, folder, fetchCarrier)
  await carriedRuntime(manifest, folder, fetchCarrier)

  expect(fetchCarrier).toHaveBeenCalledOnce()
})

test('two starts at once end with one whole runtime', async () => {
  const { manifest, folder, fetchCarrier } = start()

  await Promise.all([carriedRuntime(manifest, folder, fetchCarrier), carriedRuntime(manifest, folder, fetchCarrier)])

  expect(readFileSync(join(folder, 'electron'), 'utf8')).toBe('the program')
  expect(readdirSync(dirname(folder))).toEqual(['electron'])
})

test('a made runtime with a file cut short is not started', async () => {
  const { manifest, folder, fetchCarrier } = start()
  await carriedRuntime(manifest, folder, fetchCarrier)
  writeFileSync(join(folder, 'electron'), 'the')

  await expect(carriedRuntime(manifest, folder, fetchCarrier)).rejects.toThrow('electron: damaged')
})
