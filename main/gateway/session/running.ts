import type { Log } from '../../log/log.ts'
import type { GatewayListeners, SessionEnd } from '../gateway.ts'
import type { Link } from '../link/link.ts'
import type { Transport } from '../transport/transport.ts'
import type { Intake } from './intake.ts'
import type { Identity } from './sign-in.ts'
import type { Verdict } from './verdict.ts'
import type { Waker } from './waker.ts'

export interface SessionParts {
  readonly transport: Transport
  readonly identity: Identity
  readonly listeners: GatewayListeners
  readonly log: Log
  readonly now: () => number
  readonly random: () => number
  readonly addresses: () => string
  /** Nothing of the session is left. */
  readonly onOver: () => void
}

/** A session while it runs: the few things about it that change. */
export interface Running extends SessionParts {
  phase: 'entering' | 'in' | 'recovering' | 'leaving' | 'over'
  /** The one that works. */
  link: Link | null
  /** The one that is being signed in over. */
  fresh: Link | null
  lostAt: number
  backAt: number
  readonly waker: Waker
  readonly intake: Intake
  readonly verdict: Verdict
}

export function isOver(running: Running): boolean {
  return running.phase === 'over'
}

/** Lets go of everything, the password too; nobody is told. */
export function finish(running: Running): void {
  if (running.phase === 'over') return
  running.phase = 'over'
  running.link?.close()
  running.fresh?.close()
  running.link = null
  running.fresh = null
  running.verdict.stop()
  running.waker.wake()
  running.identity.credential.forget()
  running.identity.input = { ...running.identity.input, password: '' }
  running.onOver()
}

/** The same, and the agent hears why; not while they are signing in or out, which has an answer of its own. */
export function end(running: Running, why: SessionEnd): void {
  if (running.phase !== 'in' && running.phase !== 'recovering') return
  finish(running)
  running.log.warn('Gateway session over', { why })
  running.listeners.onEnd(why)
}
