import type { ChatsRequests } from '#contract'
import { chatNamed } from '../rules/edit.ts'
import type { LiveChat } from '../state.ts'
import type { CommandParts } from './parts.ts'
import { addressOf } from './send.ts'

/** Typing is told again only after this. */
const TYPING_EVERY_MS = 4_000

/** Typing and read marks; nobody waits for them, and a platform that refuses one is not asked for another. */
export function marking(parts: CommandParts): Pick<ChatsRequests, 'chats.typing' | 'chats.seen'> {
  const { apply, state, now } = parts
  const typed = new Map<string, number>()
  return {
    'chats.typing': ({ chatId }) => {
      const chat = chatNamed(state(), chatId)
      if (chat?.phase.name !== 'open' || (typed.get(chatId) ?? 0) + TYPING_EVERY_MS > now()) return
      typed.set(chatId, now())
      void mark(parts, chat, 'INPUT', [])
    },
    'chats.seen': ({ chatId, place }) => {
      const before = chatNamed(state(), chatId)
      apply({ type: 'seen', chatId, place })
      const after = chatNamed(state(), chatId)
      if (before && after && after.seen > before.seen) void mark(parts, after, 'READ', newlySeen(before, after))
    },
  }
}

function newlySeen(before: LiveChat, { messages, seen }: LiveChat): readonly string[] {
  return messages
    .filter(({ place, side }) => side === 'customer' && place > before.seen && place <= seen)
    .map(({ id }) => id)
}

/** Ids of one mark: its `content` has the limit of any message. */
const IDS_AT_ONCE = 40

async function mark(
  parts: CommandParts,
  chat: LiveChat,
  kind: 'INPUT' | 'READ',
  all: readonly string[],
): Promise<void> {
  const { gateway, state, apply, now } = parts
  const ids = all.slice(-IDS_AT_ONCE)
  const isDue = kind === 'INPUT' || ids.length > 0
  if (!isDue || !state().site.typing || state().refused.marks || chat.phase.name !== 'open') return
  const at = now()
  const to = addressOf(chat, state())
  const result = await gateway().mark({ chatId: chat.id, kind, id: `${kind.toLowerCase()}-${at}`, ids, at, to })
  const open = chatNamed(state(), chat.id)?.phase.name === 'open'
  if (!result.ok && result.reason === 'refused' && open) apply({ type: 'marks-refused' })
}
