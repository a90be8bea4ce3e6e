import type { AlertWay, Calls, Chat } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import type { Notifier } from './notifier.ts'
import { alertsWanted } from './wanted.ts'

export interface AlertParts {
  readonly alertWindow: { show(): void; hide(): void }
  readonly notifier: Notifier
  readonly flash: (on: boolean) => void
  readonly badge: (count: number) => void
  /** The ways that did not work when last tried; told on every change. */
  readonly onFailed: (ways: readonly AlertWay[]) => void
  readonly log: Log
}

export interface AlertsView {
  readonly calls: Calls
  readonly chats?: readonly Chat[]
  readonly deskInFront: boolean
}

export interface Alerts {
  /** Everything that alerts follows from what is true now: what rings alerts, and what has stopped ringing is gone. */
  update(view: AlertsView): void
  /** The alert window says that it has painted; without it the window may be an empty frame. */
  painted(): void
  /** A way that is tried elsewhere (the ring, the tray). */
  tried(way: AlertWay, worked: boolean): void
  failed(): readonly AlertWay[]
}

const paintedWithinMs = 3_000

export function createAlerts(parts: AlertParts): Alerts {
  const failed = new Set<AlertWay>()
  const tried = (way: AlertWay, worked: boolean) => {
    if (failed.has(way) === !worked) return
    if (worked) failed.delete(way)
    else failed.add(way)
    parts.onFailed([...failed])
  }
  const attempt = attemptOf(tried, parts.log)
  const notified = (worked: boolean, why?: unknown) => {
    if (why !== undefined) parts.log.error('a way of alerting failed', { way: 'notification', error: explain(why) })
    tried('notification', worked)
  }
  const alertWindow = showOnce(parts.alertWindow, attempt, tried)
  const flash = onChange<boolean>(false, (on) => attempt('flash', () => parts.flash(on)))
  const badge = onChange<number>(0, (missed) => attempt(null, () => parts.badge(missed)))
  return {
    update: ({ calls, chats, deskInFront }) => {
      const wanted = alertsWanted(calls, deskInFront, parts.notifier.posted(), chats)
      alertWindow.set(wanted.alertWindow)
      flash(wanted.flash)
      badge(wanted.badge)
      // Last, because a notification daemon that hangs holds whoever calls it.
      attempt('notification', () => parts.notifier.show(wanted, notified))
    },
    painted: alertWindow.painted,
    tried,
    failed: () => [...failed],
  }
}

/** The badge is no alert: without it nobody misses a call, so its failure is for the log alone. */
type Attempt = (way: AlertWay | null, act: () => void) => boolean

/** One way that fails is noted, and the next one is tried all the same. */
function attemptOf(tried: Alerts['tried'], log: Log): Attempt {
  return (way, act) => {
    try {
      act()
      return true
    } catch (error) {
      log.error('a way of alerting failed', { way, error: explain(error) })
      if (way !== null) tried(way, false)
      return false
    }
  }
}

function onChange<T>(first: T, act: (value: T) => void): (value: T) => void {
  let last = first
  return (value) => {
    if (value === last) return
    last = value
    act(value)
  }
}

function showOnce(window: AlertParts['alertWindow'], attempt: Attempt, tried: Alerts['tried']) {
  let unpainted: NodeJS.Timeout | undefined
  const set = onChange<boolean>(false, (on) => {
    clearTimeout(unpainted)
    const done = attempt('alert-window', () => (on ? window.show() : window.hide()))
    if (on && done) unpainted = setTimeout(() => tried('alert-window', false), paintedWithinMs)
  })
  return {
    set,
    painted: () => {
      clearTimeout(unpainted)
      tried('alert-window', true)
    },
  }
}
