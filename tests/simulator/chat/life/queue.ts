import type { Agent, Platform, Queue } from '../../platform/model.ts'
import type { PlatformChat, WaitingChat } from '../model.ts'
import { setPhase } from './chat.ts'
import { offer } from './offer.ts'
import { agentFor } from './room.ts'

interface Wait {
  /** Who hands it over. */
  readonly except?: Agent | null
  readonly transferFrom?: string
}

/** Into a queue; those who came earlier are before it, also when it comes back (inferred, as for calls). */
export function enqueue(
  platform: Platform,
  chat: PlatformChat,
  queue: Queue,
  { except = null, transferFrom = '' }: Wait = {},
): void {
  if (chat.phase === 'ended') return
  chat.queue = queue
  const serve = (agent: Agent) => {
    const lost = () => requeue(platform, chat, queue)
    offer(platform, { chat, agent, transferFrom, outcome: { taken: () => undefined, lost } })
  }
  wait(platform, { chat, queue, except, serve })
  setPhase(platform, chat, 'queued')
  platform.chats.dispatch()
}

export function requeue(platform: Platform, chat: PlatformChat, queue: Queue): void {
  chat.requeued += 1
  enqueue(platform, chat, queue)
}

export function wait({ chats: { waiting } }: Platform, one: WaitingChat): void {
  const place = waiting.findIndex((other) => one.chat.arrivedAt < other.chat.arrivedAt)
  waiting.splice(place < 0 ? waiting.length : place, 0, one)
}

/** Serves those who wait, in order, as far as there are agents with room. */
export function createChatDispatch(platform: Platform): () => void {
  let serving = false
  let again = false
  return () => {
    again = true
    if (serving) return
    serving = true
    try {
      while (again) {
        again = false
        for (const one of [...platform.chats.waiting]) serve(platform, one)
      }
    } finally {
      serving = false
    }
  }
}

function serve(platform: Platform, one: WaitingChat): void {
  const { waiting } = platform.chats
  const place = waiting.indexOf(one)
  const agent = place < 0 ? null : agentFor(platform, one.chat, one.queue, one.except)
  if (!agent) return
  waiting.splice(place, 1)
  one.serve(agent)
}
