import { expect, test } from 'vitest'
import type { CustomerCall } from '#simulator/customers/customer.ts'
import { ALICE_HZ, BOB, BOB_HZ, CARLOS_HZ, type Cast, castOf } from '../../support/cast.ts'

/** Bob talks to Alice; Carlos is the team lead (spec/ccgateway.md 11). */
async function talkingCast(): Promise<Cast & { readonly bob: CustomerCall }> {
  const cast = await castOf()
  const bob = cast.centre.customer({ number: BOB, tone: BOB_HZ }).callQueue('Support')
  await cast.alice.answer()
  await bob.talking
  cast.alice.since()
  cast.carlos.since()
  return { ...cast, bob }
}

async function leads({ carlos }: Cast, method: 'PUT' | 'POST' | 'DELETE', operation: string): Promise<string> {
  return (await carlos.ask(method, 'qualitycontrol', operation)).retcode
}

const whispering = 'requestwhisperagent?whisperagentid=6001'
const turning = (type: number) => `requestswitchinsertwhisperagent?whisperagentid=6001&switchtype=${type}`

async function listening() {
  const cast = await talkingCast()
  expect(await leads(cast, 'PUT', 'addsupervise/6001')).toBe('0')
  await cast.alice.hearsOf('AgentOther_BeQcStart')
  return cast
}

test('who listens hears both and is heard by nobody', async () => {
  const cast = await listening()
  const { alice, carlos, bob } = cast

  expect(carlos.since()).toEqual(['AgentState_Busy', 'AgentOther_PhoneAlerting', 'AgentOther_PhoneOffhook'])
  expect(alice.since()).toEqual(['AgentOther_BeQcStart'])
  expect(alice.last('AgentOther_BeQcStart')).toEqual({ qcType: 8, qcAgentId: 6003 })
  await carlos.hears.waitForChord([ALICE_HZ, BOB_HZ])
  await bob.hears.waitForChord([ALICE_HZ])
  await alice.hears.waitForChord([BOB_HZ])

  expect(await leads(cast, 'DELETE', '6001')).toBe('0')
  expect(carlos.since()).toEqual(['AgentOther_PhoneRelease', 'AgentState_Ready'])
  expect(alice.since()).toEqual(['AgentOther_BeQcStop'])
  await bob.hears.waitForChord([ALICE_HZ])
})

test('a whisper is heard by the agent alone, and who comes in by both', async () => {
  const cast = await listening()
  const { alice, carlos, bob } = cast

  expect(await leads(cast, 'POST', whispering)).toBe('0')
  await alice.hears.waitForChord([BOB_HZ, CARLOS_HZ])
  await bob.hears.waitForChord([ALICE_HZ])
  expect(alice.last('AgentOther_BeQcStart')).toEqual({ qcType: 20_172, qcAgentId: 6003 })

  expect(await leads(cast, 'POST', turning(1))).toBe('0')
  await bob.hears.waitForChord([ALICE_HZ, CARLOS_HZ])
  await alice.hears.waitForChord([BOB_HZ, CARLOS_HZ])

  expect(await leads(cast, 'POST', turning(0))).toBe('0')
  await bob.hears.waitForChord([ALICE_HZ])
  await alice.hears.waitForChord([BOB_HZ])
  await carlos.hears.waitForChord([ALICE_HZ, BOB_HZ])
})

test('barging in names the conversation, which can then be ended for everybody', async () => {
  const cast = await talkingCast()
  expect(await leads(cast, 'PUT', 'addinsert/6001')).toBe('0')
  await cast.carlos.hearsOf('AgentEvent_Talking')
  expect(cast.carlos.last('AgentEvent_Talking')).toMatchObject({ callid: cast.bob.id })

  expect(await leads(cast, 'POST', `forcedropcall/${cast.bob.id}`)).toBe('0')

  expect(await cast.bob.ended).toBe('ended-by-platform')
  await cast.centre.agent('6003').becomes('idle')
  expect(cast.alice.since()).toContain('AgentOther_BeQcStop')
})

test('a customer who is taken over talks to the team lead, and the agent is free', async () => {
  const cast = await listening()
  const { alice, carlos, bob } = cast
  alice.since()
  carlos.since()

  expect(await leads(cast, 'PUT', 'intercept/6001')).toBe('0')

  expect(carlos.since()).toEqual(['AgentEvent_Talking', 'AgentMediaEvent_Record'])
  expect(alice.since()).toEqual([
    'AgentEvent_Call_Release',
    'AgentEvent_Customer_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ])
  await bob.hears.waitForChord([CARLOS_HZ])
  await carlos.hears.waitForChord([BOB_HZ])
  await carlos.hangUp()
  expect(await bob.ended).toBe('agent-hung-up')
  expect(cast.centre.leftOpen()).toMatchObject({ calls: 0, rooms: 0 })
})

test('who listens hears the next conversation too, who has come in is out with the first', async () => {
  const cast = await listening()
  cast.bob.hangUp()
  await cast.bob.ended
  expect(cast.centre.agent('6003').state).toBe('talking')
  const eve = cast.centre.customer({ number: '13800000009', tone: 1_500 }).callQueue('Support')
  await cast.alice.answer()
  await cast.carlos.hears.waitForChord([ALICE_HZ, 1_500])

  expect(await leads(cast, 'POST', turning(1))).toBe('0')
  eve.hangUp()
  await cast.centre.agent('6003').becomes('idle')
})

test('the platform refuses what cannot be', async () => {
  const cast = await talkingCast()
  const { alice } = cast
  expect((await alice.ask('PUT', 'qualitycontrol', 'addsupervise/6003')).retcode).toBe('900-002')
  expect(await leads(cast, 'PUT', 'addsupervise/6003')).toBe('000-005')
  expect(await leads(cast, 'PUT', 'addsupervise/9999')).toBe('900-004')
  expect(await leads(cast, 'PUT', 'addsupervise/6002')).toBe('900-005')
  expect(await leads(cast, 'PUT', 'intercept/6001')).toBe('900-005')
  expect(await leads(cast, 'POST', whispering)).toBe('900-005')
  expect(await leads(cast, 'DELETE', '6001')).toBe('900-005')
  expect(await leads(cast, 'POST', 'forcerest/6001/0/1')).toBe('000-002')
  expect(await leads(cast, 'POST', 'forcedropcall/1-1')).toBe('200-017')
  cast.centre.faults.add({ at: 'request', name: 'addInsert', times: 1, effect: { do: 'refuse', retcode: '900-001' } })
  expect(await leads(cast, 'PUT', 'addinsert/6001')).toBe('900-001')
})

test('an agent is forced busy, idle, to rest and out, and who monitors them is told', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  expect(await leads(cast, 'POST', 'beginmonitor?agents=6001,6002')).toBe('0')
  alice.since()
  for (const step of ['forcebusy/6001', 'forceidle/6001', 'forcerest/6001/600/201']) {
    expect(await leads(cast, 'POST', step)).toBe('0')
  }
  expect(alice.since()).toEqual(['AgentState_SetNotReady_Success', 'AgentState_Ready', 'AgentState_SetRest_Success'])
  expect(await leads(cast, 'POST', 'forcelogout/6001')).toBe('0')
  expect(alice.since()).toEqual(['AgentOther_ShutdownService'])
  expect(carlos.last('QC_AgentState_Notify')).toMatchObject({
    subtype: 'QC_AgentState_Logout',
    monitoredagent: '6001',
    agentname: 'Alice Meyer',
  })
})
