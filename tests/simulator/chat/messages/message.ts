import { randomUUID } from 'node:crypto'
import { configurationOf } from '../channels.ts'
import type { ChatMessage, ControlType, PlatformChat } from '../model.ts'

/** At most 32 characters, no comma (spec/media-and-services.md 3.2). */
export function newMessageId(): string {
  return randomUUID().replaceAll('-', '')
}

/** The platform's own word. */
export function systemMessage(chat: PlatformChat, controlType: ControlType, content: string): ChatMessage {
  return {
    id: newMessageId(),
    controlType,
    mediaType: 'TEXT',
    content,
    sourceType: 'SYSTEM',
    from: chat.channel ? configurationOf(chat.channel) : '',
    nickname: '',
    at: Date.now(),
  }
}
