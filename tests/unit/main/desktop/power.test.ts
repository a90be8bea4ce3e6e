import { expect, test } from 'vitest'
import { watchPower } from '#main/desktop/power.ts'

function setUp() {
  const heard: string[] = []
  const listeners = new Map<string, (...given: unknown[]) => void>()
  const blocked = new Set<number>()
  const listen = (name: string) => () => heard.push(name)
  const power = watchPower({
    powerMonitor: { on: (event: string, listener: () => void) => listeners.set(event, listener) },
    powerSaveBlocker: { start: () => blocked.add(blocked.size + 1).size, stop: (id) => blocked.delete(id) },
    listeners: {
      suspend: listen('suspend'),
      resume: listen('resume'),
      lock: listen('lock'),
      unlock: listen('unlock'),
      shutdown: listen('shutdown'),
    },
  })
  return { power, heard, blocked, happen: (event: string, ...given: unknown[]) => listeners.get(event)?.(...given) }
}

test('what happens to the machine is passed on', () => {
  const { heard, happen } = setUp()

  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']) happen(event)

  expect(heard).toEqual(['suspend', 'resume', 'lock', 'unlock', 'shutdown'])
})

test('a shutdown is held back until the app has left', () => {
  const { happen } = setUp()
  let held = false

  happen('shutdown', { preventDefault: () => (held = true) })

  expect(held).toBe(true)
})

test('the machine is kept awake once, and let go', () => {
  const { power, blocked } = setUp()

  power.keepAwake(true)
  power.keepAwake(true)
  expect(blocked.size).toBe(1)
  power.keepAwake(false)
  power.keepAwake(false)

  expect(blocked.size).toBe(0)
})
