import type { Page } from '@playwright/test'
import { z } from 'zod'

/** When a person's last press of a button or a key reached a window, as the system stamped it; epoch milliseconds. */
export interface Presses {
  last(): Promise<number>
}

export async function watchPresses(page: Page): Promise<Presses> {
  // No function has a name here: tsx would wrap it in a call of its own that the page does not know.
  await page.evaluate(() => {
    for (const type of ['click', 'keydown'])
      addEventListener(type, (event) => Reflect.set(window, 'lastPress', performance.timeOrigin + event.timeStamp), {
        capture: true,
      })
  })
  return { last: async () => z.number().parse(await page.evaluate(() => Reflect.get(window, 'lastPress'))) }
}
