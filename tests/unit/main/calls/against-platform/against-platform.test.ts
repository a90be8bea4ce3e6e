import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Call } from '#contract'
import { closeSession } from '#simulator/platform/agents/session.ts'
import { sayFree } from '#simulator/platform/agents/state-commands.ts'
import { agentHangsUp, partyLeaves } from '#simulator/platform/calls/leaving.ts'
import { arrive } from '#simulator/platform/calls/queue.ts'
import { makeRoom } from '#simulator/platform/calls/several/hold.ts'
import { beginTalking } from '#simulator/platform/calls/talk.ts'
import type { Agent, Party } from '#simulator/platform/model.ts'
import { defaultQueues } from '#simulator/platform/population.ts'
import { party, type Stage, signIn, stage } from '../../../simulator/platform/any-order-stage.ts'
import { accounts } from './agree.ts'
import { type Desk, sitDown } from './desk.ts'

interface Scene {
  readonly on: Stage
  readonly desk: Desk
  readonly colleague: Agent
  /** How many customers have called. */
  customers: number
}

type Deed = (scene: Scene, which: number) => unknown

const shown = ({ desk }: Scene, which: number): Call | undefined => {
  const live = desk.calls.current().list.filter(({ phase }) => phase.name !== 'ended')
  return live[which % Math.max(1, live.length)]
}
const onCall =
  (ask: (callId: string, scene: Scene, call: Call) => unknown): Deed =>
  (scene, which) => {
    const call = shown(scene, which)
    return call && ask(call.id, scene, call)
  }
const requests = ({ desk }: Scene) => desk.calls.requests
const agentCalled = ({ colleague }: Scene) => ({ kind: 'agent', address: colleague.workNumber }) as const

/** Everything an agent can press, whether it makes sense at that moment or not. */
const presses: Readonly<Record<string, Deed>> = {
  answer: onCall((callId, scene) => requests(scene)['calls.answer']({ callId })),
  decline: onCall((callId, scene) => requests(scene)['calls.decline']({ callId, mode: 'requeue' })),
  mute: onCall((callId, scene) => requests(scene)['calls.mute']({ callId, muted: true })),
  unmute: onCall((callId, scene) => requests(scene)['calls.mute']({ callId, muted: false })),
  hold: onCall((callId, scene) => requests(scene)['calls.hold']({ callId })),
  retrieve: onCall((callId, scene) => requests(scene)['calls.retrieve']({ callId })),
  'hang up': onCall((callId, scene) => requests(scene)['calls.hangUp']({ callId })),
  conference: onCall((callId, scene) => requests(scene)['calls.conference']({ callId })),
  'take back': onCall((callId, scene) => requests(scene)['calls.takeBack']({ callId })),
  consult: onCall((callId, scene) =>
    requests(scene)['calls.consult']({ callId, to: agentCalled(scene), mode: 'two-party' }),
  ),
  'consult with three': onCall((callId, scene) =>
    requests(scene)['calls.consult']({ callId, to: agentCalled(scene), mode: 'three-party' }),
  ),
  'drop somebody': onCall((callId, scene, { parties }) =>
    requests(scene)['calls.dropParty']({ callId, number: parties.at(-1)?.number ?? '' }),
  ),
  'to the colleague': onCall((callId, scene) =>
    requests(scene)['calls.transfer']({ callId, to: agentCalled(scene), mode: 'success' }),
  ),
  'to a queue': onCall((callId, scene) =>
    requests(scene)['calls.transfer']({ callId, to: { kind: 'queue', address: '2' }, mode: 'release' }),
  ),
  'into an IVR': onCall((callId, scene) =>
    requests(scene)['calls.transfer']({ callId, to: { kind: 'ivr', address: '9001' }, mode: 'suspend' }),
  ),
  'talk outside': onCall((callId, scene) =>
    requests(scene)['calls.transfer']({ callId, to: { kind: 'outside', address: '13' }, mode: 'talk' }),
  ),
  'three with outside': onCall((callId, scene) =>
    requests(scene)['calls.transfer']({ callId, to: { kind: 'outside', address: '14' }, mode: 'three-party' }),
  ),
  'to nobody outside': onCall((callId, scene) =>
    requests(scene)['calls.transfer']({ callId, to: { kind: 'outside', address: '3' }, mode: 'three-party' }),
  ),
  dial: (scene) => requests(scene)['calls.dial']({ number: '15' }),
  'dial nobody': (scene) => requests(scene)['calls.dial']({ number: '3' }),
  'call the colleague': (scene) => requests(scene)['calls.callInside']({ to: agentCalled(scene) }),
}

