import { goBusy } from '../../platform/agents/agent-state.ts'
import type { Agent, Platform } from '../../platform/model.ts'
import { deliverUntold } from '../messages/deliver.ts'
import type { ChatOutcome, ChatShare, PlatformChat } from '../model.ts'
import { tellingOf } from '../telling/telling.ts'
import { closeChat, dropShare, openShare, setPhase } from './chat.ts'
import { afterChat, occupy } from './room.ts'

export interface ChatOffer {
  readonly chat: PlatformChat
  readonly agent: Agent
  readonly outcome: ChatOutcome
  readonly transferFrom?: string
  /** Somebody is in the conversation already: the customer is not told that it rings. */
  readonly quiet?: boolean
}

/** Asks an agent to take it, or takes it for them where the gateway answers (spec/media-and-services.md 2.3). */
export function offer(platform: Platform, { quiet = false, ...of }: ChatOffer): ChatShare {
  const { chat, agent } = of
  const share = openShare(platform, { ...of, state: 'ringing' })
  if (!quiet) setPhase(platform, chat, 'ringing')
  occupy(platform, agent)
  const automatic = agent.session?.autoAnswer === true
  tellingOf(platform).rings(platform, share, automatic)
  if (automatic) answerChat(platform, share)
  else share.timer = platform.after(platform.chats.behaviour.noAnswerMs, () => notAnswered(platform, share))
  return share
}

/** From here on both read each other; what was said before comes first (inferred). */
export function answerChat(platform: Platform, share: ChatShare): void {
  const { chat } = share
  share.timer?.()
  share.timer = null
  share.state = 'talking'
  chat.beginTime ??= Date.now()
  chat.passedBy.clear()
  setPhase(platform, chat, 'talking')
  tellingOf(platform).talks(platform, share)
  share.outcome.taken()
  deliverUntold(platform, share)
}

/** As for calls: taken away, busy with reason 2, and back to where it came from (spec/ccgateway.md 15.9, inferred). */
export function notAnswered(platform: Platform, share: ChatShare): void {
  letGo(platform, share, 2)
}

/** 1: back to the queue, busy with reason 7; 2: the chat is released (spec/ccgateway.md 8.1; for chats inferred). */
export function rejectChat(platform: Platform, share: ChatShare, mode: 1 | 2): void {
  if (mode === 1) {
    letGo(platform, share, 7)
    return
  }
  const { agent, chat } = share
  tellingOf(platform).notAnswered(share)
  dropShare(platform, share)
  if (chat.shares.length === 0) closeChat(platform, chat, 'rejected')
  else share.outcome.lost()
  afterChat(platform, agent, chat)
}

function letGo(platform: Platform, share: ChatShare, reason: 2 | 7): void {
  const { agent, chat } = share
  tellingOf(platform).notAnswered(share)
  dropShare(platform, share)
  makeBusy(platform, agent, reason)
  chat.passedBy.set(agent, agent.state)
  share.outcome.lost()
  afterChat(platform, agent, chat)
}

/** Out of the chats that are open nobody is taken; no new ones come (inferred). */
function makeBusy(platform: Platform, agent: Agent, reason: number): void {
  if (agent.state.name === 'idle') goBusy(platform, agent, reason)
  else if (agent.state.name === 'talking') agent.next = { name: 'busy', reason, seconds: 0 }
}
