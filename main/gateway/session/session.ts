import type { GatewayFact } from '../event.ts'
import type { Gateway, GatewayResult, SignedIn } from '../gateway.ts'
import { isRefused, type Perform, renewGuid } from '../link/perform.ts'
import { signOut } from '../operations/session.ts'
import { connect, firstPatience, goIn, lost } from './connection.ts'
import { createIntake } from './intake.ts'
import { end, finish, isOver, type Running, type SessionParts } from './running.ts'
import { enter } from './sign-in.ts'
import { createVerdict } from './verdict.ts'
import { createWaker } from './waker.ts'

export type { SessionParts } from './running.ts'

/** One agent's session from sign-in to sign-out, over as many connections as it takes. */
export interface Session extends Pick<Gateway, 'run' | 'signOut' | 'checkNow' | 'close'> {
  signIn(force: boolean): Promise<GatewayResult<SignedIn>>
}

const notConnected: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }

export function createSession(parts: SessionParts): Session {
  const { now, log, listeners } = parts
  const running: Running = {
    ...parts,
    phase: 'entering',
    link: null,
    fresh: null,
    lostAt: 0,
    backAt: 0,
    waker: createWaker(),
    intake: createIntake({
      log,
      now,
      onFact: (fact, loginTime) => weigh(running, fact, loginTime),
      onEvent: listeners.onEvent,
    }),
    verdict: createVerdict({
      now,
      onEnd: (why) => end(running, why),
      onExpired: () => lost(running, 'broken'),
      onRefusedForGood: () => lost(running, 'closed'),
      onStaleGuid: () => running.link && renewGuid(running.link.run, running.identity.credential),
    }),
  }
  return {
    signIn: (force) => signIn(running, force),
    run: runner(running),
    signOut: (force) => leave(running, force),
    checkNow: () => {
      running.waker.wake()
      running.link?.check()
    },
    close: () => finish(running),
  }
}

async function signIn(running: Running, force: boolean): Promise<GatewayResult<SignedIn>> {
  const opened = await connect(running, firstPatience)
  const entered = opened.ok ? await enter(opened.value, running.identity, force) : opened
  if (isOver(running)) return notConnected
  if (!opened.ok || !entered.ok) {
    finish(running)
    return entered
  }
  goIn(running, opened.value)
  // Whoever asked shall know of the success before the first event.
  setImmediate(() => running.phase === 'in' && running.intake.release())
  return entered
}

function runner(running: Running): Perform {
  return async (operation) => {
    if (!running.link) return notConnected
    const result = await running.link.run(operation)
    const { identity } = running
    if (result.ok && operation.changesSignIn && !isOver(running))
      identity.input = { ...identity.input, ...operation.changesSignIn }
    return result
  }
}

/** Refused as not signed in is signed out; so is a connection that went away with the request. */
async function leave(running: Running, force: boolean): Promise<GatewayResult<void>> {
  const { link } = running
  if (!link) return notConnected
  running.phase = 'leaving'
  const left = await link.run(signOut(force))
  if (left.ok || link.lost() || isRefused(left, '100-006', '100-008')) {
    finish(running)
    return { ok: true, value: undefined }
  }
  running.phase = 'in'
  return left
}

/** What an event means to the session itself, before anybody else hears of it. */
function weigh(running: Running, fact: GatewayFact, loginTime: string | undefined): 'keep' | 'drop' {
  if (isOver(running)) return 'drop'
  const { identity } = running
  if (fact.type === 'agent-state') {
    identity.input = { ...identity.input, status: fact.state === 'idle' ? 4 : 3 }
  }
  if (fact.type !== 'signed-out') {
    running.verdict.accepted()
    return 'keep'
  }
  const known = identity.loginTime !== undefined && loginTime !== undefined
  if (known ? loginTime !== identity.loginTime : running.phase !== 'in') {
    running.log.info('Sign-out of an earlier session ignored')
    return 'drop'
  }
  running.verdict.shutDown()
  return 'keep'
}
