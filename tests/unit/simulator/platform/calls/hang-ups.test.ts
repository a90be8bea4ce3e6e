import { expect, test } from 'vitest'
import type { CustomerCall } from '#simulator/customers/customer.ts'
import { BOB, bobTalks, type Cast, castOf, does, EVE, eveIn } from '../../support/cast.ts'

/** The customer, the agent's phone and the agent's session end in the middle of everything. */

const transfer = ({ alice }: Cast, devicetype: number, address: string, mode: number) =>
  does(alice, 'transfer', { devicetype, address, mode })

const withEve = async (cast: Cast) => {
  await does(cast.alice, 'hold')
  await does(cast.alice, 'callout', { called: EVE }, 'PUT')
  await eveIn(cast)
}

const asks = async ({ alice, carlos }: Cast, mode: 1 | 2, answers: boolean) => {
  await does(alice, 'innerhelp', { dstaddress: '6003', mode })
  if (answers) await carlos.answer()
  else await carlos.hearsOf('AgentEvent_Ringing')
}

const phases: Readonly<Record<string, (cast: Cast, bob: CustomerCall) => Promise<unknown>>> = {
  talking: async () => undefined,
  held: ({ alice }) => does(alice, 'hold'),
  'held behind another call': withEve,
  'in a conference': async (cast, bob) => {
    await withEve(cast)
    await does(cast.alice, 'confjoin', { callid: bob.id })
  },
  'while a consultation rings': (cast) => asks(cast, 1, false),
  'while a consultation talks': (cast) => asks(cast, 1, true),
  'while a three-party consultation rings': (cast) => asks(cast, 2, false),
  'in a three-party consultation': (cast) => asks(cast, 2, true),
  'while a watched transfer rings': async (cast) => {
    await transfer(cast, 2, '6003', 2)
    await cast.carlos.hearsOf('AgentEvent_Ringing')
  },
  'while a watched transfer waits in a queue': (cast) => transfer(cast, 1, '2', 2),
  'while a watched transfer rings outside': (cast) => transfer(cast, 5, '13900000004', 2),
  'while a talk transfer rings': (cast) => transfer(cast, 5, '13900000004', 3),
  'in a talk transfer': async (cast) => {
    await transfer(cast, 5, EVE, 3)
    await eveIn(cast)
  },
  'while a three-party transfer rings': (cast) => transfer(cast, 5, '13900000004', 4),
  'in a three-party transfer': async (cast) => {
    await transfer(cast, 5, EVE, 4)
    await eveIn(cast)
  },
  'in an IVR': (cast) => transfer(cast, 3, '9001', 1),
}

async function at(phase: string): Promise<{ cast: Cast; bob: CustomerCall }> {
  const cast = await castOf()
  cast.centre.customer({ number: '13900000004', ringMs: 60_000 })
  const bob = await bobTalks(cast)
  await phases[phase]?.(cast, bob)
  cast.alice.since()
  return { cast, bob }
}

const nothing = { calls: 0, shares: 0, waiting: 0, legs: 0, rooms: 0, ticking: false }

/** Whoever is left outside hangs up, and whoever is left inside. */
async function allGoHome({ centre, alice, carlos }: Cast): Promise<void> {
  for (const { workNumber } of [alice, carlos]) centre.agent(workNumber).endCall()
  for (const call of centre.calls) if (call.state !== 'ended') call.hangUp()
  for (const { workNumber } of [alice, carlos]) centre.agent(workNumber).endCall()
}

test.each(Object.keys(phases))(
  'the customer hangs up %s: the agent is told once, and nothing stays open',
  async (phase) => {
    const { cast, bob } = await at(phase)

    bob.hangUp()

    expect(await bob.ended).toBe(phase === 'in an IVR' ? 'customer-gave-up' : 'customer-hung-up')
    const told = cast.alice.events.filter(({ content }) => JSON.stringify(content)?.includes(`"number":"${BOB}"`))
    expect(told.map(({ eventType }) => eventType)).toEqual(['AgentEvent_Customer_Release'])
    await allGoHome(cast)
    expect(cast.centre.leftOpen()).toMatchObject(nothing)
  },
)

test.each(Object.keys(phases))('the agent’s phone is lost %s: no call of theirs is left', async (phase) => {
  const { cast } = await at(phase)

  cast.alice.phone.hangUp()
  await cast.centre.agent('6001').becomes('idle')

  expect(cast.centre.agent('6001').calls).toEqual([])
  await allGoHome(cast)
  expect(cast.centre.leftOpen()).toMatchObject(nothing)
})

test.each(Object.keys(phases))('the agent signs out by force %s: no call of theirs is left', async (phase) => {
  const { cast } = await at(phase)

  await cast.alice.signOut()

  expect(cast.centre.agent('6001').calls).toEqual([])
  await allGoHome(cast)
  expect(cast.centre.leftOpen()).toMatchObject(nothing)
})
