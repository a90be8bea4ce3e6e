import { availableParallelism, loadavg } from 'node:os'
import { handsAt } from '../../../../e2e/fixtures/hands.ts'
import { AGENT_HZ } from '../../../../e2e/fixtures/start.ts'
import { wordsOf } from '../../../../e2e/fixtures/words.ts'
import type { CustomerCall } from '../../../../simulator/customers/customer.ts'
import type { Hearing } from '../../../../simulator/sip/sip-side.ts'
import { checkBothHeard, expectEqual, expectRinging, type Guide } from '../guide.ts'
import { expect, patienceMs } from '../patience.ts'
import type { Check } from '../steps.ts'

const number = '13500135004'
const hz = 440
/** Spoken syllables last about 200 ms. */
const syllableMs = 200
const cutOffMs = 1_000

/** What an agent does to the desk while somebody is talking. */
export async function inTheMiddle(guide: Guide): Promise<void> {
  const { app, centre, step } = guide
  const chinese = handsAt(
    () => app.desk,
    wordsOf('zh-CN'),
    () => centre.agent('6001').becomesRegistered(),
  )

  const call = await step('a-fifth-call', 'A fifth is answered', async (check) => {
    const calling = centre.customer({ number, tone: hz }).callQueue('Support')
    await check('the desk shows', () => expectRinging(guide, number))
    await app.press('answer')
    await checkBothHeard(guide, check, calling, hz)
    return calling
  })

  await step('desk-reloaded', 'The desk is reloaded in the call', async (check) => {
    const from = now()
    await app.desk.reload({ waitUntil: 'commit' })
    await check('Hang up is back', async () => {
      await expect(app.button('hang_up')).toBeEnabled()
      return `after ${Math.round(now() - from)} ms`
    })
    await checkUnbroken(guide, check, call, from)
  })

  await step('in-chinese', 'Settings, 中文: the language changes in the call', async (check) => {
    const from = now()
    await app.press('settings')
    await app.desk.getByRole('button', { name: '中文', exact: true }).click()
    await check('Hang up says', async () => {
      await expect(chinese.button('hang_up')).toBeVisible()
      return (await chinese.button('hang_up').textContent())?.trim()
    })
    await check('the page is marked as Chinese', async () => expect(await language(guide)).toBe('zh-CN'))
    await checkUnbroken(guide, check, call, from)
  })

  await step('dark', 'Dark theme', async (check) => {
    const from = now()
    await chinese.press('theme_dark')
    await check('the desk is dark', () => expect.poll(() => lightness(guide)).toBeLessThan(0.3))
    await showCalls(guide)
    await checkUnbroken(guide, check, call, from)
  })

  await step('hung-up-in-chinese', 'Hung up', async (check) => {
    await chinese.press('hang_up')
    await check('ended', async () => expectEqual(await call.ended, 'agent-hung-up'))
    await check('the desk says wrap-up', () => chinese.expectState('state_wrap_up', { timeout: patienceMs }))
  })
}

/** From then until half a second after now, neither side loses a syllable of the other's tone. */
async function checkUnbroken({ headset }: Guide, check: Check, call: CustomerCall, from: number): Promise<void> {
  const to = now() + 500
  // A machine with more to do than cores holds up sound whatever the desk does: only a cut-off is Earshot's then.
  const limitMs = (loadavg()[0] ?? 0) > availableParallelism() ? cutOffMs : syllableMs
  const gap = async (ear: Hearing, tone: number) => {
    await expect.poll(() => ear.heard.at(-1)?.to).toBeGreaterThan(to)
    const longest = ear.longestGap(tone, from, to)
    expect(longest).toBeLessThan(limitMs)
    return `${Math.round(longest)} ms (limit ${limitMs})`
  }
  await check('longest gap for the customer', () => gap(call.hears, AGENT_HZ))
  await check('for the agent', () => gap(headset, hz))
}

/** Its name says how many calls were missed. */
function showCalls({ app }: Guide): Promise<void> {
  return app.desk.getByRole('navigation').getByRole('button').first().click()
}

function now(): number {
  return performance.timeOrigin + performance.now()
}

function language({ app }: Guide): Promise<string> {
  return app.desk.evaluate(() => document.documentElement.lang)
}

/** Of the page's ground: 0 is black, 1 white. */
function lightness({ app }: Guide): Promise<number> {
  return app.desk.evaluate(() => {
    const parts = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []
    return Math.max(...parts.slice(0, 3).map(Number)) / 255
  })
}
