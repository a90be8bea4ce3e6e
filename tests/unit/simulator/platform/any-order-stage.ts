import { createJournal } from '#simulator/journal/journal.ts'
import { closeSession, openSession } from '#simulator/platform/agents/session.ts'
import { createPlatform } from '#simulator/platform/create-platform.ts'
import type { Agent, Party, Platform } from '#simulator/platform/model.ts'
import { defaultAgents, defaultQueues } from '#simulator/platform/population.ts'
import { type Behaviour, defaultBehaviour, defaultTimeouts } from '#simulator/platform/settings.ts'
import { createFakeSipSide, type FakeSipSide } from '../support/fake-sip-side.ts'

export interface Stage {
  readonly platform: Platform & { stop(): void }
  readonly sip: FakeSipSide
  readonly agents: readonly Agent[]
  readonly parties: Party[]
}

export function stage(callWaiting: Behaviour['callWaiting']): Stage {
  const sip = createFakeSipSide()
  const parties: Party[] = []
  const callee = (number: string) => ({
    whenCalled: number.startsWith('1') ? ('answers' as const) : ('no-answer' as const),
    ringMs: 0,
    open: () => party(parties, number),
  })
  const agents = defaultAgents.slice(0, 3)
  const platform = createPlatform({
    sip,
    journal: createJournal(),
    agents,
    queues: defaultQueues,
    timeouts: defaultTimeouts,
    behaviour: { ...defaultBehaviour, callWaiting },
    callee,
  })
  // What takes no time happens before the next deed, what takes some never does.
  const after = (ms: number, run: () => void) => {
    const turn = ms === 0 ? global.setImmediate(run) : null
    return () => clearImmediate(turn ?? undefined)
  }
  Object.assign(platform, { after })
  for (const { softphone } of agents) sip.register(softphone.number)
  return { platform, sip, agents: [...platform.agents.values()], parties }
}

export function party(parties: Party[], number: string): Party {
  const nothing = () => undefined
  const one: Party = { number, say: () => null, hear: nothing, onPhase: nothing, onKeys: nothing }
  parties.push(one)
  return one
}

export function signIn({ platform }: Stage, agent: Agent, releasePhone: boolean): void {
  closeSession(platform, agent, 'taken-over')
  const parameters = {
    phoneNumber: agent.softphone.number,
    autoAnswer: false,
    autoEnterIdle: releasePhone,
    releasePhone,
    status: 4 as const,
  }
  const nothing = () => undefined
  const session = { parameters, loginTime: 0, skills: new Set([1, 2]), autoAnswer: false, autoEnterIdle: releasePhone }
  openSession(platform, agent, { ...session, deliver: nothing, onEnd: nothing })
  platform.dispatch()
}
