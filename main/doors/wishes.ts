import { randomUUID } from 'node:crypto'
import type { CommandResult, DialWish, Doors, LinkRefusal, Time, TrustedSource, WishSource } from '#contract'

/** A wish that nobody has answered by then was meant for another moment. */
const KEPT_MS = 5 * 60_000

export interface WishesParts {
  readonly dial: (number: string, video: boolean) => Promise<CommandResult>
  /** Whether an agent is there to dial: signed in, and not just signing in. */
  readonly ready: () => boolean
  /** Whether this kind of source is trusted to dial without a question. */
  readonly trusted: (source: WishSource) => boolean
  readonly trust: (kind: TrustedSource) => void
  readonly onChange: () => void
  /** Somebody is to look: a question has come up. */
  readonly onQuestion: () => void
  readonly now: () => Time
}

export interface HowWished {
  /** The agent has already said yes. */
  readonly unasked?: boolean
  /** Nobody is brought to the desk for it, and it takes no other wish's place under the agent's pointer. */
  readonly quiet?: boolean
  readonly video?: true
}

/** Numbers that others want to be dialled, and what the agent says to it. */
export interface Wishes {
  /** `plain`: nothing but a number; what may be an order to a switch is always asked about. */
  wish(number: string, source: WishSource, plain: boolean, how?: HowWished): Promise<CommandResult>
  refuse(source: WishSource, why: LinkRefusal, how?: Pick<HowWished, 'quiet'>): void
  answer(input: { readonly id: string; readonly dial: boolean; readonly always: boolean }): void
  refusalSeen(): void
  current(): Pick<Doors, 'wish' | 'refused'>
}

export function createWishes(parts: WishesParts): Wishes {
  let wish: DialWish | null = null
  let refused: Doors['refused'] = null
  const isOver = () => wish !== null && parts.now() - wish.at > KEPT_MS
  const isAsking = () => wish !== null && !isOver()
  const mayDial = (source: WishSource, unasked: boolean) => (unasked || parts.trusted(source)) && parts.ready()
  const drop = () => {
    wish = null
    parts.onChange()
  }
  return {
    wish: async (number, source, plain, { unasked = false, quiet = false, video } = {}) => {
      if (plain && mayDial(source, unasked)) return parts.dial(number, video ?? false)
      if (quiet && isAsking()) return { ok: false, reason: 'not-possible-now' }
      wish = { id: randomUUID(), number, source, at: parts.now(), ...(video && { video }) }
      refused = null
      parts.onChange()
      if (!quiet) parts.onQuestion()
      return { ok: true }
    },
    refuse: (source, why, { quiet = false } = {}) => {
      refused = { source, why, at: parts.now() }
      parts.onChange()
      if (!quiet) parts.onQuestion()
    },
    answer: ({ id, dial, always }) => {
      // Signed out it stays: the sign-in form says that it waits.
      if (wish?.id !== id || (dial && !parts.ready())) return
      const { number, source, video = false } = wish
      if (always && source.kind !== 'page') parts.trust(source.kind)
      const over = isOver()
      drop()
      if (dial && !over) void parts.dial(number, video)
    },
    refusalSeen: () => {
      refused = null
      parts.onChange()
    },
    current: () => {
      if (isOver()) wish = null
      return { wish, refused }
    },
  }
}
