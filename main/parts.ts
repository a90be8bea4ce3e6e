import type { Agent, Calls, Line, LineFact, Settings, Time } from '#contract'
import { createNotices, type Notices } from './agent/notices.ts'
import { type AgentPart, createAgent } from './agent/session.ts'
import type { Publish } from './bridge/publisher.ts'
import { type CallLine, type CallsPart, createCalls } from './calls/calls.ts'
import type { CallsEvent } from './calls/state.ts'
import type { GatewayPresent } from './gateway/gateway.ts'
import { createGatewayOfSite, type GatewayOfSite } from './gateway-of-site.ts'
import { accountOf, isWarm } from './line/account.ts'
import { createLine, type LinePart } from './line/line.ts'
import type { Log } from './log/log.ts'
import type { Kept } from './profile/kept-record.ts'
import type { Memory } from './profile/memory.ts'
import type { Profiles } from './profile/profiles.ts'
import { createSite, type Site } from './site.ts'
import type { Vault } from './vault/vault.ts'

export interface Given {
  readonly profiles: Profiles
  readonly settings: Kept<Settings>
  readonly memory: Kept<Memory>
  readonly vault: Vault
  readonly log: Log
  readonly tell: { readonly desk: Publish<'desk'>; readonly phone: Publish<'phone'>; readonly alert: Publish<'alert'> }
  /** For what is not a window: tray, alerts, power. */
  readonly onAgent: (agent: Agent) => void
  readonly onCalls: (calls: Calls) => void
  readonly onLine: (line: Line) => void
  readonly now: () => Time
}

export interface Parts {
  readonly agent: AgentPart
  readonly calls: CallsPart
  readonly line: LinePart
  readonly notices: Notices
  readonly site: Site
  readonly gateway: GatewayOfSite
  /** The settings' meter: warm and heard although no call is up. */
  tryMicrophone(on: boolean): void
  settingsChanged(): void
  phoneWindowGone(): void
}

/** Makes the parts and introduces them: what one of them tells, and which of the others hear it. */
export function createParts(given: Given): Parts {
  const { tell, now, log } = given
  const notices = createNotices((all) => tell.desk('notices.changed', all), now)
  const site = createSite(given, notices)
  const gateway = createGatewayOfSite(given, {
    onEvent: (event) => {
      // The calls first: whatever closes the microphone waits for nothing.
      calls.gatewayEvent(event)
      agent.gatewayEvent(event)
      if (event.type === 'rest-over') notices.add({ kind: 'rest-over' })
    },
    onLink: (link) => agent.link(link),
    onPresent: (present) => {
      calls.apply(presentEvent(present, now()))
      agent.present(present.state)
    },
    onEnd: (why) => agent.ended(why),
  })
  const hears = createHearing(given, () => ({ agent, calls, line }))
  const line = createLine({
    tellWanted: (wanted) => tell.phone('line.wanted', wanted),
    tellCommand: (command) => tell.phone('line.command', command),
    onLine: hears.line,
    onFact: (fact: LineFact) => calls.lineFact(fact),
    onLevels: (levels) => tell.desk('line.levels', levels),
    log,
  })
  const calls = createCalls({
    gateway: gateway.calls,
    command: line.command,
    onLine: hears.callLine,
    onChange: hears.calls,
    now,
  })
  const agent = createAgent({
    gateway: gateway.agent,
    line: {
      open: (number, secret) => {
        const { profile } = given.profiles.current()
        if (profile) line.open(accountOf(profile.sip, number, given.memory.current().instanceId), secret)
      },
      close: line.close,
    },
    vault: site.vault,
    remember: site.remember,
    onChange: hears.agent,
    notices,
    now,
  })
  return { agent, calls, line, notices, site, gateway, ...hears.acts }
}

/** "Talking" as a state begins with the ringing (spec/ccgateway.md 16.1), so the call's own answer time must say so. */
function presentEvent({ state, call }: GatewayPresent, at: Time): CallsEvent {
  return { type: 'present', call, talking: state === 'talking' && call?.answeredAt !== undefined, at }
}

/** Who hears what of agent, calls and line; they are made one after the other, hence the asking. */
function createHearing(given: Given, parts: () => Pick<Parts, 'agent' | 'calls' | 'line'>) {
  const { tell } = given
  let trying = false
  let calling = false
  const wantWarmth = () => {
    const { agent, line } = parts()
    line.want({ warm: isWarm(agent.current()) || trying, levels: trying || calling })
  }
  return {
    agent: (agent: Agent) => {
      tell.desk('agent.changed', agent)
      tellCallsOfAgent(parts().calls, agent, given.profiles, given.now())
      wantWarmth()
      given.onAgent(agent)
    },
    calls: (calls: Calls) => {
      tell.desk('calls.changed', calls)
      tell.alert('calls.changed', calls)
      given.onCalls(calls)
      parts().agent.inCall(calls.list.some(({ phase }) => IN_CALL.has(phase.name)))
    },
    callLine: (wanted: CallLine) => {
      const { microphoneFor, ring } = wanted
      calling = wanted.calls
      parts().line.want({ microphoneFor, ring, levels: calling || trying })
    },
    line: (line: Line) => {
      tell.desk('line.changed', line)
      parts().agent.lineChanged(line)
      given.onLine(line)
    },
    acts: {
      tryMicrophone: (on: boolean) => {
        trying = on
        wantWarmth()
      },
      settingsChanged: () => {
        const settings = given.settings.current()
        tell.desk('settings.changed', settings)
        tell.alert('settings.changed', settings)
        parts().line.want({ devices: settings.devices })
      },
      phoneWindowGone: () => {
        parts().line.windowGone()
        parts().calls.lineGone()
      },
    },
  }
}

const IN_CALL: ReadonlySet<string> = new Set(['dialling', 'talking', 'held'])

function tellCallsOfAgent(calls: CallsPart, agent: Agent, profiles: Profiles, at: Time): void {
  const gateway = profiles.current().profile?.gateway !== undefined
  // From the first moment of signing in, since an INVITE may follow a registration at once.
  if (agent.status === 'signing-in') calls.apply({ type: 'signed-in', gateway })
  if (agent.status === 'signed-out') calls.apply({ type: 'signed-out', at })
  if (agent.status === 'signed-in' && !gateway) {
    const accepting = agent.state.name !== 'busy' && agent.state.name !== 'rest'
    calls.apply({ type: 'accepting', accepting })
  }
}
