import { expect, test } from 'vitest'
import { hasTrayHost } from '#main/desktop/tray/tray-host.ts'

test.each([
  ['a panel that shows icons', '   boolean true', true],
  ['no such panel', '   boolean false', false],
  ['nobody to ask', null, true],
])('on Linux with %s', async (_, answer, shown) => {
  expect(await hasTrayHost('linux', async () => answer)).toBe(shown)
})

test('elsewhere there always is one, and nobody is asked', async () => {
  let asked = 0

  expect(await hasTrayHost('win32', async () => String(asked++))).toBe(true)
  expect(asked).toBe(0)
})
