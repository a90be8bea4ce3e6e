import type { Platform } from '../platform/model.ts'
import { signedOut } from './life/leave.ts'
import { createChatDispatch } from './life/queue.ts'
import type { Chats } from './model.ts'
import { type ChatBehaviour, defaultChatBehaviour } from './settings.ts'

/** The chats of a platform; `platform` is asked for once it is whole. */
export function createChats(platform: () => Platform, behaviour: Partial<ChatBehaviour> = {}): Chats {
  let dispatch: (() => void) | null = null
  return {
    behaviour: { ...defaultChatBehaviour, ...behaviour },
    all: new Map(),
    live: new Set(),
    waiting: [],
    shares: new Map(),
    leaving: new Set(),
    limits: new Map(),
    quickReplies: new Map(),
    dispatch: () => {
      dispatch ??= createChatDispatch(platform())
      dispatch()
    },
    gone: (agent) => signedOut(platform(), agent),
  }
}
