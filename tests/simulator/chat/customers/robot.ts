import type { Platform } from '../../platform/model.ts'
import { configurationOf } from '../channels.ts'
import { fromCustomer, fromRobot } from '../messages/deliver.ts'
import { newMessageId } from '../messages/message.ts'
import type { ChatMessage, PlatformChat } from '../model.ts'
import { customerMessage } from './message.ts'

/** In turn, the customer beginning; every line gets a time of its own, so that its place is never in doubt. */
export function talkToRobot(platform: Platform, chat: PlatformChat, lines: readonly string[]): void {
  const began = Date.now() - lines.length * 1_000
  for (const [turn, content] of lines.entries()) {
    const at = began + turn * 1_000
    if (turn % 2 === 0) {
      const said = customerMessage({ id: chat.caller, name: chat.nickname }, 'CHAT', { mediaType: 'TEXT', content })
      fromCustomer(platform, chat, { ...said, at })
    } else {
      fromRobot(platform, chat, robotMessage(chat, content, at))
    }
  }
}

/** sourceType ROBOT (spec/media-and-services.md 3.2). */
function robotMessage(chat: PlatformChat, content: string, at: number): ChatMessage {
  return {
    id: newMessageId(),
    controlType: 'CHAT',
    mediaType: 'TEXT',
    content,
    sourceType: 'ROBOT',
    from: chat.channel ? configurationOf(chat.channel) : '',
    nickname: 'Robot',
    at,
  }
}
