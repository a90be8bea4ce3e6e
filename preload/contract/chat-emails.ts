import type { CommandResult } from './agent.ts'

export interface EmailsRequests {
  /**
   * Nobody answers this e-mail (spec/media-and-services.md 2.7, dropMail). The chat ends by the platform's own word;
   * `not-possible-now`: the site has no server for it.
   */
  'emails.drop': (input: { readonly chatId: string; readonly messageId: string }) => Promise<CommandResult>
}