/** What others do meanwhile. */
const deeds: Readonly<Record<string, Deed>> = {
  'a customer calls': (scene) => {
    scene.customers += 1
    arrive(scene.on.platform, defaultQueues[0] as never, party(scene.on.parties, `138${scene.customers}`))
  },
  'a customer leaves': ({ on }, which) => {
    const [one] = on.parties.splice(which % Math.max(1, on.parties.length), 1)
    if (one) partyLeaves(on.platform, one)
  },
  'the colleague answers': ({ on, colleague }) => {
    const share = colleague.shares.find(({ state }) => state === 'ringing')
    if (share && makeRoom(on.platform, colleague)) beginTalking(on.platform, share)
  },
  'the colleague leaves': ({ on, colleague }) => {
    const share = colleague.shares.find(({ state }) => state === 'talking')
    if (share) agentHangsUp(on.platform, share)
  },
  'the platform drops the call': ({ on, desk }) => {
    const share = desk.agent.shares.find(({ state }) => state === 'talking' || state === 'held')
    if (share) agentHangsUp(on.platform, share, 'ended-by-platform')
  },
  'the connection is lost for a moment': ({ desk }) => desk.reconnect(),
  'the agent is idle': ({ on, desk }) => sayFree(on.platform, desk.agent),
}

async function openScene(callWaiting: Parameters<typeof stage>[0], keeps: 'held' | 'talking'): Promise<Scene> {
  const on = stage(callWaiting)
  Object.assign(on.platform.behaviour, { conferenceKeeps: keeps })
  const [own, colleague] = on.agents as [Agent, Agent]
  const desk = sitDown(on, own)
  signIn(on, colleague, true)
  await desk.settle()
  return { on, desk, colleague, customers: 0 }
}

function closeScene({ on, desk }: Scene): void {
  for (const one of on.parties) partyLeaves(on.platform, one as Party)
  desk.calls.apply({ type: 'signed-out', at: Date.now() })
  for (const agent of on.agents) closeSession(on.platform, agent, 'asked')
  on.platform.stop()
}

const all = { ...presses, ...deeds }
const usual = ['a customer calls', 'answer', 'answer', 'the colleague answers', 'a customer calls', 'the agent is idle']
const deed = fc.tuple(
  fc.constantFrom(...Object.keys(all), ...usual, ...usual),
  fc.nat({ max: 3 }),
  // Whether the world holds still afterwards, or the next thing comes at once.
  fc.boolean(),
)
const site = fc.constantFrom('never' as const, 'while-held' as const, 'while-talking' as const)

test('whatever the agent and the others do, in quiet the desk shows what the platform holds true', async () => {
  await fc.assert(
    fc.asyncProperty(
      site,
      fc.constantFrom('held' as const, 'talking' as const),
      fc.array(deed, { minLength: 5, maxLength: 40, size: 'max' }),
      async (callWaiting, keeps, story) => {
        const scene = await openScene(callWaiting, keeps)
        for (const [name, which, still] of story) {
          void all[name]?.(scene, which)
          if (!still) continue
          await scene.desk.settle()
          const { shown, true: truth } = accounts(scene.desk)
          expect(shown, `after ${name}`).toEqual(truth)
        }
        await scene.desk.settle()
        const { shown, true: truth } = accounts(scene.desk)
        expect(shown).toEqual(truth)
        closeScene(scene)
        await setImmediate()
      },
    ),
    { numRuns: 300 },
  )
}, 120_000)
