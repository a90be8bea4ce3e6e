import type { AgentCall, CentreAgent } from './centre.ts'
import { forceBusy, forceDropCall, forceIdle, forceRest } from './platform/agents/forced.ts'
import { boundNumber } from './platform/agents/phone.ts'
import { closeSession, openSession } from './platform/agents/session.ts'
import { denyRest, grantRest } from './platform/agents/state-commands.ts'
import { currentShare } from './platform/calls/shares.ts'
import type { Agent, Platform, Share } from './platform/model.ts'

export function centreAgent(platform: Platform, agent: Agent): CentreAgent {
  const { journal } = platform
  const { workNumber, name, softphone } = agent
  const isRegistered = () => platform.sip.isRegistered(boundNumber(agent))
  return {
    workNumber,
    name,
    softphoneNumber: softphone.number,
    softphonePassword: softphone.password,
    get password() {
      return agent.password
    },
    get fate() {
      return agent.fate
    },
    set fate(fate) {
      agent.fate = fate
    },
    get state() {
      return agent.state.name
    },
    get reason() {
      return agent.state.reason
    },
    get registered() {
      return isRegistered()
    },
    get signedIn() {
      return agent.session !== null
    },
    get call() {
      const share = currentShare(agent)
      return share && callOf(share)
    },
    get leg() {
      return agent.leg?.line.dialog ?? null
    },
    get calls() {
      return agent.shares.map(callOf)
    },
    becomes: (state, timeoutMs) =>
      journal.until(() => agent.state.name === state, `agent ${workNumber} to be ${state}`, timeoutMs),
    becomesRegistered: (wanted = true, timeoutMs = 10_000) =>
      journal.until(() => isRegistered() === wanted, `registered ${boundNumber(agent)}: ${wanted}`, timeoutMs),
    ...deeds(platform, agent),
  }
}

type Deed =
  | 'grantRest'
  | 'denyRest'
  | 'forceBusy'
  | 'forceIdle'
  | 'forceRest'
  | 'forceSignOut'
  | 'endCall'
  | 'signInElsewhere'

function deeds(platform: Platform, agent: Agent): Pick<CentreAgent, Deed> {
  return {
    forceBusy: () => forceBusy(platform, agent),
    forceIdle: () => forceIdle(platform, agent),
    forceRest: (seconds, reason) => forceRest(platform, agent, seconds, reason),
    forceSignOut: () => {
      const signedIn = agent.session !== null
      closeSession(platform, agent, 'by-inspector')
      return signedIn ? '0' : '100-006'
    },
    grantRest: () => grantRest(platform, agent),
    denyRest: () => denyRest(agent),
    endCall: () => forceDropCall(platform, agent),
    signInElsewhere: () => signInElsewhere(platform, agent),
  }
}

function callOf({ callId, state, caller, called, muted, recording, call }: Share): AgentCall {
  const parties = call.parties.map(({ number }) => number)
  return { id: callId, phase: state, caller, called, muted, recording: recording.state, parties, data: call.data }
}

/** A session nobody here reads: busy, so that it takes no calls. */
export function signInElsewhere(platform: Platform, agent: Agent): void {
  closeSession(platform, agent, 'taken-over')
  openSession(platform, agent, {
    parameters: {
      phoneNumber: agent.softphone.number,
      autoAnswer: true,
      autoEnterIdle: true,
      releasePhone: true,
      status: 3,
    },
    loginTime: Date.now(),
    skills: new Set(),
    autoAnswer: true,
    autoEnterIdle: true,
    deliver: () => undefined,
    onEnd: () => undefined,
  })
}
