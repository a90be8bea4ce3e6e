import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AlertWay } from '#contract'
import { type AlertParts, createAlerts } from '#main/desktop/alerts/alerts.ts'
import { aCall, aMissedCall, callsOf, fakeLog, noCalls } from '../builders.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp(change: Partial<AlertParts> = {}) {
  const seen: string[] = []
  const failures: (readonly AlertWay[])[] = []
  const alerts = createAlerts({
    alertWindow: { show: () => seen.push('window'), hide: () => seen.push('no window') },
    notifier: { posted: () => new Set(), show: ({ notified }) => seen.push(`notified ${notified.join()}`) },
    flash: (on) => seen.push(on ? 'flash' : 'no flash'),
    badge: (missed) => seen.push(`badge ${missed}`),
    onFailed: (ways) => failures.push(ways),
    log: fakeLog(),
    ...change,
  })
  const broken = () => {
    throw new Error('broken')
  }
  return { alerts, seen, failures, broken }
}

const elsewhere = { calls: callsOf([aCall()]), deskInFront: false }
const quiet = { calls: noCalls, deskInFront: false }

test('a call that rings alerts in every way, the notification last', () => {
  const { alerts, seen } = setUp()

  alerts.update(elsewhere)

  expect(seen).toEqual(['window', 'flash', 'notified c1'])
})

test('what has stopped ringing is gone at once', () => {
  const { alerts, seen } = setUp()
  alerts.update(elsewhere)
  seen.length = 0

  alerts.update(quiet)

  expect(seen).toEqual(['no window', 'no flash', 'notified '])
})

test('the same view again shows nothing twice', () => {
  const { alerts, seen } = setUp()

  alerts.update(elsewhere)
  alerts.update(elsewhere)

  expect(seen.filter((one) => one === 'window')).toHaveLength(1)
})

test('missed calls are on the badge', () => {
  const { alerts, seen } = setUp()

  alerts.update({ calls: callsOf([], [aMissedCall()]), deskInFront: true })

  expect(seen).toContain('badge 1')
})

describe('a way that fails', () => {
  const broken = () => {
    throw new Error('broken')
  }
  const failing: [AlertWay, Partial<AlertParts>, readonly string[]][] = [
    ['alert-window', { alertWindow: { show: broken, hide: broken } }, ['flash', 'notified c1']],
    ['flash', { flash: broken }, ['window', 'notified c1']],
    ['notification', { notifier: { posted: () => new Set(), show: broken } }, ['window', 'flash']],
  ]
  test.each(failing)('%s is told, and the others come', (way, change, others) => {
    const { alerts, seen } = setUp(change)

    alerts.update(elsewhere)

    expect(alerts.failed()).toEqual([way])
    expect(seen).toEqual(others)
  })

  test('is told once, and again when it works', () => {
    const { alerts, failures } = setUp()

    alerts.tried('ring', false)
    alerts.tried('ring', false)
    alerts.tried('ring', true)

    expect(failures).toEqual([['ring'], []])
  })

  test('a badge that fails is no alert that fails', () => {
    const { alerts } = setUp({ badge: broken })

    alerts.update({ calls: callsOf([], [aMissedCall()]), deskInFront: true })

    expect(alerts.failed()).toEqual([])
  })
})

describe('an alert window', () => {
  test('that does not paint has failed', () => {
    const { alerts } = setUp()

    alerts.update(elsewhere)
    vi.advanceTimersByTime(3_000)

    expect(alerts.failed()).toEqual(['alert-window'])
  })

  test('that paints has not', () => {
    const { alerts } = setUp()

    alerts.update(elsewhere)
    alerts.painted()
    vi.advanceTimersByTime(3_000)

    expect(alerts.failed()).toEqual([])
  })

  test('that was hidden before it could paint has not failed', () => {
    const { alerts } = setUp()

    alerts.update(elsewhere)
    alerts.update(quiet)
    vi.advanceTimersByTime(3_000)

    expect(alerts.failed()).toEqual([])
  })
})
