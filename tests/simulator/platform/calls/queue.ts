import type { Agent, Party, Platform, PlatformCall, Queue } from '../model.ts'
import { openCall, setPhase } from './call.ts'
import { offer } from './incoming.ts'

/** A customer dialled a queue's number: the IVR first, then the queue. */
export function arrive(platform: Platform, queue: Queue, party: Party): PlatformCall {
  const call = openCall(platform, { feature: 0, caller: party.number, called: queue.accessCode, queue, party })
  setPhase(platform, call, 'ivr')
  call.timer = platform.after(platform.timeouts.ivrMs, () => {
    platform.waiting.push(call)
    setPhase(platform, call, 'queued')
    platform.dispatch()
  })
  return call
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
        for (const call of [...platform.waiting]) serve(platform, call)
      }
    } finally {
      serving = false
    }
  }
}

function serve(platform: Platform, call: PlatformCall): void {
  const place = platform.waiting.indexOf(call)
  const agent = longestIdle(platform, call.queue)
  if (!agent || place < 0) return
  platform.waiting.splice(place, 1)
  offer(platform, call, agent)
}

function longestIdle(platform: Platform, queue: Queue | null): Agent | undefined {
  return [...platform.agents.values()]
    .filter((agent) => queue !== null && mayTake(agent, queue))
    .sort((one, other) => one.state.since - other.state.since)[0]
}

/** Signed in to the queue (spec/ccgateway.md 3.1), and no password to be changed first (3.1, `isForceChange`). */
function mayTake(agent: Agent, queue: Queue): boolean {
  if (agent.state.name !== 'idle' || agent.fate === 'password-to-change') return false
  return agent.session?.skills.has(queue.id) === true
}
