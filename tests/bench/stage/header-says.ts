import type { Page } from '@playwright/test'
import { z } from 'zod'

interface Sought {
  /** On the header's first button, which says the agent's state; any when absent. */
  readonly state?: string
  /** Somewhere in the header, or nowhere there. */
  readonly words: string
  readonly there: boolean
}

/** When the desk's header was painted so, at once if it is; epoch milliseconds. */
export async function headerSays(page: Page, { state = '', words, there }: Sought): Promise<number> {
  const at = await page.evaluate(
    ([state, words, there]) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          const header = document.querySelector('header')
          const button = header?.querySelector('button')?.textContent ?? ''
          if (!button.includes(state) || header?.textContent?.includes(words) !== there) return
          observer.disconnect()
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
        })
        observer.observe(document.documentElement, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
        // A change that says nothing, so that the observer looks at once.
        document.documentElement.toggleAttribute('data-looked-at')
      }),
    [state, words, there] as const,
  )
  return z.number().parse(at)
}
