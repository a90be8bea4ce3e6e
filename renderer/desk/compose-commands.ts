import { named } from './keys/named.ts'
import type { Command } from './keys/palette.ts'
import { m } from './messages/compiled/messages.js'
import type { Parts } from './parts.svelte.ts'

/** What helps to answer the chat that is looked at. */
export function composeCommands({ screen, chatPane }: Parts): readonly Command[] {
  if (screen.pane !== 'chats' || screen.chat === null || chatPane.pane === null) return []
  return [
    named(m.compose_write, { id: 'compose-write', key: 'write', run: () => chatPane.write() }),
    named(m.reply_own, { id: 'replies', run: () => chatPane.editReplies() }),
  ]
}
