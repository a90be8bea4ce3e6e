import type { App } from '../../../e2e/fixtures/app.ts'
import { AGENT_HZ } from '../../../e2e/fixtures/start.ts'
import type { Centre } from '../../../simulator/centre.ts'
import type { CustomerCall } from '../../../simulator/customers/customer.ts'
import type { Heard } from '../../../simulator/sip/sip-side.ts'
import type { Ear } from '../../../simulator/voice/ear.ts'
import type { Desktop } from '../../../support/desktop/desktop.ts'
import { expect, patienceMs } from './patience.ts'
import type { Check, TakeStep } from './steps.ts'

/** What every journey is taken with. */
export interface Guide {
  readonly desktop: Desktop
  readonly centre: Centre
  readonly headset: Ear
  readonly app: App
  readonly step: TakeStep
}

/** As people write it: the same digits, perhaps with spaces between. */
export function asWritten(number: string): RegExp {
  return new RegExp([...number].join('[ -]?'))
}

/** The call bar says who is calling and for which queue. */
export async function expectRinging({ app }: Guide, number: string): Promise<string> {
  await expect(app.button('answer')).toBeVisible()
  await expect(app.callBar()).toContainText(asWritten(number))
  await expect(app.callBar()).toContainText('Support')
  const shown = (await app.callBar().textContent()) ?? ''
  return [asWritten(number), /Support/].map((what) => what.exec(shown)?.[0]).join(', ')
}

/** Each side hears the other's tone. */
export async function checkBothHeard({ headset }: Guide, check: Check, call: CustomerCall, hz: number): Promise<void> {
  await check('the customer hears the agent', async () =>
    sound(await call.hears.waitFor(AGENT_HZ, { timeoutMs: patienceMs })),
  )
  await check('the agent hears the customer', async () => sound(await headset.waitFor(hz, { timeoutMs: patienceMs })))
}

/** An ear hears in frames of 20 ms, two at a time (tests/simulator/voice/ear.ts): a sound may seem this much early. */
const earMs = 40

/** What the softphone sent before `AgentEvent_Talking`, apart from silence: rule 2 of design/product.md. */
export function checkNobodyHeardBefore({ centre }: Guide, check: Check): Promise<void> {
  return check('nobody heard the agent before the answer', () => {
    const talking = centre.journal.entries.findLast(({ name }) => name === 'AgentEvent_Talking')
    const hearing = centre.agent('6001').leg?.voice.hearing
    if (talking === undefined || hearing === undefined) throw new Error('the call never came to talking')
    const early = hearing.heard.filter(({ hz, from }) => hz !== null && from < talking.at - earMs)
    if (early.length > 0) throw new Error(`the softphone sent ${early.map(sound).join(', ')} before`)
  })
}

/** Wrap-up is over, and the platform may give the agent the next call. */
export async function finishWrapUp({ app, centre }: Guide, check: Check): Promise<void> {
  await app.press('state_finish_wrap_up')
  await check('the desk says idle', () => app.expectState('state_idle', { timeout: patienceMs }))
  await check('the platform agrees', () => centre.agent('6001').becomes('idle', patienceMs))
}

/** For a fact whose value is told. */
export function expectEqual<T extends string | number>(found: T | null, wanted: T): string {
  expect(found).toBe(wanted)
  return String(found)
}

function sound({ hz }: Pick<Heard, 'hz'>): string {
  return hz === null ? 'silence' : `${Math.round(hz)} Hz`
}
