import type { Locator } from '@playwright/test'
import { z } from 'zod'
import type { Bridge } from '#contract'

/** A six-digit number and a moment of it; epoch milliseconds. */
export interface Moment {
  readonly number: number
  readonly at: number
}

export interface Watched {
  /** What was painted, in its order; of numbers between two frames only the last ever was. */
  readonly painted: readonly Moment[]
  /** Every number that main told the desk of, painted or not. */
  readonly told: readonly Moment[]
}

const moments = z.array(z.object({ number: z.number(), at: z.number() }))
const watched = z.object({ painted: moments, told: moments })

declare const bridge: Bridge<'desk'>

/**
 * Watches the six-digit number in a part of the desk. A change is painted when the frame after its own begins, as the
 * limit's page stamps it.
 */
export async function watchNumber(place: Locator): Promise<{ seen(): Promise<Watched> }> {
  // No function has a name here: tsx would wrap it in a call of its own that the page does not know.
  await place.evaluate((element) => {
    const seen: { painted: Moment[]; told: Moment[]; waits: boolean } = { painted: [], told: [], waits: false }
    Reflect.set(window, 'seenNumbers', seen)
    new MutationObserver(() => {
      if (seen.waits) return
      seen.waits = true
      requestAnimationFrame(() => {
        seen.waits = false
        const number = Number(/(?<!\d)\d{6}(?!\d)/.exec(element.textContent ?? '')?.[0])
        requestAnimationFrame(() => seen.painted.push({ number, at: performance.timeOrigin + performance.now() }))
      })
    }).observe(element, { subtree: true, childList: true, characterData: true })
    bridge.subscribe('calls.changed', ({ list }) => {
      const number = list[0]?.parties.map((party) => Number(party.number)).find((one) => one < 1_000_000)
      if (number !== undefined) seen.told.push({ number, at: performance.timeOrigin + performance.now() })
    })
  })
  return { seen: async () => watched.parse(await place.page().evaluate(() => Reflect.get(window, 'seenNumbers'))) }
}
