import { newCallId } from '../../platform/calls/call.ts'
import { remove } from '../../platform/calls/shares.ts'
import type { Agent, Platform } from '../../platform/model.ts'
import type { ChatEnd, ChatOutcome, ChatPhase, ChatShare, PlatformChat } from '../model.ts'

export type NewChat = Pick<
  PlatformChat,
  'channel' | 'mediaType' | 'feature' | 'caller' | 'called' | 'nickname' | 'queue' | 'customer'
> & { readonly data?: string }

export function openChat(platform: Platform, { data = '', ...from }: NewChat): PlatformChat {
  const chat: PlatformChat = {
    ...from,
    id: newCallId(platform),
    shares: [],
    transcript: [],
    untold: [],
    arrivedAt: Date.now(),
    phase: 'queued',
    end: null,
    requeued: 0,
    lastReleaseAgent: null,
    beginTime: null,
    endTime: null,
    data,
    passedBy: new Map(),
    handingOn: null,
    silence: null,
  }
  platform.chats.all.set(chat.id, chat)
  platform.chats.live.add(chat)
  return chat
}

export function setPhase(platform: Platform, chat: PlatformChat, phase: ChatPhase, end: ChatEnd | null = null): void {
  chat.phase = phase
  chat.customer?.onPhase(phase, end)
  platform.journal.add({
    plane: 'platform',
    direction: null,
    agent: chat.shares[0]?.agent.workNumber ?? null,
    kind: 'call',
    name: phase,
    detail: { callId: chat.id, caller: chat.caller, called: chat.called, chat: true, ...(end && { end }) },
  })
}

/** Over for good; the agents have left it before. */
export function closeChat(platform: Platform, chat: PlatformChat, end: ChatEnd): void {
  if (chat.phase === 'ended') return
  leaveQueue(platform, chat)
  stopSilence(chat)
  chat.end = end
  chat.endTime = Date.now()
  chat.untold.length = 0
  setPhase(platform, chat, 'ended', end)
  platform.chats.live.delete(chat)
}

export function leaveQueue({ chats }: Platform, chat: PlatformChat): void {
  const place = chats.waiting.findIndex((one) => one.chat === chat)
  if (place >= 0) chats.waiting.splice(place, 1)
}

export function stopSilence(chat: PlatformChat): void {
  chat.silence?.()
  chat.silence = null
}

const noOutcome: ChatOutcome = { taken: () => undefined, lost: () => undefined }

export function openShare(
  platform: Platform,
  of: Pick<ChatShare, 'agent' | 'chat' | 'state'> & Partial<Pick<ChatShare, 'transferFrom' | 'outcome'>>,
): ChatShare {
  const share: ChatShare = { transferFrom: '', outcome: noOutcome, ...of, timer: null }
  of.chat.shares.push(share)
  sharesOf(platform, of.agent).push(share)
  return share
}

export function dropShare(platform: Platform, share: ChatShare): void {
  const { agent, chat } = share
  share.timer?.()
  share.timer = null
  remove(chat.shares, share)
  remove(sharesOf(platform, agent), share)
  chat.lastReleaseAgent = agent.workNumber
}

/** The agent's parts in chats, oldest first. */
export function sharesOf({ chats }: Platform, agent: Agent): ChatShare[] {
  const known = chats.shares.get(agent)
  if (known) return known
  const none: ChatShare[] = []
  chats.shares.set(agent, none)
  return none
}

/** The one this agent is in by that id. */
export function shareIn(platform: Platform, agent: Agent, callId: string): ChatShare | null {
  return sharesOf(platform, agent).find(({ chat }) => chat.id === callId) ?? null
}
