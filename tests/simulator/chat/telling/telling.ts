import type { Platform } from '../../platform/model.ts'
import type { ChatMessage, ChatShare } from '../model.ts'
import { mediacall } from './mediacall.ts'
import { textchat } from './textchat.ts'

/** How agents are told of chats: one for each generation of the interface (spec/media-and-services.md 2.1). */
export interface Telling {
  /** It asks to be answered, or is answered by itself. */
  readonly rings: (platform: Platform, share: ChatShare, automatic: boolean) => void
  readonly talks: (platform: Platform, share: ChatShare) => void
  readonly says: (platform: Platform, share: ChatShare, message: ChatMessage) => void
  /** The agent's part is over; `far`: who left it, when it was not the agent. */
  readonly released: (share: ChatShare, by: 'agent' | 'far-side') => void
  /** Rang and was taken away. */
  readonly notAnswered: (share: ChatShare) => void
  readonly transferBegun: (share: ChatShare) => void
  readonly transferred: (share: ChatShare, worked: boolean) => void
  /** An inner chat: the colleague is being asked. */
  readonly callsInside: (share: ChatShare) => void
  readonly insideFailed: (share: ChatShare) => void
}

export function tellingOf({ chats }: Platform): Telling {
  return chats.behaviour.dialect === 'textchat' ? textchat : mediacall
}
