import type { Platform } from '../../platform/model.ts'
import { stopSilence } from '../life/chat.ts'
import type { ChatMessage, ChatShare, PlatformChat } from '../model.ts'
import { tellingOf } from '../telling/telling.ts'

/** What the customer's side said; while no agent is in it, it waits for one. */
export function fromCustomer(platform: Platform, chat: PlatformChat, message: ChatMessage): void {
  stopSilence(chat)
  note(platform, chat, message)
  const talking = chat.shares.filter(({ state }) => state === 'talking')
  for (const share of talking) tellingOf(platform).says(platform, share, message)
  if (talking.length === 0 && message.controlType === 'CHAT') chat.untold.push(message)
}

/** What an agent said: for the customer, and for everybody else in it. */
export function fromAgent(platform: Platform, share: ChatShare, message: ChatMessage): void {
  const { chat } = share
  note(platform, chat, message)
  chat.customer?.receive(message)
  for (const other of chat.shares) {
    if (other !== share && other.state === 'talking') tellingOf(platform).says(platform, other, message)
  }
}

/** Words of the robot before an agent is there. */
export function fromRobot(platform: Platform, chat: PlatformChat, message: ChatMessage): void {
  note(platform, chat, message)
  chat.untold.push(message)
  chat.customer?.receive(message)
}

/** Only what is said is part of the conversation: marks and endings are not. */
function note(platform: Platform, chat: PlatformChat, message: ChatMessage): void {
  if (message.controlType === 'CHAT') chat.transcript.push(message)
  platform.journal.add({
    plane: 'platform',
    direction: null,
    agent: chat.shares[0]?.agent.workNumber ?? null,
    kind: 'message',
    name: `chat ${message.controlType}`,
    detail: { callId: chat.id, sourceType: message.sourceType, mediaType: message.mediaType, id: message.id },
  })
}

/** Whoever takes it hears what was said before, in its order, or only what nobody has heard (inferred). */
export function deliverUntold(platform: Platform, share: ChatShare): void {
  const { chat } = share
  const untold = chat.untold.splice(0)
  const said = platform.chats.behaviour.tellsEarlier
    ? [...chat.transcript]
    : untold.filter(({ sourceType }) => sourceType === 'CUSTOMER')
  for (const message of said) tellingOf(platform).says(platform, share, message)
}
