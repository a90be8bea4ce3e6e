import type { Chat } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'

/** What a message may ask of the pane it stands in. */
export interface BubbleTools {
  readonly bridge: Pick<DeskBridge, 'request'>
  readonly chat: Chat
  /** How the customer is called in this conversation. */
  readonly customer: string
  /** What is sought in the conversation; its hits are marked. */
  readonly sought: string
  /** The key of the message that the search stands at. */
  readonly found: string | null
  /** The theme in force is dark. */
  readonly dark: boolean
  /** The agent is asked before anything leaves the desk. */
  onlink(url: string): void
  onnumber(number: string): void
  onretry(messageId: string): void
  ondiscard(messageId: string): void
  oncopy(text: string): void
  /** A long text, of this message, is shown whole. */
  isWhole(key: string): boolean
  showWhole(key: string): void
}
