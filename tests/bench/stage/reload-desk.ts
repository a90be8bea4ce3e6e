import type { Page } from '@playwright/test'
import { z } from 'zod'

/** Reloads a window, and gives the moment; epoch milliseconds. */
export async function reload(page: Page): Promise<number> {
  const at = await page.evaluate(() => {
    setTimeout(() => location.reload())
    return performance.timeOrigin + performance.now()
  })
  return z.number().parse(at)
}

const WISH = 'press at once'

/** After the next reload that was wished for, presses the button with this label as soon as it can be pressed. */
export async function pressWhenBack(page: Page, label: string): Promise<{ wish(): Promise<void> }> {
  await page.addInitScript(
    ([wish = '', name = '']) => {
      if (sessionStorage.getItem(wish) === null) return
      sessionStorage.removeItem(wish)
      const observer = new MutationObserver(() => {
        const button = [...document.querySelectorAll('button')].find(
          (one) => (one.ariaLabel ?? one.textContent ?? '').trim() === name && !one.disabled,
        )
        if (button === undefined) return
        observer.disconnect()
        button.click()
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true })
    },
    [WISH, label],
  )
  return { wish: () => page.evaluate((wish) => sessionStorage.setItem(wish, 'yes'), WISH) }
}
