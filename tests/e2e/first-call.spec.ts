import type { Centre } from '../simulator/centre.ts'
import { listenAt } from './fixtures/ears.ts'
import { AGENT_HZ, type App, expect, test } from './fixtures.ts'

const CUSTOMER_HZ = 440
const NUMBER = '13800138000'

for (const transport of ['websocket', 'poll'] as const) {
  test(`the first call, over ${transport}`, async ({ centre, desktop, earshot }) => {
    const app = await earshot.start({ transport })
    const shot = (name: string) => app.shot(`first-call-${transport}-${name}`)
    await test.step('sign in and go idle', () => comeToWork(app, shot))
    const headset = listenAt(desktop, 'headset')
    const customer = centre.customer({ number: NUMBER, tone: CUSTOMER_HZ })
    const call = customer.callQueue('Support')

    await test.step('it rings, and the desk says who and which queue', async () => {
      await expect(app.callBar()).toContainText(asWritten(NUMBER))
      await expect(app.callBar()).toContainText('Support')
      await expect(app.desk.getByRole('alert').filter({ hasText: 'Support' })).toHaveCount(1)
      await app.expectState('state_ringing')
      await expect.poll(() => headset.heard.some(({ hz }) => hz !== null), 'the ring sounds').toBe(true)
      await app.axe()
      await shot('ringing')
    })

    await test.step('both are heard, and nobody before', async () => {
      await app.press('answer')
      expect(await call.talking).toBe(true)
      await Promise.all([call.hears.waitFor(AGENT_HZ, { timeoutMs: 5_000 }), headset.waitFor(CUSTOMER_HZ)])
      await app.expectState('state_talking')
      expect(agentHeardBeforeTalking(centre)).toEqual([])
      await app.axe()
      await shot('talking')
    })

    await test.step('the agent hangs up, wraps up and is idle again', async () => {
      await app.press('hang_up')
      expect(await call.ended).toBe('agent-hung-up')
      await app.expectState('state_wrap_up')
      await expect(app.callBar()).toContainText(app.words('end_agent_hung_up'))
      await app.axe()
      await shot('wrap-up')
      await app.press('state_finish_wrap_up')
      await app.expectState('state_idle')
    })
  })
}

async function comeToWork(app: App, shot: (name: string) => Promise<void>): Promise<void> {
  await expect(app.button('sign_in')).toBeVisible()
  await app.axe()
  await shot('sign-in')
  await app.signIn()
  await app.goIdle()
  await app.axe()
  await shot('idle')
}

/** An ear hears in frames of 20 ms, two at a time (tests/simulator/voice/ear.ts): a sound may seem this much early. */
const EAR_MS = 40

/** What the agent's softphone sent before `AgentEvent_Talking`, apart from silence: rule 2 of design/product.md. */
function agentHeardBeforeTalking(centre: Centre): readonly unknown[] {
  const talking = centre.journal.entries.findLast(({ name }) => name === 'AgentEvent_Talking')
  const hearing = centre.agent('6001').leg?.voice.hearing
  if (talking === undefined || hearing === undefined) throw new Error('the call never came to talking')
  return hearing.heard.filter(({ hz, from }) => hz !== null && from < talking.at - EAR_MS)
}

/** As people write it: the same digits, perhaps with spaces between. */
function asWritten(number: string): RegExp {
  return new RegExp([...number].join('[ -]?'))
}
