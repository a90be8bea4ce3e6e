import { expect, test } from 'vitest'
import { chooseShow } from '../../../runtime/demo/choose-show.ts'

test('at a display somebody takes the calls themselves', () => {
  expect(chooseShow({ tour: false, platform: 'linux', env: { DISPLAY: ':0' } })).toBe('beside')
  expect(chooseShow({ tour: false, platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe('beside')
  expect(chooseShow({ tour: false, platform: 'darwin', env: {} })).toBe('beside')
})

test('without a display, or when asked, the tour takes them', () => {
  expect(chooseShow({ tour: false, platform: 'linux', env: {} })).toBe('tour')
  expect(chooseShow({ tour: false, platform: 'linux', env: { DISPLAY: '' } })).toBe('tour')
  expect(chooseShow({ tour: true, platform: 'linux', env: { DISPLAY: ':0' } })).toBe('tour')
})

test('a tour that this machine cannot take is refused in words', () => {
  expect(() => chooseShow({ tour: true, platform: 'darwin', env: {} })).toThrow('virtual display of a Linux machine')
})
