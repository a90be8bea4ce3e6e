import type { Chat, ChatMessage, ChatSite, Email, EmailFields, MediaFile } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'
import { plainText } from '../../conversation/email/plain-text.ts'
import type { Answering } from '../answering.svelte.ts'
import type { Found } from '../rules/sensitive-words.ts'
import { textBytes } from '../rules/text-bytes.ts'
import { openVariables, withoutOpenVariables } from '../rules/variables.ts'
import type { Question } from '../text/question.ts'
import { readAddresses } from './addresses.ts'
import { type BuiltEmail, emailHtml } from './email-html.ts'
import { firstFields } from './first-fields.ts'

export interface EmailAround {
  readonly bridge: DeskBridge
  readonly answering: Answering
  readonly chatId: string
  readonly chat: () => Chat
  readonly site: () => ChatSite
  /** Of this chat's uploads those that are in the media cache. */
  readonly attachments: () => readonly MediaFile[]
  /** The uploads that were for this e-mail, and are done with when it has gone. */
  readonly keys: () => readonly string[]
  /** "On … … wrote:" in the desk's language. */
  readonly heading: (original: ChatMessage, email: Email) => string
}

interface Original {
  readonly message: ChatMessage
  readonly email: Email
}

/** So far back an e-mail to be answered is looked for. */
const LOOKED_THROUGH = 100

/** One e-mail from its first word to the platform. */
export class EmailWriting {
  readonly #around: EmailAround
  #original: Original | null = $state.raw(null)
  #question: Question | null = $state.raw(null)
  #tried = $state.raw(false)
  #agreed = false

  readonly found = $derived.by((): readonly Found[] => {
    const { answering, site } = this.#around
    return answering.finder(site().sensitiveWords)(this.text)
  })
  readonly fields = $derived.by((): EmailFields => {
    const { answering, chatId, chat } = this.#around
    const first = () => firstFields('reply', this.#original?.email ?? null, chat().customer.id)
    return answering.drafts.emailOf(chatId) ?? first()
  })
  readonly to = $derived.by(() => readAddresses(this.fields.to))
  readonly cc = $derived.by(() => readAddresses(this.fields.cc))
  readonly built = $derived.by((): BuiltEmail => this.#build())

  constructor(around: EmailAround) {
    this.#around = around
  }

  get text(): string {
    return this.#around.answering.drafts.textOf(this.#around.chatId)
  }

  get original(): Original | null {
    return this.#original
  }

  get question(): Question | null {
    return this.#question
  }

  /** From the first try on, what is wrong with the recipients is told. */
  get tried(): boolean {
    return this.#tried
  }

  /** Of the room there is, what the agent's own words leave is the original's. */
  get bytes(): number {
    return this.built.over > 0 ? this.room + this.built.over : textBytes(this.built.html)
  }

  get room(): number {
    const { site, attachments } = this.#around
    const { subject, cc } = this.fields
    return site().textBytes - textBytes(subject) - textBytes(cc) - textBytes(JSON.stringify(attachments()))
  }

  get canSend(): boolean {
    return this.#around.chat().verbs.includes('send')
  }

  /** Until the answer to it is no longer being written. */
  listen(): () => void {
    this.#look().catch((error) => reportError(error))
    return this.#around.bridge.subscribe('chats.messages', (messages) => this.hear(messages))
  }

  /** The newest e-mail of the customer is the one that is answered. */
  hear(messages: readonly ChatMessage[]): void {
    for (const message of messages) {
      const { content, chatId, side, place } = message
      if (chatId !== this.#around.chatId || side === 'agent' || content.kind !== 'email') continue
      if (place >= (this.#original?.message.place ?? 0)) this.#original = { message, email: content }
    }
  }

  type(text: string): void {
    this.#reset()
    this.#around.answering.drafts.write(this.#around.chatId, text)
  }

  change(patch: Partial<EmailFields>): void {
    this.#reset()
    this.#around.answering.drafts.writeEmail(this.#around.chatId, { ...this.fields, ...patch })
  }

  turnInto(kind: EmailFields['kind']): void {
    const first = firstFields(kind, this.#original?.email ?? null, this.#around.chat().customer.id)
    this.change({ ...first, quoted: this.#original !== null })
  }

  send(): void {
    this.#tried = true
    if (!this.canSend || !this.to.ok || this.to.addresses.length === 0 || !this.cc.ok) return
    if (this.text.trim() === '' && this.fields.kind !== 'forward') return
    this.#question = this.#asked()
    if (this.#question === null) this.#post(this.to.addresses, this.cc.addresses)
  }

  sendAllTheSame(): void {
    this.#agreed = true
    this.send()
  }

  sendWithoutVariables(): void {
    this.type(withoutOpenVariables(this.text))
    this.send()
  }

  /** There is no longer anything to be answered. */
  forget(): void {
    this.#around.answering.drafts.clear(this.#around.chatId)
  }

  dismiss(): void {
    this.#question = null
  }

  #reset(): void {
    this.#agreed = false
    this.#question = null
  }

  #asked(): Question | null {
    const variables = openVariables(this.text).map(({ variable }) => variable)
    if (variables.length > 0) return { about: 'open-variables', variables: [...new Set(variables)] }
    const words = [...new Set(this.found.map(({ word }) => word))]
    if (words.length > 0 && !this.#agreed) return { about: 'sensitive-words', words }
    return this.built.over > 0 ? { about: 'too-long-for-email', over: this.built.over } : null
  }

  /** Subject, copies and attachments take of the same room (spec/media-and-services.md 2.2). */
  #build(): BuiltEmail {
    const { heading } = this.#around
    const original = this.fields.quoted ? this.#original : null
    const quote = original && {
      heading: heading(original.message, original.email),
      text: plainText(original.email.html),
    }
    return emailHtml({ text: this.text, quote, room: this.room })
  }

  #post(to: readonly string[], cc: readonly string[]): void {
    const { bridge, answering, chatId, attachments, keys } = this.#around
    const { subject } = this.fields
    const draft = { chatId, text: this.text, email: this.fields }
    const email = { subject, to, cc, html: this.built.html, attachments: attachments() }
    answering.drafts.clear(chatId)
    this.#tried = false
    for (const key of keys()) bridge.request('chatFiles.cancel', { key }).catch((error) => reportError(error))
    bridge.request('chats.sendEmail', { chatId, key: crypto.randomUUID(), email }).catch((error) => {
      answering.drafts.write(chatId, draft.text)
      answering.drafts.writeEmail(chatId, draft.email)
      reportError(error)
    })
  }

  async #look(): Promise<void> {
    const { bridge, chatId } = this.#around
    const { messages } = await bridge.request('chats.page', { chatId, limit: LOOKED_THROUGH })
    this.hear(messages)
  }
}
