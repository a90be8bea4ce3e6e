import type { GlobalShortcut } from 'electron'
import type { Desktop, HotkeyName, HotkeyStatus, Settings } from '#contract'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'

export interface HotkeyParts {
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>
  readonly act: (name: HotkeyName) => void
  readonly onChange: (state: HotkeyState) => void
  readonly log: Log
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

export type HotkeyState = Pick<Desktop, 'hotkeys' | 'tryingHotkey'>

/** Keys that act from within any other program. */
export interface Hotkeys {
  apply(wanted: Settings['hotkeys']): void
  /** The next press of this one proves it and does nothing else. */
  tryOut(name: HotkeyName | null): void
  state(): HotkeyState
  close(): void
}

const names: readonly HotkeyName[] = ['answer', 'hangUp', 'mute', 'dial']
/** A key held down is sent again and again: mute would flicker, and leave the microphone to chance. */
const heldMs = 750

interface Held {
  readonly accelerator: string
  status: HotkeyStatus
  lastPress: number
}

export function createHotkeys(parts: HotkeyParts): Hotkeys {
  const held = new Map<HotkeyName, Held>()
  let trying: HotkeyName | null = null
  const statusOf = (name: HotkeyName) => held.get(name)?.status ?? 'off'
  const state = (): HotkeyState => ({
    hotkeys: {
      answer: statusOf('answer'),
      hangUp: statusOf('hangUp'),
      mute: statusOf('mute'),
      dial: statusOf('dial'),
    },
    tryingHotkey: trying,
  })
  const changed = () => parts.onChange(state())

  const pressed = (name: HotkeyName, key: Held) => {
    const repeated = parts.now() - key.lastPress < heldMs
    key.lastPress = parts.now()
    if (repeated) return
    const proving = trying === name
    if (proving) trying = null
    if (proving || key.status !== 'proved') {
      key.status = 'proved'
      changed()
    }
    if (!proving) parts.act(name)
  }
  const release = (name: HotkeyName) => {
    const key = held.get(name)
    if (key && key.status !== 'taken') parts.globalShortcut.unregister(key.accelerator)
    held.delete(name)
  }
  const hold = (name: HotkeyName, accelerator: string) => {
    const key: Held = { accelerator, status: 'taken', lastPress: Number.NEGATIVE_INFINITY }
    if (register(parts, accelerator, () => pressed(name, key))) key.status = 'unproved'
    held.set(name, key)
  }
  return {
    apply: (wanted) => {
      const other = names.filter((name) => held.get(name)?.accelerator !== (wanted[name] ?? undefined))
      // All are let go before any is taken, so that two may change places.
      for (const name of other) release(name)
      for (const name of other) if (wanted[name] !== null) hold(name, wanted[name])
      if (other.length > 0) changed()
    },
    tryOut: (name) => {
      trying = name
      changed()
    },
    state,
    close: () => names.forEach(release),
  }
}

/** Electron throws on what it does not understand and says no to what another program, or another name here, has. */
function register({ globalShortcut, log }: HotkeyParts, accelerator: string, pressed: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, pressed)
  } catch (error) {
    log.warn('a hotkey is not understood', { accelerator, error: explain(error) })
    return false
  }
}
