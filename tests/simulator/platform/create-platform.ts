import { createChats } from '../chat/create-chats.ts'
import type { ChatBehaviour } from '../chat/settings.ts'
import type { Journal } from '../journal/journal.ts'
import type { SipSide } from '../sip/sip-side.ts'
import { goBusy } from './agents/agent-state.ts'
import { boundNumber } from './agents/phone.ts'
import { createDispatch } from './calls/queue.ts'
import { createExchange } from './media/exchange.ts'
import type { Agent, Callee, Cancel, Ivr, Platform, Queue, Telephone } from './model.ts'
import { type AgentPlan, defaultIvrs } from './population.ts'
import { createQualityControl } from './quality-control/quality-control.ts'
import type { Behaviour, Timeouts } from './settings.ts'

export interface PlatformParts {
  readonly sip: SipSide
  readonly journal: Journal
  readonly agents: readonly AgentPlan[]
  readonly queues: readonly Queue[]
  readonly ivrs?: readonly Ivr[]
  readonly timeouts: Timeouts
  readonly behaviour: Behaviour
  readonly callee: (number: string) => Callee | null
  readonly telephone?: (number: string) => Telephone | null
  readonly chat?: Partial<ChatBehaviour>
}

export function createPlatform(parts: PlatformParts): Platform & { stop(): void } {
  const timers = new Set<NodeJS.Timeout>()
  const platform: Platform = {
    ivrs: defaultIvrs,
    telephone: () => null,
    ...parts,
    agents: new Map(parts.agents.map((plan) => [plan.workNumber, createAgent(plan, parts.queues)])),
    waiting: [],
    calls: new Map(),
    live: new Set(),
    exchange: createExchange(),
    pending: () => timers.size,
    after: (ms, run): Cancel => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        run()
      }, ms)
      timers.add(timer)
      return () => {
        timers.delete(timer)
        clearTimeout(timer)
      }
    },
    dispatch: () => undefined,
    qualityControl: { conversationOver: () => undefined, came: () => undefined, gone: () => undefined },
    chats: createChats(() => platform, parts.chat),
  }
  const bringCalls = createDispatch(platform)
  platform.dispatch = () => {
    bringCalls()
    platform.chats.dispatch()
  }
  platform.qualityControl = createQualityControl(platform)
  parts.sip.onRegistration = (number, registered) => noteRegistration(platform, number, registered)
  return Object.assign(platform, { stop: () => stop(platform, timers) })
}

function stop({ exchange }: Platform, timers: ReadonlySet<NodeJS.Timeout>): void {
  timers.forEach(clearTimeout)
  exchange.stop()
}

function createAgent(plan: AgentPlan, queues: readonly Queue[]): Agent {
  return {
    workNumber: plan.workNumber,
    name: plan.name,
    password: plan.password,
    softphone: plan.softphone,
    skills: plan.skills ?? queues.map((queue) => queue.id),
    fate: plan.fate ?? null,
    session: null,
    state: { name: 'signed-out', reason: 0, since: Date.now() },
    next: null,
    askedRest: null,
    shares: [],
    lastCall: null,
    past: { talked: false, queue: null },
    leg: null,
    stateTimer: null,
    inspecting: null,
    inspections: [],
    monitored: new Set(),
  }
}

/**
 * spec/ccgateway.md says nothing of a softphone whose registration is lost; that the platform notices at the next call,
 * or at once where `behaviour.registrationLost` says so, and then gives busy reason 5 (6), is inferred.
 */
function noteRegistration(platform: Platform, number: string, registered: boolean): void {
  const agent = [...platform.agents.values()].find((one) => boundNumber(one) === number)
  platform.journal.add({
    plane: 'sip',
    direction: null,
    agent: agent?.workNumber ?? null,
    kind: 'registration',
    name: registered ? 'registered' : 'unregistered',
    detail: { number },
  })
  if (registered || platform.behaviour.registrationLost !== 'at-once') return
  if (agent?.state.name === 'idle') goBusy(platform, agent, 5)
}
