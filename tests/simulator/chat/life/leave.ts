import type { Agent, Platform } from '../../platform/model.ts'
import { systemMessage } from '../messages/message.ts'
import type { ChatEnd, ChatMessage, ChatShare, PlatformChat } from '../model.ts'
import { tellingOf } from '../telling/telling.ts'
import { closeChat, dropShare, sharesOf } from './chat.ts'
import { requeue } from './queue.ts'
import { afterChat } from './room.ts'

/** The agent ends it: "release of that callid" (spec/media-and-services.md 2.1). The customer is told (inferred). */
export function agentEnds(platform: Platform, share: ChatShare, end: ChatEnd = 'agent-ended'): void {
  const { agent, chat } = share
  withdrawHandingOn(share)
  dropShare(platform, share)
  chat.customer?.receive(systemMessage(chat, 'DISCONNECT', ''))
  endForOthers(platform, chat, end)
  tellingOf(platform).released(share, 'agent')
  afterChat(platform, agent, chat)
}

/** The customer is gone; whoever is in it hears the DISCONNECT first, where the site lets them. */
export function customerLeaves(platform: Platform, chat: PlatformChat, bye: ChatMessage): void {
  endFromOutside(platform, chat, 'customer-left', bye)
}

/** spec/media-and-services.md 2.5: DISCONNECT from SYSTEM to the customer, the normal release to the agent [inferred]. */
export function timesOut(platform: Platform, chat: PlatformChat): void {
  const { asynchronous } = platform.chats.behaviour
  const tip = asynchronous ? 'You can go on here whenever you like.' : ''
  const bye = { ...systemMessage(chat, 'DISCONNECT', tip), ...(asynchronous && { isOfflineStatus: true }) }
  chat.customer?.receive(bye)
  endFromOutside(platform, chat, 'timed-out', bye)
}

export function platformEnds(platform: Platform, chat: PlatformChat): void {
  chat.customer?.receive(systemMessage(chat, 'DISCONNECT', ''))
  endFromOutside(platform, chat, 'ended-by-platform', null)
}

function endFromOutside(platform: Platform, chat: PlatformChat, end: ChatEnd, bye: ChatMessage | null): void {
  if (chat.phase === 'ended') return
  chat.handingOn?.withdraw()
  chat.handingOn = null
  if (bye && platform.chats.behaviour.tellsDisconnect) {
    for (const share of chat.shares) if (share.state === 'talking') tellingOf(platform).says(platform, share, bye)
  }
  endForOthers(platform, chat, end)
}

function endForOthers(platform: Platform, chat: PlatformChat, end: ChatEnd): void {
  const others = [...chat.shares]
  closeChat(platform, chat, end)
  for (const share of others) {
    dropShare(platform, share)
    tellingOf(platform).released(share, 'far-side')
    afterChat(platform, share.agent, chat)
  }
}

/** Given to somebody else by the platform: released, and back to its queue (spec/ccgateway.md 11; for chats inferred). */
export function takeAway(platform: Platform, share: ChatShare): void {
  const { agent, chat } = share
  withdrawHandingOn(share)
  dropShare(platform, share)
  chat.passedBy.set(agent, agent.state)
  if (share.state === 'ringing') tellingOf(platform).notAnswered(share)
  else tellingOf(platform).released(share, 'agent')
  if (chat.queue) requeue(platform, chat, chat.queue)
  else platformEnds(platform, chat)
  afterChat(platform, agent, chat)
}

/** What this agent was handing on stays nowhere. */
export function withdrawHandingOn(share: ChatShare): void {
  const { handingOn } = share.chat
  if (handingOn?.by !== share) return
  share.chat.handingOn = null
  handingOn.withdraw()
}

/** The session is over: what rang goes back, what was open is released (spec/ccgateway.md 3.4, inferred for chats). */
export function signedOut(platform: Platform, agent: Agent): void {
  platform.chats.leaving.add(agent)
  for (const share of [...sharesOf(platform, agent)]) {
    if (share.state !== 'ringing') agentEnds(platform, share)
    else {
      dropShare(platform, share)
      share.outcome.lost()
    }
  }
  platform.chats.leaving.delete(agent)
  platform.chats.limits.delete(agent.workNumber)
}
