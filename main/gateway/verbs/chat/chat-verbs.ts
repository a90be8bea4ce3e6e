import type { Gateway } from '../../gateway.ts'
import { asking } from './ask.ts'
import { mediaCallVerbs } from './media-call.ts'
import { textChatVerbs } from './text-chat.ts'

export interface ChatDialect {
  readonly dialect: 'mediacall' | 'textchat'
  readonly mediaType: string
  readonly messageBytes: number
}

/** What the agent does with a chat at the gateway, in the generation of the interface that the profile names. */
export function chatVerbs(current: () => Gateway | null, dialect: () => ChatDialect) {
  const ask = asking(current)
  const bytes = () => dialect().messageBytes
  const generations = { mediacall: mediaCallVerbs(ask, bytes), textchat: textChatVerbs(ask, bytes) }
  return () => generations[dialect().dialect]
}
