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
        // No function has a name here: tsx would wrap it in a call of its own that the page does not know.
        painted.port1.onmessage = () => {
          if (began > 0) values.push(performance.now() - began)
          if (values.length === times) {
            word.remove()
            resolve(values)
            return
          }
          setTimeout(
            () => {
              began = performance.now()
              word.textContent = String(began)
              requestAnimationFrame(() => painted.port2.postMessage(null))
            },
            7 + ((values.length * 5) % 16),
          )
        }
        painted.port2.postMessage(null)
      }),
    count,
  )
  return z.array(z.number()).parse(took)
}

/** From a person's click on this until the conversation is painted with the text in it. */
export async function clickToShown(page: Page, what: Locator, text: string): Promise<number> {
  await page.evaluate(() => {
    document.addEventListener(
      'click',
      (event) => Reflect.set(window, 'lastClick', performance.timeOrigin + event.timeStamp),
      { capture: true, once: true },
    )
  })
  const [at] = await Promise.all([conversationShows(page, text), what.click()])
  return at - z.number().parse(await page.evaluate(() => Reflect.get(window, 'lastClick')))
}
