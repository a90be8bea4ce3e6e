import type { CustomerChat, Expected } from './chat-customer.ts'
import type { Sendable } from './sendable.ts'

/** One thing a customer does, or waits for. */
export type Step =
  | { readonly says: string }
  | { readonly sends: Sendable }
  | { readonly types: true }
  | { readonly reads: true }
  | { readonly leaves: true }
  | { readonly waitsMs: number }
  | { readonly expects: Expected }
  | { readonly waitsFor: 'agent' }

export async function play(
  chat: CustomerChat,
  script: readonly Step[],
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  for (const step of script) {
    if (chat.state === 'ended') return
    await take(chat, step, wait)
  }
}

async function take(chat: CustomerChat, step: Step, wait: (ms: number) => Promise<void>): Promise<void> {
  if ('waitsMs' in step) await wait(step.waitsMs)
  else if ('waitsFor' in step) await chat.talking
  else if ('expects' in step) await Promise.race([chat.expects(step.expects, 3_600_000), chat.ended])
  else act(chat, step)
}

function act(
  chat: CustomerChat,
  step: Exclude<Step, { waitsMs: number } | { waitsFor: 'agent' } | { expects: Expected }>,
) {
  if ('says' in step) chat.says(step.says)
  else if ('sends' in step) chat.sends(step.sends)
  else if ('types' in step) chat.types()
  else if ('reads' in step) chat.reads()
  else chat.leaves()
}
