import type { Agent, Line, Time } from '#contract'

/** What is remembered between looks: since when the line is down, and whether we took the agent out for it. */
export interface Readiness {
  readonly downSince: Time | null
  readonly takenOut: boolean
  /** The agent asked at sign-in to go idle as soon as the line is there. */
  readonly idleWanted: boolean
}

export const NOT_WAITING: Readiness = { downSince: null, takenOut: false, idleWanted: false }

/** A registration that blinks is not worth taking an agent out of the queue. */
export const LINE_DOWN_MS = 3_000

export interface Verdict {
  readonly readiness: Readiness
  readonly action: 'none' | 'take-out' | 'bring-back' | 'go-idle'
  /** Look again at this time even if nothing happens. */
  readonly lookAgainAt: Time | null
}

/** An agent must not be idle with calls they cannot take: gateway up and line down takes them out, and back. */
export function judge(readiness: Readiness, agent: Agent, line: Line, at: Time): Verdict {
  if (agent.status !== 'signed-in' || agent.gateway.status === 'none')
    return { readiness: { ...NOT_WAITING, idleWanted: readiness.idleWanted }, action: 'none', lookAgainAt: null }
  return isUp(line) ? judgeUp(readiness, agent.state.name) : judgeDown(readiness, agent.state.name, at)
}

function isUp(line: Line): boolean {
  return line.phoneWindow === 'up' && line.registration.status === 'registered'
}

function judgeUp(readiness: Readiness, state: string): Verdict {
  if (readiness.idleWanted && state === 'busy') return { readiness: NOT_WAITING, action: 'go-idle', lookAgainAt: null }
  const back = readiness.takenOut && state === 'busy'
  // Signing in passes through idle on its way to busy (spec/ccgateway.md 3.1), so idle is not yet the wish fulfilled.
  const { idleWanted } = readiness
  return { readiness: { ...NOT_WAITING, idleWanted }, action: back ? 'bring-back' : 'none', lookAgainAt: null }
}

function judgeDown(readiness: Readiness, state: string, at: Time): Verdict {
  const downSince = readiness.downSince ?? at
  const waiting = { ...readiness, downSince }
  if (state !== 'idle') return { readiness: waiting, action: 'none', lookAgainAt: null }
  if (at < downSince + LINE_DOWN_MS)
    return { readiness: waiting, action: 'none', lookAgainAt: downSince + LINE_DOWN_MS }
  return {
    readiness: { ...waiting, takenOut: true },
    action: readiness.takenOut ? 'none' : 'take-out',
    lookAgainAt: null,
  }
}
