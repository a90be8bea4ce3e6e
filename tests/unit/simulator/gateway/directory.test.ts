import { expect, test } from 'vitest'
import { calling } from '../support/calls.ts'
import { signedIn, stageCentre } from '../support/stage.ts'

async function stage() {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  return { centre, client, ask: (path: string) => client.ask('GET', path) }
}

test('agents are told with both of their states', async () => {
  const { centre, ask } = await stage()
  centre.agent('6008').forceIdle()

  const { result } = await ask('/agentgroup/6001/allagentstatus')

  expect(result).toContainEqual(expect.objectContaining({ workno: '6001', status: 4, ctiStatus: 1 }))
  expect(result).toContainEqual(expect.objectContaining({ workno: '6008', status: 4, ctiStatus: 1 }))
  expect(result).toContainEqual(expect.objectContaining({ workno: '6002', status: 2, ctiStatus: 0 }))
})

test('who rings is told from who talks', async () => {
  const { centre, ask } = await stage()
  await calling(centre)

  expect((await ask('/agentgroup/6001/agentbyworkno/6001')).result).toMatchObject({ status: 7, ctiStatus: 4 })
})

test('queues, access codes and IVRs', async () => {
  const { ask } = await stage()

  expect((await ask('/queuedevice/6001/agentvdnskill')).result).toContainEqual(
    expect.objectContaining({ id: 1, name: 'Support', mediatype: 5 }),
  )
  expect((await ask('/queuedevice/6001/innoinfo')).result).toContainEqual(
    expect.objectContaining({ inno: '4001', description: 'Support' }),
  )
  expect((await ask('/queuedevice/6001/ivrinfo')).result).toContainEqual(expect.objectContaining({ access: '9001' }))
  expect((await ask('/queuedevice/6001/skillwaitnum/1')).result).toBe(0)
  expect((await ask('/queuedevice/6001/skillwaitnum/9')).retcode).toBe('600-002')
})

test('agents of a queue are those signed in to it', async () => {
  const { ask } = await stage()

  expect((await ask('/agentgroup/6001/agentbyskill/1')).result).toMatchObject([{ workno: '6001' }])
  expect((await ask('/agentgroup/6001/agentbyskill/9')).retcode).toBe('300-002')
})

test("rights are an agent's own", async () => {
  const { centre, ask } = await stage()
  const lead = await signedIn(centre, 'websocket', '6003')

  expect((await ask('/agentgroup/6001/iscensor')).result).toBe(false)
  expect((await ask('/agentgroup/6001/ispickup')).result).toBe(true)
  expect((await lead.ask('GET', '/agentgroup/6003/iscensor')).result).toBe(true)
})

test('who asks too often is refused, and nobody else', async () => {
  const { centre, ask } = await stage()
  const other = await signedIn(centre, 'websocket', '6002')
  Object.assign(centre.behaviour, { queriesAMinute: 2 })

  expect((await ask('/queuedevice/6001/ivrinfo')).retcode).toBe('0')
  expect((await ask('/agentgroup/6001/allagentstatus')).retcode).toBe('0')
  expect((await ask('/agentgroup/6001/allagentstatus')).retcode).toBe('100-007')
  expect((await other.ask('GET', '/agentgroup/6002/allagentstatus')).retcode).toBe('0')
})

test('colleagues whom nobody plays go about their day, until somebody signs in as them', async () => {
  const { centre } = await stageCentre({ timeouts: { colleagueMs: 5 } })
  const lively = centre.agent('6008')

  await lively.becomes('idle')
  await lively.becomes('rest')
  centre.agent('6008').signInElsewhere()

  expect(lively.state).toBe('busy')
})
