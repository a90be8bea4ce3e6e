import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'

/**
 * When the conversation on the screen has been painted with this text in it; epoch milliseconds, from now on. The
 * message posted by the frame's own callback is heard once that frame is painted.
 */
export async function conversationShows(page: Page, text: string): Promise<number> {
  const at = await page.evaluate(
    (words) =>
      new Promise<number>((resolve) => {
        const painted = new MessageChannel()
        painted.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        const observer = new MutationObserver(() => {
          const list = document.querySelector('.conversation .scroller:not(.placing)')
          if (!list?.textContent?.includes(words)) return
          observer.disconnect()
          requestAnimationFrame(() => painted.port2.postMessage(null))
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
    text,
  )
  return z.number().parse(at)
}

/** What one frame takes in this window when all that changes is one word. */
export async function oneFrame(page: Page, count: number): Promise<readonly number[]> {
  const took = await page.evaluate(
    (times) =>
      new Promise<number[]>((resolve) => {
        const word = document.createElement('p')
        document.body.append(word)
        const values: number[] = []
        const painted = new MessageChannel()
        let began = 0
        const next = () => {
          began = performance.now()
          word.textContent = String(began)
          requestAnimationFrame(() => painted.port2.postMessage(null))
        }
        painted.port1.onmessage = () => {
          values.push(performance.now() - began)
          if (values.length === times) {
            word.remove()
            resolve(values)
          } else setTimeout(next, 7 + ((values.length * 5) % 16))
        }
        next()
      }),
    count,
  )
  return z.array(z.number()).parse(took)
}

/** From a person's click on this until the conversation is painted with the text in it. */
export async function clickToShown(page: Page, what: Locator, text: string): Promise<number> {
  await page.evaluate(() => {
    const heard = (event: MouseEvent) => Reflect.set(window, 'lastClick', performance.timeOrigin + event.timeStamp)
    document.addEventListener('click', heard, { capture: true, once: true })
  })
  const shown = conversationShows(page, text)
  await what.click()
  const at = await shown
  return at - z.number().parse(await page.evaluate(() => Reflect.get(window, 'lastClick')))
}
