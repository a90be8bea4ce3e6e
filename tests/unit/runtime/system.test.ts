import { expect, test } from 'vitest'
import { installSystem, type PackageSystem } from '../../runtime/system.ts'
import type { Piece } from '../../runtime/system-pieces.ts'

const pieces: readonly Piece[] = [['xvfb'], ['libasound2', 'libasound2t64'], ['dunst']]

interface Machine extends PackageSystem {
  readonly did: string[]
}

/** A Debian whose archive holds some packages and whose disk holds others. */
function machine(has: readonly string[], archive: readonly string[], mayInstall = true): Machine {
  const installed = new Set(has)
  const did: string[] = []
  return {
    did,
    mayInstall,
    installed: async () => new Set(installed),
    known: async (names) => new Set(names.filter((name) => archive.includes(name))),
    refresh: async () => {
      did.push('refresh')
    },
    install: async (names) => {
      did.push(`install ${names.join(' ')}`)
      for (const name of names) if (archive.includes(name)) installed.add(name)
    },
  }
}

test('a system that has everything is left alone', async () => {
  const complete = machine(['xvfb', 'libasound2', 'dunst'], [], false)

  expect(await installSystem(complete, pieces)).toEqual([])
  expect(complete.did).toEqual([])
})

test('only what is missing is installed, after one refresh of the lists', async () => {
  const bare = machine(['dunst'], ['xvfb', 'libasound2', 'dunst'])

  await installSystem(bare, pieces)

  expect(bare.did).toEqual(['refresh', 'install xvfb libasound2'])
})

test('a renamed package is installed under the name this release knows', async () => {
  const noble = machine(['xvfb', 'dunst'], ['libasound2t64'])

  expect(await installSystem(noble, pieces)).toEqual(['libasound2t64'])
})

test('who may not install gets one line to paste', async () => {
  const foreign = machine(['xvfb'], ['libasound2t64', 'dunst'], false)

  await expect(installSystem(foreign, pieces)).rejects.toThrow(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends libasound2t64 dunst',
  )
  expect(foreign.did).toEqual([])
})

test('a package that could not be had is named', async () => {
  const poor = machine([], ['xvfb', 'libasound2'])

  await expect(installSystem(poor, pieces)).rejects.toThrow('dunst')
})
