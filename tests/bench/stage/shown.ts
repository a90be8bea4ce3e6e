import type { Page } from '@playwright/test'
import { z } from 'zod'

/** When the element that a selector finds first was painted with this text in it; epoch milliseconds, from now on. */
export async function shownAt(page: Page, selector: string, text: string): Promise<number> {
  const at = await page.evaluate(
    ([sought = '', words = '']) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector(sought)?.textContent?.includes(words)) return
          observer.disconnect()
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    [selector, text],
  )
  return z.number().parse(at)
}
