import type { Call, Calls } from '#contract'

/** Which ways of alerting are wanted at this moment. The ring is wanted by the calls themselves (main/calls). */
export interface AlertsWanted {
  /** Every call that rings, the newest first. */
  readonly ringing: readonly Call[]
  readonly alertWindow: boolean
  readonly flash: boolean
  /** The calls a system notification is to stand for. */
  readonly notified: readonly string[]
  /** Missed and not yet looked at. */
  readonly badge: number
}

/**
 * An agent who looks at the desk sees the call there; whoever looks elsewhere is told in every way there is. A
 * notification that has been posted stays until the ringing stops: it is the one that can be found again.
 */
export function alertsWanted(calls: Calls, deskInFront: boolean, posted: ReadonlySet<string>): AlertsWanted {
  const ringing = calls.list.filter(({ phase }) => phase.name === 'ringing').sort((a, b) => b.startedAt - a.startedAt)
  const elsewhere = ringing.length > 0 && !deskInFront
  const notified = ringing.map(({ id }) => id).filter((id) => !deskInFront || posted.has(id))
  return {
    ringing,
    alertWindow: elsewhere,
    flash: elsewhere,
    notified,
    badge: calls.missed.filter(({ seen }) => !seen).length,
  }
}
