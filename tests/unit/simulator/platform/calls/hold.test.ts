import { expect, test } from 'vitest'
import { MUSIC_HZ } from '#simulator/platform/media/announcements.ts'
import { ALICE_HZ, BOB, BOB_HZ, bobTalks, castOf, does, EVE, EVE_HZ, eveIn } from '../../support/cast.ts'

/** spec/ccgateway.md 8.1: hold, gethold, connecthold, and several calls. */

test('who is held hears music, the agent nothing, and retrieving undoes it', async () => {
  const cast = await castOf()
  const { alice } = cast
  const call = await bobTalks(cast)
  await Promise.all([call.hears.waitForChord([ALICE_HZ]), alice.hears.waitForChord([BOB_HZ])])

  expect(await does(alice, 'hold')).toBe('0')
  await Promise.all([call.hears.waitForChord([MUSIC_HZ]), alice.hears.waitForChord([])])
  expect(alice.since()).toEqual(['AgentEvent_Hold'])
  expect(alice.last('AgentEvent_Hold')).toBe(call.id)
  expect(call.state).toBe('held')

  expect(await does(alice, `gethold?callid=${call.id}`)).toBe('0')
  await Promise.all([call.hears.waitForChord([ALICE_HZ]), alice.hears.waitForChord([BOB_HZ])])
  expect(alice.since()).toEqual(['AgentEvent_Talking'])
  expect(call.state).toBe('talking')
})

test('nothing to hold, nothing held, and the wrong state have codes of their own', async () => {
  const cast = await castOf()
  const { alice } = cast
  const codes = async (...operations: string[]) => {
    const answers: string[] = []
    for (const operation of operations) answers.push(await does(alice, operation))
    return answers
  }
  expect(await codes('hold', 'gethold', 'connecthold/1-1')).toEqual(['200-013', '200-015', '200-005'])

  const call = await bobTalks(cast)
  expect(await codes('gethold', 'connecthold/1-1')).toEqual(['200-015', '200-006'])
  await does(alice, 'hold')
  expect(await codes('hold', `connecthold/${call.id}`, 'beginmute')).toEqual(['200-013', '200-005', '200-003'])
  await does(alice, 'callout', { called: EVE }, 'PUT')
  expect(await codes('hold', 'gethold')).toEqual(['200-014', '200-016'])
})

test('with one held another is dialled, and the two are swapped', async () => {
  const cast = await castOf()
  const { alice, centre } = cast
  const bob = await bobTalks(cast)
  await does(alice, 'hold')
  alice.since()

  expect(await does(alice, 'callout', { called: EVE }, 'PUT')).toBe('0')
  const eve = await eveIn(cast)
  expect(alice.since()).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Talking', 'AgentMediaEvent_Record'])
  await Promise.all([alice.hears.waitForChord([EVE_HZ]), bob.hears.waitForChord([MUSIC_HZ])])
  expect(centre.agent('6001').calls.map(({ phase }) => phase)).toEqual(['held', 'talking'])

  expect(await does(alice, `connecthold/${bob.id}`)).toBe('0')
  expect(alice.since()).toEqual(['AgentEvent_Hold', 'AgentEvent_Talking'])
  await Promise.all([alice.hears.waitForChord([BOB_HZ]), eve.hears.waitForChord([MUSIC_HZ])])
})

test('hanging up one call leaves the other where it was, and the phone off the hook', async () => {
  const cast = await castOf()
  const { alice, centre } = cast
  const bob = await bobTalks(cast)
  await does(alice, 'hold')
  await does(alice, 'callout', { called: EVE }, 'PUT')
  await eveIn(cast)
  alice.since()

  await alice.hangUp()
  expect(alice.since()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release'])
  expect(centre.agent('6001').state).toBe('talking')

  bob.hangUp()
  expect(alice.since()).toEqual([
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ])
})

test('a held call can be dropped by its id', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)
  await does(alice, 'hold')

  expect(await does(alice, 'release', undefined, 'DELETE')).toBe('200-017')
  expect(await does(alice, `dropcall/${bob.id}`)).toBe('0')

  expect(await bob.ended).toBe('agent-hung-up')
})

test('the second number being wrong leaves the first call held', async () => {
  const cast = await castOf()
  const { alice, centre } = cast
  await bobTalks(cast)
  await does(alice, 'hold')
  alice.since()

  await does(alice, 'callout', { called: '10000' }, 'PUT')

  expect(alice.since()).toEqual(['AgentEvent_Call_Out_Fail', 'AgentEvent_Connect_Fail'])
  expect(centre.agent('6001').calls).toMatchObject([{ phase: 'held', parties: [BOB] }])
})

test('a customer rings at an agent with a held call only where the site lets calls wait', async () => {
  const cast = await castOf({ behaviour: { callWaiting: 'while-held' } })
  const { alice, centre } = cast
  const bob = await bobTalks(cast)
  const second = centre.customer({ number: '13800000002', tone: 880 }).callQueue('Support')
  await centre.journal.until(() => second.state === 'queued', 'waiting')

  await does(alice, 'hold')
  centre.customer({ number: '13800000003' })
  const third = centre.customer({ number: '13800000003' }).callQueue('Support')
  await centre.journal.until(() => second.state === 'ringing' || third.state === 'ringing', 'ringing')
  await alice.answer()

  expect(await second.talking).toBe(true)
  await second.hears.waitForChord([ALICE_HZ])
  expect(bob.state).toBe('held')
})

test('a call that waits while another talks is answered into its place', async () => {
  const cast = await castOf({ behaviour: { callWaiting: 'while-talking' } })
  const { alice, centre } = cast
  const bob = await bobTalks(cast)
  const second = centre.customer({ number: '13800000002', tone: 880 }).callQueue('Support')
  await centre.journal.until(() => second.state === 'ringing', 'ringing')
  expect(alice.since()).toEqual(['AgentEvent_Incoming_CallInfo', 'AgentEvent_Ringing', 'AgentEvent_Customer_Alerting'])

  expect(await does(alice, `answer?callid=${second.id}`, undefined, 'PUT')).toBe('0')

  expect(alice.since()).toEqual(['AgentEvent_Hold', 'AgentEvent_Talking', 'AgentMediaEvent_Record'])
  await Promise.all([bob.hears.waitForChord([MUSIC_HZ]), second.hears.waitForChord([ALICE_HZ])])
})
