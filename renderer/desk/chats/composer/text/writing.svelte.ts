import type { Chat, ChatSite } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'
import type { Answering } from '../answering.svelte.ts'
import type { Found } from '../rules/sensitive-words.ts'
import { type Numbering, splitText } from '../rules/split-text.ts'
import { textBytes } from '../rules/text-bytes.ts'
import { openVariables, withoutOpenVariables } from '../rules/variables.ts'
import type { Question } from './question.ts'

export interface Around {
  readonly bridge: Pick<DeskBridge, 'request'>
  readonly answering: Answering
  readonly chatId: string
  readonly chat: () => Pick<Chat, 'verbs'>
  readonly site: () => ChatSite
  readonly now?: () => number
}

const TYPING_MS = 3_000

/** One chat's text from the first letter to the platform; whatever is refused is there again to be written otherwise. */
export class Writing {
  readonly #around: Around
  #question: Question | null = $state.raw(null)
  #agreed = false
  #toldTyping = Number.NEGATIVE_INFINITY

  readonly bytes = $derived.by(() => textBytes(this.text))
  readonly found = $derived.by((): readonly Found[] => {
    const { answering, site } = this.#around
    return answering.finder(site().sensitiveWords)(this.text)
  })

  constructor(around: Around) {
    this.#around = around
  }

  get text(): string {
    return this.#around.answering.drafts.textOf(this.#around.chatId)
  }

  get question(): Question | null {
    return this.#question
  }

  get limit(): number {
    return this.#around.site().textBytes
  }

  get canSend(): boolean {
    return this.#around.chat().verbs.includes('send')
  }

  type(text: string): void {
    this.#set(text)
    if (text !== '') this.#tellTyping()
  }

  /** Asks what must be asked, one thing after the other; what has been answered is not asked again until it is changed. */
  send(): void {
    if (!this.canSend || this.text.trim() === '') return
    this.#question = this.#asked()
    if (this.#question === null) this.#post([this.text.trim()])
  }

  sendAllTheSame(): void {
    this.#agreed = true
    this.send()
  }

  sendWithoutVariables(): void {
    this.#set(withoutOpenVariables(this.text))
    this.send()
  }

  sendInParts(numbering: Numbering): void {
    const parts = splitText(this.text, this.limit, numbering)
    if (parts && this.canSend) this.#post(parts)
  }

  dismiss(): void {
    this.#question = null
  }

  #set(text: string): void {
    const { answering, chatId } = this.#around
    this.#agreed = false
    this.#question = null
    answering.refusals.heed(chatId)
    answering.drafts.write(chatId, text)
  }

  #asked(): Question | null {
    const variables = openVariables(this.text).map(({ variable }) => variable)
    if (variables.length > 0) return { about: 'open-variables', variables: [...new Set(variables)] }
    const words = [...new Set(this.found.map(({ word }) => word))]
    if (words.length > 0 && !this.#agreed) return { about: 'sensitive-words', words }
    const over = textBytes(this.text.trim()) - this.limit
    if (over <= 0) return null
    return { about: 'too-long', over, parts: splitText(this.text, this.limit, 'numbered')?.length ?? null }
  }

  #post(texts: readonly string[]): void {
    const { answering, chatId } = this.#around
    answering.lastAnswers.add(this.text.trim())
    answering.refusals.settle(chatId)
    answering.drafts.clear(chatId)
    this.#question = null
    this.#agreed = false
    this.#hand(texts).catch((error) => reportError(error))
  }

  /** In their order; what main did not take is in the field again. */
  async #hand(texts: readonly string[]): Promise<void> {
    const { bridge, answering, chatId } = this.#around
    const sent = texts.map((text) => bridge.request('chats.send', { chatId, key: crypto.randomUUID(), text }))
    const outcomes = await Promise.allSettled(sent)
    const back = texts.filter((_, index) => outcomes[index]?.status === 'rejected')
    if (back.length > 0) answering.drafts.putBack(chatId, back.join('\n'))
    for (const outcome of outcomes) if (outcome.status === 'rejected') reportError(outcome.reason)
  }

  #tellTyping(): void {
    const { site, bridge, now = Date.now } = this.#around
    if (!site().typing || !this.canSend || now() - this.#toldTyping < TYPING_MS) return
    this.#toldTyping = now()
    bridge.request('chats.typing', { chatId: this.#around.chatId }).catch((error) => reportError(error))
  }
}
