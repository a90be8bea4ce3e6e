import type { DeskBridge } from '../bridge.ts'
import { answeringOf } from './composer/answering.svelte.ts'

export { default as ChatPane } from './ChatPane.svelte'
export { default as AllConversations } from './conversation/search/AllConversations.svelte'

/** Into the field of the chat that is looked at. */
export function write(): void {
  document.querySelector<HTMLElement>('.chat-pane .composer textarea')?.focus()
}

export function editReplies(bridge: DeskBridge): void {
  answeringOf(bridge).replies.edit(true)
}

/** Whether something is written in a chat and not sent. */
export function hasDraft(bridge: DeskBridge, chatId: string): boolean {
  return answeringOf(bridge).drafts.textOf(chatId).trim() !== ''
}
