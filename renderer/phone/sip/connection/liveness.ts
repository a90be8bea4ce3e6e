/**
 * Ways to find out whether a socket is still alive, best first. A page cannot send WebSocket pings, so: the double CRLF
 * of RFC 5626 section 3.5.1, whose pong not every server sends; then OPTIONS; then REGISTER, which every server answers.
 */
export type Probe = 'ping' | 'options' | 'register'

const order: readonly Probe[] = ['ping', 'options', 'register']

/** Pauses between probes: a ping costs four bytes, so a dead socket is noticed within 5 s. */
const pauseMs: { readonly [P in Probe]: number } = { ping: 2_500, options: 15_000, register: 30_000 }
const deadlineMs: { readonly [P in Probe]: number } = { ping: 2_000, options: 4_000, register: 5_000 }

export interface Liveness {
  readonly probe: Probe
  /** Whether this probe was ever answered on this socket: only then does its silence mean death. */
  readonly proven: boolean
  readonly waiting: boolean
}

export const firstLiveness: Liveness = { probe: 'ping', proven: false, waiting: false }

export type LivenessStep =
  | { readonly do: 'send'; readonly liveness: Liveness; readonly thenMs: number }
  | { readonly do: 'rest'; readonly liveness: Liveness; readonly thenMs: number }
  | { readonly do: 'give-up' }

function send(probe: Probe, proven: boolean): LivenessStep {
  return { do: 'send', liveness: { probe, proven, waiting: true }, thenMs: deadlineMs[probe] }
}

/** What to do when the timer of the last step has run out. */
export function onTimer(liveness: Liveness): LivenessStep {
  if (!liveness.waiting) return send(liveness.probe, liveness.proven)
  if (liveness.proven) return { do: 'give-up' }
  const next = order[order.indexOf(liveness.probe) + 1]
  return next === undefined ? { do: 'give-up' } : send(next, false)
}

/** The probe's own answer arrived. */
export function onAnswer(liveness: Liveness, probe: Probe): LivenessStep | null {
  if (probe !== liveness.probe || !liveness.waiting) return null
  return { do: 'rest', liveness: { probe, proven: true, waiting: false }, thenMs: pauseMs[probe] }
}

/** Anything else from the server: a probe that used to be answered is forgiven, an untried one is still to be tried. */
export function onTraffic(liveness: Liveness): LivenessStep | null {
  return liveness.waiting && liveness.proven ? onAnswer(liveness, liveness.probe) : null
}
