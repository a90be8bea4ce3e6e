import { expect, test } from 'vitest'
import type { CustomerCall } from '#simulator/customers/customer.ts'
import { type Actor, type Cast, castOf, does, EVE, eveIn } from './support/cast.ts'

/** One kind of call: a customer's, from its first ring to its last word. */
type Kind = (cast: Cast, bob: CustomerCall) => Promise<unknown>

const transfer = (who: Actor, devicetype: number, address: string, mode: number) =>
  does(who, 'transfer', { devicetype, address, mode })

async function withEve(cast: Cast): Promise<CustomerCall> {
  await does(cast.alice, 'hold')
  await does(cast.alice, 'callout', { called: EVE }, 'PUT')
  return eveIn(cast)
}

async function withCarlos({ alice, carlos }: Cast, mode: 1 | 2): Promise<void> {
  await does(alice, 'innerhelp', { dstaddress: '6003', mode })
  await carlos.answer()
}

const kinds: Readonly<Record<string, Kind>> = {
  'the agent hangs up': ({ alice }) => alice.hangUp(),
  'the customer hangs up': async (_cast, bob) => bob.hangUp(),
  'held and retrieved': async ({ alice }) => {
    await alice.hold()
    await alice.retrieve()
    await alice.hangUp()
  },
  'the customer hangs up on hold': async ({ alice }, bob) => {
    await alice.hold()
    bob.hangUp()
  },
  'muted, keys and data': async ({ alice }) => {
    await does(alice, 'beginmute')
    await does(alice, 'seconddialex?number=1234')
    await alice.ask('PUT', 'calldata', 'setcalldataex', { calldata: 'x' })
    await alice.hangUp()
  },
  'recorded by hand': async ({ alice }) => {
    await alice.ask('POST', 'recordplay', 'pauserecord')
    await alice.ask('DELETE', 'recordplay', 'stoprecord')
    await alice.hangUp()
  },
  'a second call, swapped': async (cast, bob) => {
    const eve = await withEve(cast)
    await does(cast.alice, `connecthold/${bob.id}`)
    await cast.alice.hangUp()
    await cast.alice.retrieve()
    eve.hangUp()
  },
  'a conference': async (cast, bob) => {
    const eve = await withEve(cast)
    await does(cast.alice, 'confjoin', { callid: bob.id })
    eve.hangUp()
    await cast.alice.hangUp()
  },
  'a conference the agent leaves': async (cast, bob) => {
    await withEve(cast)
    await does(cast.alice, 'confjoin', { callid: bob.id })
    await cast.alice.hangUp()
    bob.hangUp()
  },
  consultation: async (cast) => {
    await withCarlos(cast, 1)
    await does(cast.alice, 'disconnect/6003')
    await cast.alice.hangUp()
  },
  'consultation, and the customer leaves': async (cast, bob) => {
    await withCarlos(cast, 1)
    bob.hangUp()
    await cast.carlos.hangUp()
  },
  'three-party consultation': async (cast, bob) => {
    await withCarlos(cast, 2)
    await cast.alice.hangUp()
    bob.hangUp()
  },
  'released to a colleague': async ({ alice, carlos }) => {
    await transfer(alice, 2, '6003', 0)
    await carlos.answer()
    await carlos.hangUp()
  },
  'released to a queue, and back': async ({ alice }, bob) => {
    await transfer(alice, 1, '2', 0)
    await alice.answer()
    bob.hangUp()
  },
  'watched to a colleague': async ({ alice, carlos }, bob) => {
    await transfer(alice, 2, '6003', 2)
    await carlos.answer()
    bob.hangUp()
  },
  'watched, and nobody takes it': async ({ alice }) => {
    await transfer(alice, 5, '13900000003', 2)
    await alice.hearsOf('AgentEvent_SuccTransResult')
    await alice.hangUp()
  },
  'talk transfer': async (cast) => {
    await transfer(cast.alice, 5, EVE, 3)
    const eve = await eveIn(cast)
    await cast.alice.hangUp()
    eve.hangUp()
  },
  'three-party transfer, taken back': async (cast) => {
    await transfer(cast.alice, 5, EVE, 4)
    await eveIn(cast)
    await does(cast.alice, 'canceltransfer')
    await cast.alice.hangUp()
  },
  'through an IVR and back': async ({ alice }) => {
    await transfer(alice, 3, '9001', 1)
    await alice.hearsOf('AgentEvent_ReturnFromIvr')
    await alice.hangUp()
  },
  'into an IVR for good': async ({ alice }, bob) => {
    await transfer(alice, 3, '9002', 0)
    await bob.ended
  },
}

/** Every story is told to its end: nothing it asks for is refused. */
function refusals({ centre }: Cast): unknown[] {
  const responses = centre.journal.entries.filter(({ kind }) => kind === 'response')
  return responses.filter(({ detail }) => (detail as { retcode?: string }).retcode !== '0').map(({ name }) => name)
}

test('after a shift of 200 calls of every kind nothing is left open', async () => {
  const ivrs = [
    { id: 1, name: 'PIN check', access: '9001', tone: 587, lastsMs: 5, afterwards: 'returns' as const },
    { id: 2, name: 'Goodbye', access: '9002', tone: 784, lastsMs: 5, afterwards: 'ends' as const },
  ]
  const cast = await castOf({ ivrs, timeouts: { transferMs: 50 } })
  const { alice, carlos, centre } = cast
  const atRest = centre.leftOpen()
  const stories = Object.entries(kinds)

  for (let n = 0; n < 200; n += 1) {
    const [name, story] = stories[n % stories.length] as [string, Kind]
    const bob = centre.customer({ number: `138${String(n).padStart(8, '0')}`, tone: 440 }).callQueue('Support')
    await alice.answer()
    await story(cast, bob)
    await bob.ended
    await Promise.all(['6001', '6003'].map((agent) => centre.agent(agent).becomes('idle')))
    expect(centre.leftOpen(), name).toEqual(atRest)
  }

  await Promise.all([alice.signOut(), carlos.signOut()])
  expect(refusals(cast)).toEqual([])
  expect(centre.calls.every(({ state }) => state === 'ended')).toBe(true)
  expect(centre.leftOpen()).toMatchObject({ calls: 0, shares: 0, waiting: 0, legs: 0, rooms: 0, ticking: false })
}, 60_000)
