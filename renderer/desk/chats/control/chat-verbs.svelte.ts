import type { Chat, ChatVerb, CommandResult } from '#contract'
import type { DeskBridge } from '../../bridge.ts'

export type ChatFailure = NonNullable<Chat['failure']>

/** The verbs of a chat as the agent asks for them. What became of them comes back in the chat itself. */
export class ChatVerbs {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #onanswered: (chatId: string) => void
  #refused = $state.raw<{ readonly chatId: string; readonly failure: ChatFailure } | null>(null)
  #dismissed = $state.raw<string | null>(null)
  #ending = $state.raw<string | null>(null)
  /** Whether the customer is to be asked how it was. */
  survey = $state(true)

  constructor(bridge: Pick<DeskBridge, 'request'>, onanswered: (chatId: string) => void) {
    this.#bridge = bridge
    this.#onanswered = onanswered
  }

  /** Answered by hand, it is what the agent looks at next. */
  async answer(chat: Chat): Promise<void> {
    const answered = await this.#ask(chat, 'answer', () => this.#bridge.request('chats.answer', { chatId: chat.id }))
    if (answered) this.#onanswered(chat.id)
  }

  decline(chat: Chat): Promise<boolean> {
    return this.#ask(chat, 'decline', () => this.#bridge.request('chats.decline', { chatId: chat.id }))
  }

  /** Asked first, since it cannot be undone; asked again, that is the answer yes. */
  async end(chat: Chat, survey: boolean): Promise<void> {
    if (!this.isEnding(chat)) this.#ending = chat.id
    else await this.#ask(chat, 'end', () => this.#bridge.request('chats.end', { chatId: chat.id, survey }))
  }

  /** Whether it is asked at this moment if this chat is to end. */
  isEnding(chat: Chat): boolean {
    return this.#ending === chat.id && chat.verbs.includes('end')
  }

  stay(): void {
    this.#ending = null
  }

  async close(chat: Chat): Promise<void> {
    await this.#bridge.request('chats.close', { chatId: chat.id })
  }

  async pin(chat: Chat): Promise<void> {
    await this.#bridge.request('chats.pin', { chatId: chat.id, pinned: !chat.pinned })
  }

  /** Main's own account of what failed, else the answer to the request itself; null once read away. */
  failureOf(chat: Chat): ChatFailure | null {
    const failure = chat.failure ?? (this.#refused?.chatId === chat.id ? this.#refused.failure : null)
    return failure && nameOf(chat, failure) === this.#dismissed ? null : failure
  }

  dismiss(chat: Chat, failure: ChatFailure): void {
    this.#dismissed = nameOf(chat, failure)
  }

  /** The answer to this verb, told with the chat when it is no. */
  async #ask(chat: Chat, verb: ChatVerb, ask: () => Promise<CommandResult>): Promise<boolean> {
    if (chat.pending === verb) return false
    this.#refused = null
    this.#dismissed = null
    this.#ending = null
    const { ok, ...refusal } = await ask()
    if (!ok) this.#refused = { chatId: chat.id, failure: { verb, reason: 'refused', ...refusal } }
    return ok
  }
}

/** By what it says: main's account of a chat is a new object with every event. */
const nameOf = ({ id }: Chat, { verb, reason, retcode }: ChatFailure) => `${id} ${verb} ${reason} ${retcode}`
