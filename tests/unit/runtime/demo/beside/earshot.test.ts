import { expect, test } from 'vitest'
import { earshotWords } from '../../../../runtime/demo/beside/earshot.ts'

test('Earshot is started with a profile and a folder of its own', () => {
  const words = earshotWords('/site/profile.json', '/site/earshot', { DISPLAY: ':0' })

  expect(words).toEqual(expect.arrayContaining(['--user-data-dir=/site/earshot', '--profile', '/site/profile.json']))
  expect(words.join(' ')).not.toContain('wayland')
})

test('a display that is Wayland alone is used as that', () => {
  expect(earshotWords('p', 'u', { WAYLAND_DISPLAY: 'wayland-0' })).toContain('--ozone-platform=wayland')
  expect(earshotWords('p', 'u', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }).join(' ')).not.toContain('wayland')
})
