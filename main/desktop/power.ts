import type { PowerSaveBlocker } from 'electron'

type Listener = () => void

/** Electron's `powerMonitor`, as far as it is heard. */
interface Monitor {
  on(event: 'suspend', listener: Listener): unknown
  on(event: 'resume', listener: Listener): unknown
  on(event: 'lock-screen', listener: Listener): unknown
  on(event: 'unlock-screen', listener: Listener): unknown
  on(event: 'shutdown', listener: Listener): unknown
}

export interface PowerParts {
  readonly powerMonitor: Monitor
  readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>
  readonly listeners: {
    readonly suspend: Listener
    readonly resume: Listener
    readonly lock: Listener
    readonly unlock: Listener
    readonly shutdown: Listener
  }
}

export interface Power {
  /** A machine that falls asleep takes its agent out of the queue without a word. */
  keepAwake(on: boolean): void
}

export function watchPower({ powerMonitor, powerSaveBlocker, listeners }: PowerParts): Power {
  powerMonitor.on('suspend', listeners.suspend)
  powerMonitor.on('resume', listeners.resume)
  powerMonitor.on('lock-screen', listeners.lock)
  powerMonitor.on('unlock-screen', listeners.unlock)
  powerMonitor.on('shutdown', (...given: readonly unknown[]) => {
    holdBack(given[0])
    listeners.shutdown()
  })
  let blocker: number | null = null
  return {
    keepAwake: (on) => {
      if (on && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
      if (on || blocker === null) return
      powerSaveBlocker.stop(blocker)
      blocker = null
    },
  }
}

/** Gives the seconds that signing out takes; Electron documents the event's argument and does not declare it. */
function holdBack(shutdown: unknown): void {
  if (typeof shutdown !== 'object' || shutdown === null || !('preventDefault' in shutdown)) return
  if (typeof shutdown.preventDefault === 'function') shutdown.preventDefault()
}
