import { performance } from 'node:perf_hooks'
import type { CustomerCall } from '../simulator/customers/customer.ts'
import type { Ear } from '../simulator/voice/ear.ts'
import { listenAt } from './fixtures/ears.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { AGENT_HZ, expect, type Fixtures, test } from './fixtures.ts'

const CUSTOMER_HZ = 440
/** A spoken syllable lasts about 200 ms; the ear itself needs some frames more to be sure. */
const SYLLABLE_MS = 250

const now = () => performance.timeOrigin + performance.now()

/** A call in which both sides are heard, and an ear at each. */
async function talk({ centre, desktop, earshot }: Pick<Fixtures, 'centre' | 'desktop' | 'earshot'>) {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const headset = listenAt(desktop, 'headset')
  const call = centre.customer({ number: '13800138000', tone: CUSTOMER_HZ }).callQueue('Support')
  await expectRinging(app)
  await answer(app, call)
  await Promise.all([call.hears.waitFor(AGENT_HZ), headset.waitFor(CUSTOMER_HZ)])
  return { app, call, headset }
}

test('a desk that is reloaded in a call loses no syllable and hangs up again within a second', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, call, headset } = await talk({ centre, desktop, earshot })

  const from = now()
  await app.desk.reload({ waitUntil: 'commit' })
  await expect(app.button('hang_up')).toBeEnabled({ timeout: 1_000 })
  await headset.waitFor(CUSTOMER_HZ, { forMs: 500 })
  expectNoGap(call, headset, from)

  await app.press('hang_up')
  expect(await call.ended).toBe('agent-hung-up')
})

test('a desk whose process is killed in a call loses no syllable and hangs up again', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, call, headset } = await talk({ centre, desktop, earshot })

  const from = now()
  await app.electron.evaluate(({ webContents }) => {
    const desk = webContents.getAllWebContents().find((contents) => contents.getURL().includes('/desk.html'))
    process.kill(desk?.getOSProcessId() ?? 0, 'SIGKILL')
  })
  const desk = await app.lookAgain('desk')
  const hangUp = desk.getByRole('button', { name: app.words('hang_up'), exact: true })
  await expect(hangUp).toBeEnabled({ timeout: 1_000 })
  await headset.waitFor(CUSTOMER_HZ, { forMs: 500 })
  expectNoGap(call, headset, from)

  await hangUp.click()
  expect(await call.ended).toBe('agent-hung-up')
})

function expectNoGap(call: CustomerCall, headset: Ear, from: number): void {
  expect(call.hears.longestGap(AGENT_HZ, from, now())).toBeLessThan(SYLLABLE_MS)
  expect(headset.longestGap(CUSTOMER_HZ, from, now())).toBeLessThan(SYLLABLE_MS)
}
