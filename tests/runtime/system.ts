import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { runCommand } from './run-command.ts'
import { missingPieces, namesHere, type Piece, systemPieces } from './system-pieces.ts'

const aptWords = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']

/** What the installer does to the machine, so that tests can stand in for it. */
export interface PackageSystem {
  readonly installed: () => Promise<ReadonlySet<string>>
  readonly refresh: () => Promise<void>
  readonly known: (names: readonly string[]) => Promise<ReadonlySet<string>>
  readonly install: (names: readonly string[]) => Promise<void>
  readonly mayInstall: boolean
}

/** Brings in what is missing, or throws the one line that a person with the right to can paste. */
export async function installSystem(
  system: PackageSystem = debian,
  pieces: readonly Piece[] = systemPieces,
): Promise<readonly string[]> {
  const missing = missingPieces(pieces, await system.installed())
  if (missing.length === 0) return []
  if (!system.mayInstall) throw new Error(pasteLine(namesHere(missing, await system.known(missing.flat()))))
  await system.refresh()
  const names = namesHere(missing, await system.known(missing.flat()))
  console.error(`Installing ${names.join(' ')}`)
  await system.install(names)
  const left = missingPieces(missing, await system.installed())
  if (left.length > 0) throw new Error(`Still missing after the installation: ${left.join(' ')}`)
  return names
}

function pasteLine(names: readonly string[]): string {
  return `Missing on this system; paste:\nsudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`
}

const debian: PackageSystem = {
  installed: async () => {
    const listed = await runCommand('dpkg-query', ['--show', '--showformat', `\${db:Status-Abbrev}\${Package}\\n`])
    return new Set(listed.output.split('\n').flatMap((line) => (line[1] === 'i' ? [line.slice(3).trim()] : [])))
  },
  refresh: () => apt(['update', '-qq']),
  known: async (names) => {
    const told = await runCommand('apt-cache', ['--names-only', 'policy', ...names])
    return new Set(
      told.output
        .split(/\n(?=\S)/)
        .flatMap((block) => (/Candidate: \d/.test(block) ? [block.split(':')[0] ?? ''] : [])),
    )
  },
  install: (names) => apt(['install', '-y', '-qq', '--no-install-recommends', ...names]),
  mayInstall: process.getuid?.() === 0,
}

async function apt(words: readonly string[]): Promise<void> {
  const result = spawnSync('apt-get', [...aptWords, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (result.status !== 0) throw new Error(`apt-get ${words.join(' ')} failed:\n${result.stdout}${result.stderr}`)
}

/** Windows and macOS bring their own desktop; a Linux without dpkg is told what to look for. */
export async function ensureSystem(): Promise<void> {
  if (process.platform !== 'linux') return
  if (existsSync('/usr/bin/dpkg-query')) await installSystem()
  else
    console.error(`Not a Debian: see that you have what Debian calls ${systemPieces.map(([name]) => name).join(' ')}`)
}

if (process.argv[1] === import.meta.filename) {
  try {
    await ensureSystem()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
