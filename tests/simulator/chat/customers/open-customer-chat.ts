import type { Platform, Queue } from '../../platform/model.ts'
import { isChatQueue } from '../../platform/population.ts'
import { openChat, setPhase } from '../life/chat.ts'
import { customerLeaves, platformEnds, takeAway, timesOut } from '../life/leave.ts'
import { enqueue } from '../life/queue.ts'
import type { MediaCache } from '../media-cache/media-cache.ts'
import { fromCustomer } from '../messages/deliver.ts'
import type { PlatformChat } from '../model.ts'
import type { ChatCustomer, CustomerChat, Opening } from './chat-customer.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { customerMessage } from './message.ts'
import { talkToRobot } from './robot.ts'
import { play } from './script.ts'
import { type Written, write } from './sendable.ts'

/** CONNECT (spec/media-and-services.md 3.2), perhaps a robot first, and then the queue. */
export function openCustomerChat(
  platform: Platform,
  cache: MediaCache,
  customer: ChatCustomer,
  queueName: string,
  opening: Opening,
): CustomerChat {
  const queue = chatQueue(platform, queueName)
  const inbox = createInbox()
  const chat = openChat(platform, {
    channel: customer.channel,
    mediaType: customer.channel === 'WEB' ? platform.chats.behaviour.webMediaType : 53,
    feature: 0,
    caller: customer.id,
    called: queue.accessCode,
    nickname: customer.name,
    queue,
    customer: inbox.correspondent,
    ...(opening.data !== undefined && { data: opening.data }),
  })
  const seen = customerChat(platform, cache, customer, chat, inbox)
  begin(platform, chat, seen, queue, opening)
  return seen
}

function begin(platform: Platform, chat: PlatformChat, seen: CustomerChat, queue: Queue, opening: Opening): void {
  setPhase(platform, chat, 'robot')
  talkToRobot(platform, chat, opening.robot ?? [])
  const toAgents = () => {
    if (opening.says !== undefined) seen.says(opening.says)
    enqueue(platform, chat, queue)
  }
  if (opening.agent === 'when-asked') return
  if (opening.robotMs) platform.after(opening.robotMs, toAgents)
  else toAgents()
  if (opening.patienceMs !== undefined) {
    const cancel = platform.after(opening.patienceMs, () => seen.leaves())
    void seen.talking.then(cancel)
  }
  if (opening.script) void seen.plays(opening.script)
}

export function chatQueue({ queues }: Platform, name: string): Queue {
  const queue = queues.find((one) => one.name === name && isChatQueue(one))
  if (!queue) throw new Error(`No queue of chats is called ${name}`)
  return queue
}

function customerChat(
  platform: Platform,
  cache: MediaCache,
  customer: ChatCustomer,
  chat: PlatformChat,
  inbox: Inbox,
): CustomerChat {
  const send = (written: Written) => {
    const message = customerMessage(customer, 'CHAT', written)
    if (chat.phase !== 'ended') fromCustomer(platform, chat, message)
    return message
  }
  const mark = (controlType: 'INPUT' | 'READ', content: string) => {
    if (chat.phase === 'talking')
      fromCustomer(platform, chat, customerMessage(customer, controlType, { mediaType: 'TEXT', content }))
  }
  const self: CustomerChat = {
    id: chat.id,
    customer,
    get state() {
      return inbox.phase()
    },
    get end() {
      return inbox.end()
    },
    talking: inbox.talking,
    ended: inbox.ended,
    transcript: chat.transcript,
    received: inbox.received,
    says: (text) => send({ mediaType: 'TEXT', content: text }),
    sends: (what) => send(write(what, cache)),
    pours: async (text, times, everyMs) => {
      for (let count = 1; count <= times && inbox.phase() !== 'ended'; count += 1) {
        self.says(`${text} ${count}`)
        if (everyMs > 0) await new Promise<void>((resolve) => platform.after(everyMs, resolve))
      }
    },
    types: () => mark('INPUT', ''),
    reads: (...ids) => mark('READ', (ids.length > 0 ? ids : agentsMessages(inbox)).join(',')),
    leaves: () =>
      customerLeaves(platform, chat, customerMessage(customer, 'DISCONNECT', { mediaType: 'TEXT', content: '' })),
    asksForAgent: () => {
      if (chat.phase === 'robot' && chat.queue) enqueue(platform, chat, chat.queue)
    },
    expects: inbox.expects,
    plays: (script) => play(self, script, (ms) => new Promise((resolve) => platform.after(ms, resolve))),
    timesOut: () => timesOut(platform, chat),
    endedByPlatform: () => platformEnds(platform, chat),
    takenAway: () => {
      for (const share of [...chat.shares]) takeAway(platform, share)
    },
  }
  return self
}

function agentsMessages({ received }: Inbox): readonly string[] {
  return received
    .filter(({ controlType, sourceType }) => controlType === 'CHAT' && sourceType === 'AGENT')
    .map(({ id }) => id)
}
