import { expect, test } from 'vitest'
import {
  ALICE_HZ,
  BOB,
  BOB_HZ,
  bobTalks,
  CARLOS_HZ,
  type Cast,
  castOf,
  does,
  EVE,
  EVE_HZ,
  eveIn,
} from '../../support/cast.ts'

/** spec/ccgateway.md 8.5. */

async function withEve(cast: Cast) {
  const bob = await bobTalks(cast)
  await does(cast.alice, 'hold')
  const { result } = await cast.alice.ask('PUT', 'voicecall', 'callout', { called: EVE })
  const eve = await eveIn(cast)
  cast.alice.since()
  return { bob, eve, second: String(result) }
}

test('the held call is joined to the one that talks', async () => {
  const cast = await castOf()
  const { alice, centre } = cast
  const { bob, eve, second } = await withEve(cast)

  expect(await does(alice, 'confjoin', { callid: bob.id })).toBe('0')

  expect(alice.since()).toEqual(['AgentEvent_Conference', 'AgentEvent_Customer_Release'])
  expect(alice.last('AgentEvent_Conference')).toEqual({ callid: bob.id, partner: `${BOB},${EVE}` })
  expect(alice.last('AgentEvent_Customer_Release')).toEqual({ callid: second, number: EVE })
  expect(centre.agent('6001').calls).toMatchObject([{ id: bob.id, parties: [BOB, EVE] }])
  await Promise.all([
    alice.hears.waitForChord([BOB_HZ, EVE_HZ]),
    bob.hears.waitForChord([ALICE_HZ, EVE_HZ]),
    eve.hears.waitForChord([ALICE_HZ, BOB_HZ]),
  ])
})

test('a site may keep the call that talks instead', async () => {
  const cast = await castOf({ behaviour: { conferenceKeeps: 'talking' } })
  const { bob, second } = await withEve(cast)

  await does(cast.alice, 'confjoin', { callid: bob.id })

  expect(cast.alice.last('AgentEvent_Conference')).toEqual({ callid: second, partner: `${EVE},${BOB}` })
  expect(cast.alice.last('AgentEvent_Customer_Release')).toEqual({ callid: bob.id, number: BOB })
  await bob.hears.waitForChord([ALICE_HZ, EVE_HZ])
})

test('one party is sent away, and the other two stay', async () => {
  const cast = await castOf()
  const { alice } = cast
  const { bob, eve } = await withEve(cast)
  await does(alice, 'confjoin', { callid: bob.id })
  alice.since()

  expect(await does(alice, 'disconnect/1')).toBe('200-204')
  expect(await does(alice, `disconnect/${EVE}`)).toBe('0')

  expect(await eve.ended).toBe('agent-hung-up')
  expect(alice.since()).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Talking'])
  await Promise.all([bob.hears.waitForChord([ALICE_HZ]), alice.hears.waitForChord([BOB_HZ])])
})

test('the agent leaves, and the other two talk on until one hangs up', async () => {
  const cast = await castOf()
  const { alice, centre } = cast
  const { bob, eve } = await withEve(cast)
  await does(alice, 'confjoin', { callid: bob.id })

  expect(await does(alice, `disconnect/${alice.phone.number}`)).toBe('0')

  expect(centre.agent('6001').state).toBe('idle')
  await Promise.all([bob.hears.waitForChord([EVE_HZ]), eve.hears.waitForChord([BOB_HZ])])
  bob.hangUp()
  expect(await eve.ended).toBe('other-hung-up')
  expect(centre.leftOpen()).toMatchObject({ calls: 0, rooms: 0, ticking: false })
})

test('a colleague called meanwhile is joined as well, and both desks say who is in it', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)
  await does(alice, 'hold')
  await does(alice, 'callinner', { called: '6003' }, 'PUT')
  await carlos.answer()

  await does(alice, 'confjoin', { callid: bob.id })

  expect(alice.last('AgentEvent_Conference')).toMatchObject({ partner: `${BOB},6003` })
  expect(carlos.last('AgentEvent_Conference')).toMatchObject({ partner: `${BOB},6001` })
  await Promise.all([
    alice.hears.waitForChord([BOB_HZ, CARLOS_HZ]),
    carlos.hears.waitForChord([BOB_HZ, ALICE_HZ]),
    bob.hears.waitForChord([ALICE_HZ, CARLOS_HZ]),
  ])
})

test('nothing to join, or nothing to join it to', async () => {
  const cast = await castOf()
  const { alice } = cast
  expect(await does(alice, 'confjoin', { callid: '1-1' })).toBe('200-010')
  const bob = await bobTalks(cast)
  expect(await does(alice, 'confjoin', { callid: '1-1' })).toBe('200-011')
  await does(alice, 'hold')

  expect(await does(alice, 'confjoin', { callid: bob.id })).toBe('200-010')
})
