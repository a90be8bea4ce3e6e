import type { ChatEnd, ChatMessage, ChatPhase, Correspondent } from '../model.ts'
import type { Expected } from './chat-customer.ts'

/** What a customer has got and how their chat stands, and who waits for more of it. */
export interface Inbox {
  readonly correspondent: Correspondent
  readonly received: readonly ChatMessage[]
  readonly phase: () => ChatPhase
  readonly end: () => ChatEnd | null
  readonly talking: Promise<boolean>
  readonly ended: Promise<ChatEnd>
  readonly expects: (what: Expected, timeoutMs?: number) => Promise<ChatMessage>
}

export function createInbox(): Inbox {
  const received: ChatMessage[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const one of [...waiting]) one()
  }
  const life = createLife(wake)
  const receive = (message: ChatMessage) => {
    received.push(message)
    wake()
  }
  return { ...life, correspondent: { receive, onPhase: life.onPhase }, received, expects: expecting(received, waiting) }
}

function createLife(wake: () => void) {
  const talking = deferred<boolean>()
  const ended = deferred<ChatEnd>()
  let phase: ChatPhase = 'robot'
  let end: ChatEnd | null = null
  const onPhase = (next: ChatPhase, how: ChatEnd | null) => {
    phase = next
    if (next === 'talking') talking.resolve(true)
    if (next === 'ended') {
      end = how ?? 'ended-by-platform'
      talking.resolve(false)
      ended.resolve(end)
    }
    wake()
  }
  return { onPhase, phase: () => phase, end: () => end, talking: talking.promise, ended: ended.promise }
}

function expecting(received: readonly ChatMessage[], waiting: Set<() => void>): Inbox['expects'] {
  const waitedFor = new Set<ChatMessage>()
  return (what, timeoutMs = 10_000) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const message = received.find((one) => !waitedFor.has(one) && fits(what, one))
        if (!message) return
        clearTimeout(timer)
        waiting.delete(look)
        waitedFor.add(message)
        resolve(message)
      }
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`Waited ${timeoutMs} ms for ${what} to come to the customer, who got ${summary(received)}`))
      }, timeoutMs)
      waiting.add(look)
      look()
    })
}

function fits(what: Expected, message: ChatMessage): boolean {
  if (typeof what === 'function') return what(message)
  if (message.controlType !== 'CHAT' || message.sourceType !== 'AGENT') return false
  return typeof what === 'string' ? message.content === what : what.test(message.content)
}

function summary(received: readonly ChatMessage[]): string {
  return JSON.stringify(received.slice(-8).map(({ controlType, content }) => `${controlType} ${content.slice(0, 40)}`))
}

function deferred<T>(): { readonly promise: Promise<T>; resolve(value: T): void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve: (value) => resolve(value) }
}
