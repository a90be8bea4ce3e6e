import type { PageRequests } from '#contract'
import type { ViewsGround } from '../ground.ts'
import type { Tab } from './tab.ts'
import type { Told } from './told.ts'

/** A number, and the agent's own hand if it was: nothing else that a page says of its wish is believed. */
export interface CallsOut {
  number(number: string, mode: 'audio' | 'video'): void
  /** `tel:`, `sip:` or `callto:`. */
  link(link: string): void
}

/** A page that wishes without end, and without the agent's hand, is not heard each time. */
const betweenMs = 500

export function callerOut(
  { tell }: Pick<Tab, 'tell'>,
  { numberOf }: Pick<ViewsGround, 'numberOf'>,
  byHand: () => boolean,
  now: () => number,
): CallsOut {
  let last = Number.NEGATIVE_INFINITY
  const number: CallsOut['number'] = (wanted, mode) => {
    const clicked = byHand()
    if (!clicked && now() - last < betweenMs) return
    last = now()
    tell({ type: 'calls-out', number: wanted, mode, clicked })
  }
  return {
    number,
    link: (link) => {
      const found = numberOf(link)
      if (found !== null) number(found, 'audio')
    },
  }
}

/** What main answers to the page in a view (preload/contract/page.ts). */
export function requestsOf({ page: { rules } }: Pick<Tab, 'page'>, told: Told, { number }: CallsOut): PageRequests {
  return {
    'page.setup': () => ({ dialableNumbers: rules.dialableNumbers, events: told.begin() }),
    'page.callOut': (wanted) => {
      // A frame of another origin may post to its top, and is nobody here (spec/media-and-services.md 5.2).
      if (wanted.by === 'message' && wanted.origin !== rules.origin) return
      number(wanted.number, wanted.mode)
    },
  }
}
