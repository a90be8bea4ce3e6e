import type { Time, WishSource } from '#contract'
import type { Log } from '../log/log.ts'
import { readNumber } from './links/link.ts'
import { createRates } from './local/guard.ts'
import type { Wishes } from './wishes.ts'

/** A number that one of the site's pages beside a call wants to be dialled. */
export interface PageWish {
  /** The profile's name of the page. */
  readonly page: string
  readonly number: string
  readonly video: boolean
  /** By the agent's own hand just now, as main has seen. */
  readonly clicked: boolean
  /** What the site says of it. */
  readonly dial: 'no' | 'ask' | 'click'
}

/** Of wishes without a click: a page that asks in a loop is not heard for the rest. */
const RATE = { most: 5, perSecond: 0.5 }

/** Pages may wish, like everybody else; whether the agent has clicked is the only word that counts. */
export function hearPages(wishes: Wishes, now: () => Time, log: Log): (wish: PageWish) => void {
  const rates = createRates(RATE, now)
  return (wish) => {
    if (!wish.clicked && !rates.allows(wish.page)) return
    log.info('a page wants to dial', { page: wish.page, dial: wish.dial, clicked: wish.clicked })
    hear(wishes, wish)
  }
}

function hear(wishes: Wishes, { page, number, video, clicked, dial }: PageWish): void {
  const source: WishSource = { kind: 'page', name: page }
  const quiet = !clicked
  const read = readNumber(number)
  if (dial === 'no') wishes.refuse(source, 'not-allowed', { quiet })
  else if (read.kind === 'refused') wishes.refuse(source, read.why, { quiet })
  else {
    const how = { quiet, unasked: clicked && dial === 'click', ...(video && { video }) }
    void wishes.wish(read.number, source, read.plain, how)
  }
}
