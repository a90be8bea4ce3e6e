import type { Agent, Party, Platform, PlatformCall, Queue, Waiting } from '../model.ts'
import { openCall, setPhase } from './call.ts'
import { offer } from './offer.ts'

/** A customer dialled a queue's number: the IVR first, then the queue. */
export function arrive(platform: Platform, queue: Queue, party: Party, video = false): PlatformCall {
  const { number: caller } = party
  const call = openCall(platform, { feature: 0, caller, called: queue.accessCode, queue, party, video })
  setPhase(platform, call, 'ivr')
  call.timer = platform.after(platform.timeouts.ivrMs, () => {
    waitInQueue(platform, call, queue)
    setPhase(platform, call, 'queued')
    platform.dispatch()
  })
  return call
}

/** Those who came earlier are still before it, also when it comes back (inferred). */
function waitInQueue(platform: Platform, call: PlatformCall, queue: Queue): void {
  wait(platform, {
    call,
    queue,
    since: call.arrivedAt,
    serve: (agent) => {
      const lost = () => requeue(platform, call, queue)
      offer(platform, { call, agent, outcome: { taken: () => undefined, lost } })
    },
  })
}

export function wait(platform: Platform, one: Waiting): void {
  const place = platform.waiting.findIndex((other) => isBefore(one, other))
  platform.waiting.splice(place < 0 ? platform.waiting.length : place, 0, one)
}

/** Of two that came in the same millisecond, the one whose call was opened first. */
function isBefore(one: Waiting, other: Waiting): boolean {
  return one.since === other.since ? callCount(one.call) < callCount(other.call) : one.since < other.since
}

/** The counter at the end of a call's id (spec/ccgateway.md 8). */
function callCount({ id }: PlatformCall): number {
  return Number(id.split('-')[1])
}

/** Back to a queue, its own or another one. */
export function requeue(platform: Platform, call: PlatformCall, queue: Queue): void {
  if (call.phase === 'ended') return
  call.queue = queue
  call.requeued += 1
  waitInQueue(platform, call, queue)
  setPhase(platform, call, 'queued')
  platform.dispatch()
}

/** Serves those who wait, in order, each with the agent who has been idle longest. */
export function createDispatch(platform: Platform): () => void {
  let serving = false
  let again = false
  return () => {
    again = true
    if (serving) return
    serving = true
    try {
      while (again) {
        again = false
        for (const one of [...platform.waiting]) serve(platform, one)
      }
    } finally {
      serving = false
    }
  }
}

function serve(platform: Platform, one: Waiting): void {
  const place = platform.waiting.indexOf(one)
  const agent = freeAgent(platform, one.queue, one.except)
  if (!agent || place < 0) return
  platform.waiting.splice(place, 1)
  one.serve(agent)
}

/** Whoever has been idle longest; where calls may wait, somebody with calls comes after all who are idle. */
export function freeAgent(platform: Platform, queue: Queue, except: Agent | null = null): Agent | undefined {
  const idleFirst = (agent: Agent) => (agent.state.name === 'idle' ? 0 : 1)
  return [...platform.agents.values()]
    .filter((agent) => agent !== except && isSignedInTo(agent, queue) && mayTake(platform, agent))
    .sort((one, other) => idleFirst(one) - idleFirst(other) || one.state.since - other.state.since)[0]
}

/** spec/ccgateway.md 3.1. */
function isSignedInTo(agent: Agent, queue: Queue): boolean {
  return agent.session?.skills.has(queue.id) === true
}

/** Idle, and no password to be changed first (3.1, `isForceChange`); or in calls, where the site lets calls wait. */
export function mayTake({ behaviour }: Platform, agent: Agent): boolean {
  if (!agent.session || agent.fate === 'password-to-change') return false
  if (agent.state.name === 'idle') return true
  const states = agent.shares.map(({ state }) => state)
  const waitsFor = behaviour.callWaiting === 'while-talking' ? ['held', 'talking'] : ['held']
  return behaviour.callWaiting !== 'never' && states.length > 0 && states.every((state) => waitsFor.includes(state))
}
