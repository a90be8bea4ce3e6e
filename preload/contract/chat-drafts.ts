/** What the agent has begun to write in one chat and not sent. */
export interface ChatDraft {
  readonly chatId: string
  readonly text: string
  readonly email?: EmailFields
}

/** What stands above the text of an e-mail, as it was typed. */
export interface EmailFields {
  readonly kind: 'reply' | 'reply-all' | 'forward'
  readonly subject: string
  readonly to: string
  readonly cc: string
  /** The original stands below the text. */
  readonly quoted: boolean
}

/** Main keeps them for the desk over a reload and a restart: sealed, or not on the disk at all. */
export interface DraftsRequests {
  'drafts.all': (input: undefined) => Promise<readonly ChatDraft[]>
  /** Without text and fields: forgotten. */
  'drafts.keep': (input: ChatDraft) => void
}
