import type { Chat, ChatFound, PastChat } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'
import { onceMore } from '../../../ui/once-more.ts'

const most = 200

/** What is sought over all conversations, of today and before; the newest first. */
export class AllSearch {
  readonly #bridge: Pick<DeskBridge, 'request'>
  #text = $state('')
  #found = $state.raw<readonly ChatFound[]>([])
  #status = $state.raw<'none' | 'known' | 'failing'>('none')

  constructor(bridge: Pick<DeskBridge, 'request'>) {
    this.#bridge = bridge
  }

  get text(): string {
    return this.#text
  }

  get found(): readonly ChatFound[] {
    return this.#found
  }

  get status(): 'none' | 'known' | 'failing' {
    return this.#status
  }

  type(text: string): Promise<void> {
    this.#text = text
    return this.again()
  }

  readonly again = onceMore(async () => {
    const text = this.#text.trim()
    try {
      this.#found = text ? await this.#bridge.request('chats.search', { text, limit: most }) : []
      this.#status = text ? 'known' : 'none'
    } catch (error) {
      reportError(error)
      this.#found = []
      this.#status = 'failing'
    }
  })
}

/** A conversation that is over, for the pane that shows one that is not. */
export function chatOfPast(past: PastChat): Chat {
  const { id, channel, customer, queue, startedAt, endedAt, how, note, category, messages } = past
  return {
    ...{ id, channel, customer, startedAt, note, messages },
    direction: 'incoming',
    phase: { name: 'ended', at: endedAt, how },
    unread: 0,
    typing: false,
    pinned: false,
    verbs: [],
    ...(queue !== undefined && { queue }),
    ...(category !== undefined && { category }),
  }
}
