import { describe, expect, test } from 'vitest'
import type { HotkeyName } from '#contract'
import { createHotkeys } from '#main/desktop/hotkeys.ts'
import { fakeLog } from './builders.ts'

const wanted = { answer: 'Control+Alt+A', hangUp: 'Control+Alt+H', mute: 'Control+Alt+M', dial: null }

function setUp(takenByOthers: readonly string[] = []) {
  const registered = new Map<string, () => void>()
  const acted: HotkeyName[] = []
  const told: unknown[] = []
  const clock = { now: 0 }
  const hotkeys = createHotkeys({
    globalShortcut: {
      register: (accelerator, pressed) => {
        if (accelerator === 'nonsense') throw new TypeError('conversion failure')
        if (takenByOthers.includes(accelerator) || registered.has(accelerator)) return false
        registered.set(accelerator, pressed)
        return true
      },
      unregister: (accelerator) => registered.delete(accelerator),
    },
    act: (name) => acted.push(name),
    onChange: (state) => told.push(state),
    log: fakeLog(),
    now: () => clock.now,
  })
  const press = (accelerator: string, afterMs = 1_000) => {
    clock.now += afterMs
    registered.get(accelerator)?.()
  }
  return { hotkeys, registered, acted, told, press }
}

describe('a hotkey', () => {
  test('is unproved when it is registered, and proved when it arrives', () => {
    const { hotkeys, press, acted } = setUp()
    hotkeys.apply(wanted)
    expect(hotkeys.state().hotkeys.mute).toBe('unproved')

    press('Control+Alt+M')

    expect(hotkeys.state().hotkeys.mute).toBe('proved')
    expect(acted).toEqual(['mute'])
  })

  test('that another program has is taken', () => {
    const { hotkeys } = setUp(['Control+Alt+A'])
    hotkeys.apply(wanted)

    expect(hotkeys.state().hotkeys).toEqual({ answer: 'taken', hangUp: 'unproved', mute: 'unproved', dial: 'off' })
  })

  test('that another one here has is taken, and so is one nobody understands', () => {
    const { hotkeys } = setUp()
    hotkeys.apply({ answer: 'Control+Alt+A', hangUp: 'Control+Alt+A', mute: 'nonsense', dial: null })

    expect(hotkeys.state().hotkeys).toEqual({ answer: 'unproved', hangUp: 'taken', mute: 'taken', dial: 'off' })
  })
})

describe('a change of the settings', () => {
  test('switches one off by null, and lets it go', () => {
    const { hotkeys, registered } = setUp()
    hotkeys.apply(wanted)

    hotkeys.apply({ ...wanted, mute: null })

    expect(hotkeys.state().hotkeys.mute).toBe('off')
    expect([...registered.keys()]).toEqual(['Control+Alt+A', 'Control+Alt+H'])
  })

  test('leaves proved what is still the same', () => {
    const { hotkeys, press } = setUp()
    hotkeys.apply(wanted)
    press('Control+Alt+A')

    hotkeys.apply({ ...wanted, mute: 'F9' })

    expect(hotkeys.state().hotkeys).toEqual({ answer: 'proved', hangUp: 'unproved', mute: 'unproved', dial: 'off' })
  })

  test('can let two change places', () => {
    const { hotkeys, press, acted } = setUp()
    hotkeys.apply(wanted)

    hotkeys.apply({ ...wanted, answer: wanted.hangUp, hangUp: wanted.answer })
    press('Control+Alt+H')

    expect(hotkeys.state().hotkeys).toMatchObject({ answer: 'proved', hangUp: 'unproved' })
    expect(acted).toEqual(['answer'])
  })
})

test('a hotkey held down acts once', () => {
  const { hotkeys, press, acted } = setUp()
  hotkeys.apply(wanted)

  press('Control+Alt+M')
  press('Control+Alt+M', 660)
  for (let repeat = 0; repeat < 50; repeat++) press('Control+Alt+M', 40)
  press('Control+Alt+M', 1_000)

  expect(acted).toEqual(['mute', 'mute'])
})

describe('while a hotkey is tried out', () => {
  test('its press proves it and does not act', () => {
    const { hotkeys, press, acted } = setUp()
    hotkeys.apply(wanted)
    hotkeys.tryOut('hangUp')
    expect(hotkeys.state().tryingHotkey).toBe('hangUp')

    press('Control+Alt+H')

    expect(hotkeys.state()).toMatchObject({ tryingHotkey: null, hotkeys: { hangUp: 'proved' } })
    expect(acted).toEqual([])
  })

  test('the next press acts again', () => {
    const { hotkeys, press, acted } = setUp()
    hotkeys.apply(wanted)
    hotkeys.tryOut('hangUp')

    press('Control+Alt+H')
    press('Control+Alt+H')

    expect(acted).toEqual(['hangUp'])
  })

  test('the others act as ever', () => {
    const { hotkeys, press, acted } = setUp()
    hotkeys.apply(wanted)
    hotkeys.tryOut('hangUp')

    press('Control+Alt+A')

    expect(acted).toEqual(['answer'])
    expect(hotkeys.state().tryingHotkey).toBe('hangUp')
  })
})

test('all are let go at the end', () => {
  const { hotkeys, registered } = setUp()
  hotkeys.apply(wanted)

  hotkeys.close()

  expect(registered.size).toBe(0)
})

test('every change is told', () => {
  const { hotkeys, told, press } = setUp()

  hotkeys.apply(wanted)
  hotkeys.apply(wanted)
  press('Control+Alt+A')
  press('Control+Alt+A')

  expect(told).toHaveLength(2)
})
