import { expect, test, vi } from 'vitest'
import type { Customer, CustomerCall } from '#simulator/customers/customer.ts'
import { noInside } from '#simulator/sip/legs/inside/inside.ts'
import type { PhoneLeg, Refer } from '#simulator/sip/sip-side.ts'
import { stageCentre } from '../support/stage.ts'

/** A REFER, and what was said to it. */
function refer(to: string, replaces: PhoneLeg | null = null) {
  const said: string[] = []
  const asked: Refer = {
    to,
    replaces,
    accept: () => said.push('202'),
    refuse: (code) => said.push(`refused ${code}`),
    notify: (code) => said.push(`${code}`),
  }
  return { asked, said }
}

/** Nothing of a plain call is in the journal without a wire. */
function called(customer: Customer): Promise<CustomerCall> {
  return vi.waitFor(() => {
    const [call] = customer.calls
    if (!call) throw new Error('Nobody called')
    return call
  })
}

/** A customer in a call with a softphone. */
async function stage() {
  const { centre, sip } = await stageCentre()
  const call = centre.customer({ number: '13800000001', tone: 440 }).callPhone('67470001')
  await call.talking
  const [leg] = sip.legs
  if (!leg) throw new Error('No leg')
  return { centre, sip, call, leg }
}

test('who is on hold hears music, and the agent no longer', async () => {
  const { call, leg } = await stage()

  leg.inside.onHold(true)
  await call.hears.waitFor(300)
  leg.inside.onHold(false)

  await call.hears.waitFor(null)
})

test('a blind transfer rings somebody else, and leaves the two to each other', async () => {
  const { centre, call, leg } = await stage()
  const target = centre.customer({ number: '10086', tone: 620, ringMs: 20 })
  const { asked, said } = refer('10086')

  leg.inside.onRefer(asked)
  const reached = await called(target)
  expect(await reached.talking).toBe(true)
  leg.phoneHangsUp()
  await Promise.all([call.hears.waitFor(620), reached.hears.waitFor(440)])
  reached.hangUp()

  expect(said).toEqual(['202', '180', '200'])
  expect([await call.ended, await reached.ended]).toEqual(['other-hung-up', 'customer-hung-up'])
})

test.each([
  ['404', '10010', 'answers', ['202', '404']],
  ['486', '10086', 'busy', ['202', '486']],
  ['480', '10086', 'no-answer', ['202', '180', '480']],
] as const)('a target that comes to %s gives the customer back', async (code, to, whenCalled, expected) => {
  const { centre, call, leg } = await stage()
  centre.customer({ number: '10086', whenCalled, ringMs: 10 })
  const { asked, said } = refer(to)

  leg.inside.onRefer(asked)
  await vi.waitFor(() => expect(said.at(-1)).toBe(code))

  expect(said).toEqual(expected)
  expect(call.state).toBe('talking')
})

test('a customer who hangs up while it rings is not put through', async () => {
  const { centre, call, leg } = await stage()
  const target = centre.customer({ number: '10086', ringMs: 60_000 })
  const { asked, said } = refer('10086')
  leg.inside.onRefer(asked)

  call.hangUp()

  expect(await call.ended).toBe('customer-hung-up')
  expect(await target.calls[0]?.ended).toBe('other-hung-up')
  expect(said).toEqual(['202', '180'])
})

test('an attended transfer joins the two the softphone talks to', async () => {
  const { centre, sip, call, leg } = await stage()
  const consulted = centre.customer({ number: '10086', tone: 620, ringMs: 5 })
  const other = sip.dial('67470001', '10086')
  const reached = await called(consulted)
  await reached.talking
  const { asked, said } = refer('10086', other)

  leg.inside.onRefer(asked)
  leg.phoneHangsUp()
  await Promise.all([call.hears.waitFor(620), reached.hears.waitFor(440)])
  call.hangUp()

  expect(said).toEqual(['202', '200'])
  expect(other.done).toContain('hang-up')
  expect([await call.ended, await reached.ended]).toEqual(['customer-hung-up', 'other-hung-up'])
})

test('a leg that carries no call cannot be joined', async () => {
  const { leg, sip } = await stage()
  const stranger: PhoneLeg = { ...sip.dial('67470001', 'nobody'), callId: 'another', inside: noInside() }
  const { asked, said } = refer('10086', stranger)

  leg.inside.onRefer(asked)

  expect(said).toEqual(['refused 481'])
})
