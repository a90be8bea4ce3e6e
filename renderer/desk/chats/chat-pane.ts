import type { DeskBridge } from '../bridge.ts'
import { answeringOf } from './composer/answering.svelte.ts'

export { default as ChatPane } from './ChatPane.svelte'

/** Whether something is written in a chat and not sent. */
export function hasDraft(bridge: DeskBridge, chatId: string): boolean {
  return answeringOf(bridge).drafts.textOf(chatId).trim() !== ''
}
