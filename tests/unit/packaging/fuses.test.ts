import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from 'vitest'
import { packagedApp } from '../../runtime/packaged-app.ts'
import { testApp } from '../../runtime/test-copy.ts'

const shipped: Readonly<Record<string, 'on' | 'off'>> = {
  [FuseV1Options.RunAsNode]: 'off',
  [FuseV1Options.EnableCookieEncryption]: 'off',
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: 'off',
  [FuseV1Options.EnableNodeCliInspectArguments]: 'off',
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: 'on',
  [FuseV1Options.OnlyLoadAppFromAsar]: 'on',
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: 'off',
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: 'off',
}

/** Electron's newer releases have this ninth fuse, which electron-builder 26 cannot set; on is how Electron ships it. */
const wasmTrapHandlers = '8'

/** The fuse wire as it stands in a binary: a character for each fuse, '1' and '0' for on and off. */
async function fusesOf(executable: string): Promise<Record<string, string>> {
  const { version, ...wire } = await getCurrentFuseWire(executable)
  expect(version).toBe('1')
  const words: Readonly<Record<string, string>> = { '1': 'on', '0': 'off' }
  return Object.fromEntries(
    Object.entries(wire)
      .filter(([fuse]) => /^\d+$/.test(fuse))
      .map(([fuse, state]) => {
        const letter = String.fromCharCode(Number(state))
        return [fuse, words[letter] ?? letter]
      }),
  )
}

function withNinth(fuses: Readonly<Record<string, string>>, found: Readonly<Record<string, string>>) {
  return wasmTrapHandlers in found ? { ...fuses, [wasmTrapHandlers]: 'on' } : fuses
}

test('every fuse of the shipped binary is set, and no fuse is unknown to us', async () => {
  const found = await fusesOf(packagedApp().executable)

  expect(found).toEqual(withNinth(shipped, found))
})

test('the test copy differs from the shipped binary by the inspector alone', async () => {
  const found = await fusesOf((await testApp()).executable)

  const expected = { ...shipped, [FuseV1Options.EnableNodeCliInspectArguments]: 'on' }
  expect(found).toEqual(withNinth(expected, found))
})

test('making the test copy leaves the shipped binary as it was', async () => {
  await testApp()

  const found = await fusesOf(packagedApp().executable)
  expect(found[FuseV1Options.EnableNodeCliInspectArguments]).toBe('off')
})
