import { insideNumber } from '../../platform/calls/inside/numbers.ts'
import { targetOf } from '../../platform/calls/transfer/target.ts'
import type { Agent, Platform, Queue } from '../../platform/model.ts'
import { isChatQueue } from '../../platform/population.ts'
import type { Retcode } from '../../platform/retcode.ts'
import type { ChatOutcome, ChatShare } from '../model.ts'
import { tellingOf } from '../telling/telling.ts'
import { dropShare, leaveQueue } from './chat.ts'
import { platformEnds } from './leave.ts'
import { offer } from './offer.ts'
import { enqueue, requeue, wait } from './queue.ts'
import { afterChat, hasRoom } from './room.ts'

export interface ChatTransfer {
  /** 1 skill queue, 2 agent, 4 access code (spec/media-and-services.md 2.2). */
  readonly deviceType: number
  readonly address: string
  readonly mode: 'release' | 'success'
  readonly data?: string
}

type To = { readonly queue: Queue } | { readonly agent: Agent }

/** spec/media-and-services.md 2.2; what each mode means is as for calls (spec/ccgateway.md 8.3). */
export function transferChat(platform: Platform, share: ChatShare, wish: ChatTransfer): Retcode {
  const { agent, chat } = share
  const to = receiver(platform, agent, wish)
  if (typeof to === 'string') return to
  // An inner chat cannot be handed on, as an internal call cannot (spec/ccgateway.md 16.4).
  if (chat.feature === 6 || chat.handingOn) return '100-007'
  if (wish.data !== undefined) chat.data = wish.data
  tellingOf(platform).transferBegun(share)
  if (wish.mode === 'release') release(platform, share, to)
  else watch(platform, share, to)
  return '0'
}

/** Only queues for chats, and only agents with room (100-007 beside them is inferred). */
function receiver(platform: Platform, agent: Agent, { deviceType, address }: ChatTransfer): To | Retcode {
  const target = targetOf(platform, deviceType, address)
  if (typeof target === 'string') return target
  if (target.kind === 'queue') return isChatQueue(target.queue) ? target : '600-002'
  if (target.kind !== 'agent') return '000-002'
  return target.agent !== agent && hasRoom(platform, target.agent) ? target : '100-007'
}

/** The own part ends whatever happens; whom the other does not take goes back to the queue they came from (inferred). */
function release(platform: Platform, share: ChatShare, to: To): void {
  const { agent, chat } = share
  const transferFrom = insideNumber(agent)
  dropShare(platform, share)
  tellingOf(platform).released(share, 'agent')
  if ('queue' in to) enqueue(platform, chat, to.queue, { except: agent, transferFrom })
  else {
    const back = () => (chat.queue ? requeue(platform, chat, chat.queue) : platformEnds(platform, chat))
    offer(platform, { chat, agent: to.agent, transferFrom, outcome: { taken: () => undefined, lost: back } })
  }
  afterChat(platform, agent, chat)
}

/** The platform watches: the own part ends when somebody answers, otherwise the agent keeps the customer. */
function watch(platform: Platform, share: ChatShare, to: To): void {
  const { agent, chat } = share
  const transferFrom = insideNumber(agent)
  const asked: { ringing: ChatShare | null } = { ringing: null }
  const giveUp = platform.after(platform.timeouts.transferMs, () => {
    withdraw()
    lost()
  })
  const done = (worked: boolean) => {
    giveUp()
    chat.handingOn = null
    leaveQueue(platform, chat)
    tellingOf(platform).transferred(share, worked)
  }
  const lost = () => done(false)
  const taken = () => {
    if ('queue' in to) chat.queue = to.queue
    done(true)
    dropShare(platform, share)
    tellingOf(platform).released(share, 'agent')
    afterChat(platform, agent, chat)
  }
  const outcome: ChatOutcome = { taken, lost }
  const ring = (other: Agent) => {
    asked.ringing = offer(platform, { chat, agent: other, transferFrom, outcome, quiet: true })
  }
  const withdraw = () => {
    giveUp()
    leaveQueue(platform, chat)
    const { ringing } = asked
    if (ringing?.state !== 'ringing') return
    dropShare(platform, ringing)
    tellingOf(platform).notAnswered(ringing)
    afterChat(platform, ringing.agent, chat)
  }
  chat.handingOn = { by: share, withdraw }
  if ('agent' in to) ring(to.agent)
  else {
    wait(platform, { chat, queue: to.queue, except: agent, serve: ring })
    platform.chats.dispatch()
  }
}
