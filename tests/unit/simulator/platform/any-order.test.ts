import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createJournal } from '#simulator/journal/journal.ts'
import { forceBusy, forceDropCall, forceIdle } from '#simulator/platform/agents/forced.ts'
import { closeSession, openSession } from '#simulator/platform/agents/session.ts'
import { rest, sayBusy, sayFree, work } from '#simulator/platform/agents/state-commands.ts'
import { agentHangsUp, customerLeaves, notAnswered, reject } from '#simulator/platform/calls/endings.ts'
import { callOut } from '#simulator/platform/calls/outgoing.ts'
import { arrive } from '#simulator/platform/calls/queue.ts'
import { beginTalking } from '#simulator/platform/calls/talk.ts'
import { createPlatform } from '#simulator/platform/create-platform.ts'
import type { Agent, CallPhase, Platform, PlatformCall } from '#simulator/platform/model.ts'
import { defaultAgents, defaultQueues } from '#simulator/platform/population.ts'
import { defaultBehaviour, defaultTimeouts } from '#simulator/platform/settings.ts'
import { createFakeSipSide, type FakeSipSide } from '../support/fake-sip-side.ts'

interface Stage {
  readonly platform: Platform & { stop(): void }
  readonly sip: FakeSipSide
  readonly agents: readonly Agent[]
  readonly calls: PlatformCall[]
}

function stage(): Stage {
  const sip = createFakeSipSide()
  const callee = (number: string) => ({
    whenCalled: number === '1' ? ('answers' as const) : ('no-answer' as const),
    ringMs: 0,
    open: () => party(number),
  })
  const agents = defaultAgents.slice(0, 2)
  const platform = createPlatform({
    sip,
    journal: createJournal(),
    agents,
    queues: defaultQueues,
    timeouts: defaultTimeouts,
    behaviour: { ...defaultBehaviour },
    callee,
  })
  // What takes no time happens before the next deed, what takes some never does.
  const after = (ms: number, run: () => void) => {
    const turn = ms === 0 ? global.setImmediate(run) : null
    return () => clearImmediate(turn ?? undefined)
  }
  Object.assign(platform, { after })
  for (const { softphone } of agents) sip.register(softphone.number)
  return { platform, sip, agents: [...platform.agents.values()], calls: [] }
}

function party(number: string) {
  const phases: CallPhase[] = []
  return { number, say: () => null, hear: () => undefined, onPhase: (phase: CallPhase) => void phases.push(phase) }
}

function signIn({ platform }: Stage, agent: Agent, releasePhone: boolean): void {
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

/** Everything that can happen to an agent, whether it makes sense at that moment or not. */
const deeds: Readonly<Record<string, (on: Stage, agent: Agent) => unknown>> = {
  'signs in': (on, agent) => signIn(on, agent, true),
  'signs in always off-hook': (on, agent) => signIn(on, agent, false),
  'signs out': ({ platform }, agent) => closeSession(platform, agent, 'asked'),
  'is called': ({ platform, calls }) => calls.push(arrive(platform, defaultQueues[0] as never, party('2'))),
  'oldest customer leaves': ({ platform, calls }) =>
    calls[0] && customerLeaves(platform, calls.shift() as PlatformCall),
  'own customer leaves': ({ platform }, { call }) => call && customerLeaves(platform, call),
  answers: ({ platform }, agent) => agent.call?.phase === 'ringing' && beginTalking(platform, agent.call, agent),
  rejects: ({ platform }, agent) => agent.call?.phase === 'ringing' && reject(platform, agent, agent.call, 1),
  refuses: ({ platform }, agent) => agent.call?.phase === 'ringing' && reject(platform, agent, agent.call, 2),
  'is too late': ({ platform }, agent) => agent.call?.phase === 'ringing' && notAnswered(platform, agent, agent.call),
  'hangs up': ({ platform }, agent) => agent.call?.phase === 'talking' && agentHangsUp(platform, agent, agent.call),
  'hangs up the phone': ({ sip }) => sip.legs.at(-1)?.phoneHangsUp(),
  dials: ({ platform }, agent) =>
    agent.state.name === 'idle' && callOut(platform, agent, { called: '1', caller: '', data: '' }),
  'dials somebody who is out': ({ platform }, agent) =>
    agent.state.name === 'busy' && callOut(platform, agent, { called: '3', caller: '', data: '' }),
  'is free': ({ platform }, agent) => agent.session && sayFree(platform, agent),
  'is busy': ({ platform }, agent) => agent.session && sayBusy(platform, agent, 200, true),
  rests: ({ platform }, agent) => agent.session && rest(platform, agent, 60, 0, true),
  works: ({ platform }, agent) => agent.session && work(platform, agent),
  'is made busy': ({ platform }, agent) => forceBusy(platform, agent),
  'is made idle': ({ platform }, agent) => forceIdle(platform, agent),
  'loses the call': ({ platform }, agent) => forceDropCall(platform, agent),
  'phone refuses from now on': ({ sip }) => {
    sip.habit = 'refuses'
  },
  'phone takes from now on': ({ sip }) => {
    sip.habit = 'takes'
  },
}

/** What can never be. */
function impossible({ platform, agents }: Stage): string[] {
  const wrong: string[] = []
  const say = (holds: boolean, what: string) => holds || wrong.push(what)
  for (const agent of agents) {
    const { call, session, state, leg } = agent
    say((call !== null) === (state.name === 'talking'), `${agent.workNumber} is ${state.name} with call ${call?.phase}`)
    say((session === null) === (state.name === 'signed-out'), `${agent.workNumber} is ${state.name} without a session`)
    say(call === null || call.agent === agent, 'a call of an agent that has another agent')
    say(call?.phase !== 'ended' && call?.phase !== 'queued', 'an agent with a call that is over, or waits')
    say(session !== null || leg === null, 'a leg to an agent who is signed out')
    say(call?.phase !== 'talking' || leg?.up === true, 'talking without a phone')
  }
  for (const call of platform.waiting)
    say(call.phase === 'queued' && call.agent === null, 'a waiting call is with an agent')
  const idle = agents.filter(({ state }) => state.name === 'idle')
  say(idle.length === 0 || platform.waiting.length === 0, 'somebody waits while somebody is idle')
  return wrong
}

test('whatever happens in whatever order, nothing impossible comes of it', async () => {
  const usual = ['signs in', 'is called', 'is called', 'answers', 'answers', 'is free', 'is made idle']
  const deed = fc.tuple(fc.constantFrom(...Object.keys(deeds), ...usual, ...usual, ...usual), fc.nat({ max: 1 }))
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60, size: 'max' }), async (story) => {
      const on = stage()
      for (const [name, who] of story) {
        deeds[name]?.(on, on.agents[who] as Agent)
        await setImmediate()
        await setImmediate()
        expect(impossible(on), `after ${name}`).toEqual([])
      }
      on.platform.stop()
    }),
    { numRuns: 300 },
  )
}, 60_000)
