import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { chatWith } from '../../e2e/fixtures/chat/conversation.ts'
import type { Measure } from '../metric.ts'
import { p50AtMost } from '../report/aims.ts'
import { comeToWork, pause } from '../stage/workplace.ts'
import { oneFrame } from './painted.ts'

const MANY = 2_000
const words = ['refund', 'invoice', 'delivery', '退款', '发票', '订单', 'password', 'account']
const replies = Array.from({ length: MANY }, (_, index) => ({
  shortcut: index % 3 === 0 ? `${words[index % words.length]}${index}` : '',
  title: `Answer ${index} about ${words[(index * 7) % words.length]}`,
  text: `Dear {customer}, ${`${words[(index * 3) % words.length]} and ${words[(index * 5) % words.length]}. `.repeat(6)}`,
  group: `Group ${index % 12}`,
}))
const firstLetters = ['r', 'i', 'd', 'p', 'a', '1', '9', 'g']
const apartMs = 60

/** Two thousand canned replies of a site, searched by the agent who types in the packaged app. */
export const replySearch: Measure = {
  metrics: { chat_reply_local_ms: p50AtMost(16) },
  run: async (stage, times) => {
    const { app, centre } = await comeToWork(stage, { chat: { limit: 10, replies } })
    await chatWith(app, centre, { says: 'hello' })
    const field = app.desk.locator('.chat-pane .composer textarea')
    const frame = { what: 'one frame of the same window', values: await oneFrame(app.desk, times(60)) }
    const values: number[] = []
    const laidOut: number[] = []
    for (let index = 0; index < times(60); index += 1) {
      const took = await letterToShown(app.desk, field, firstLetters[index % firstLetters.length] ?? 'r')
      values.push(took.painted)
      laidOut.push(took.laidOut)
    }
    return { chat_reply_local_ms: { values, limit: frame, parts: { 'laid out': laidOut } } }
  },
}

const figures = z.object({ laidOut: z.number(), painted: z.number() })

/** From the key press itself until the replies that match are painted, beginning with a slash alone. */
async function letterToShown(page: Page, field: Locator, letter: string): Promise<z.output<typeof figures>> {
  await field.fill('')
  await field.press('/')
  await page.locator('.picker [role="option"]').first().waitFor()
  await pause(apartMs)
  await page.evaluate(watchOptions)
  await field.press(letter)
  return figures.parse(await page.evaluate(() => Reflect.get(window, 'optionsShown')))
}

/** In the page: the frame's own callback posts a message that is heard once that frame is painted. */
function watchOptions(): void {
  const shown = new Promise((resolve) => {
    let pressedAt = 0
    // No function has a name here: tsx would wrap it in a call of its own that the page does not know.
    document.addEventListener(
      'keydown',
      (event) => {
        pressedAt = event.timeStamp
      },
      { capture: true, once: true },
    )
    const painted = new MessageChannel()
    let laidOut = 0
    painted.port1.onmessage = () => resolve({ laidOut, painted: performance.now() - pressedAt })
    const observer = new MutationObserver(() => {
      observer.disconnect()
      document.querySelector('.picker .list')?.getBoundingClientRect()
      laidOut = performance.now() - pressedAt
      requestAnimationFrame(() => painted.port2.postMessage(null))
    })
    const list = document.querySelector('.picker')
    if (list) observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  Reflect.set(window, 'optionsShown', shown)
}
