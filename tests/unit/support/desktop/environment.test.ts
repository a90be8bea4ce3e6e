import { expect, test } from 'vitest'
import { neutralEnvironment } from '../../../support/desktop/environment.ts'

test('a private desktop knows nothing of the one it was started on', () => {
  const env = neutralEnvironment({
    DISPLAY: ':0',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/0/bus',
    XDG_RUNTIME_DIR: '/run/user/0',
    LANG: 'de_DE.UTF-8',
    PATH: '/usr/bin',
  })

  expect(env.PATH).toBe('/usr/bin')
  expect(env.LANG).toBe('C.UTF-8')
  expect(env).not.toHaveProperty('DISPLAY')
  expect(env).not.toHaveProperty('DBUS_SESSION_BUS_ADDRESS')
  expect(env).not.toHaveProperty('XDG_RUNTIME_DIR')
})

test('a private desktop has a shell even where it was started without one', () => {
  expect(neutralEnvironment({ PATH: '/usr/bin' }).SHELL).toBe('/bin/sh')
  expect(neutralEnvironment({ SHELL: '/bin/zsh' }).SHELL).toBe('/bin/zsh')
})
