import type { Agent, Line, Time } from '#contract'

/** What is remembered between looks: since when the line is down, and whether we took the agent out for it. */
export interface Readiness {
  readonly downSince: Time | null
  readonly takenOut: boolean
  /** The agent asked at sign-in to go idle as soon as the line is there. */
  readonly idleWanted: boolean
  /** They have been told that only the microphone is missing for that. */
  readonly warned: boolean
}

export const NOT_WAITING: Readiness = { downSince: null, takenOut: false, idleWanted: false, warned: false }

/** A registration that blinks is not worth taking an agent out of the queue. */
export const LINE_DOWN_MS = 3_000

export interface Verdict {
  readonly readiness: Readiness
  readonly action: 'none' | 'take-out' | 'bring-back' | 'go-idle' | 'warn'
  /** Look again at this time even if nothing happens. */
  readonly lookAgainAt: Time | null
}

/** An agent must not be idle with calls they cannot take: gateway up and line down takes them out, and back. */
export function judge(readiness: Readiness, agent: Agent, line: Line, at: Time): Verdict {
  if (agent.status !== 'signed-in' || agent.gateway.status === 'none')
    return nothing({ ...NOT_WAITING, idleWanted: readiness.idleWanted })
  const seen = lineOf(agent, line)
  return isUp(seen) ? judgeUp(readiness, agent.state.name, seen) : judgeDown(readiness, agent.state.name, at)
}

/** Another phone is none of ours: whether it can be rung and spoken into is for the platform to find out. */
function lineOf(agent: Agent, line: Line): Line {
  return agent.status === 'signed-in' && agent.phone === 'other' ? OTHER_PHONE : line
}

const OTHER_PHONE: Line = {
  registration: { status: 'registered', server: '', since: 0 },
  microphone: { status: 'ready', label: '' },
  devices: { microphones: [], speakers: [] },
  camera: { status: 'closed', label: '' },
  cameras: [],
  ring: 'silent',
  phoneWindow: 'up',
}

/** The platform would send calls to a softphone that is not there. */
export function lacksLine(agent: Agent, line: Line): boolean {
  return agent.status === 'signed-in' && agent.gateway.status !== 'none' && !isUp(lineOf(agent, line))
}

function isUp(line: Line): boolean {
  return line.phoneWindow === 'up' && line.registration.status === 'registered'
}

const LACKING: ReadonlySet<Line['microphone']['status']> = new Set(['missing', 'refused', 'unplugged', 'failed'])

/** Whether the next customer would not hear the agent, as far as is known. */
export function lacksMicrophone(agent: Agent, line: Line): boolean {
  return LACKING.has(lineOf(agent, line).microphone.status)
}

/**
 * Signing in passes through idle on its way to busy (spec/ccgateway.md 3.1), so idle is not yet the wish fulfilled; a
 * call is, and who did not answer it is busy by the platform's will.
 */
function judgeUp(readiness: Readiness, state: string, line: Line): Verdict {
  const { idleWanted, takenOut, warned } = readiness
  if (state === 'talking') return nothing(NOT_WAITING)
  const due = idleWanted ? state !== 'idle' : takenOut && state === 'busy'
  if (!due) return nothing({ ...NOT_WAITING, idleWanted })
  const waiting = { ...readiness, downSince: null }
  // Not opened yet: a moment later it is known whether there is one.
  if (line.microphone.status === 'at-rest') return nothing(waiting)
  if (LACKING.has(line.microphone.status))
    return { ...nothing({ ...waiting, warned: true }), action: warned ? 'none' : 'warn' }
  return { ...nothing(NOT_WAITING), action: idleWanted ? 'go-idle' : 'bring-back' }
}

function nothing(readiness: Readiness): Verdict {
  return { readiness, action: 'none', lookAgainAt: null }
}

function judgeDown(readiness: Readiness, state: string, at: Time): Verdict {
  const downSince = readiness.downSince ?? at
  const waiting = { ...readiness, downSince }
  if (state !== 'idle') return nothing(waiting)
  if (at < downSince + LINE_DOWN_MS) return { ...nothing(waiting), lookAgainAt: downSince + LINE_DOWN_MS }
  return {
    readiness: { ...waiting, takenOut: true },
    action: readiness.takenOut ? 'none' : 'take-out',
    lookAgainAt: null,
  }
}
