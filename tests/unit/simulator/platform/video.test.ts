import { expect, test } from 'vitest'
import { type Stage, signedIn, stageCentre } from '../support/stage.ts'

const CUSTOMER = '13900000001'

/** A video agent in a call with a customer who has a camera. */
async function talking(video: boolean, agenttype = 11) {
  const stage = await stageCentre()
  const client = await signedIn(stage.centre, 'websocket', '6001', { agenttype })
  const call = stage.centre.customer({ number: CUSTOMER, camera: true }).callQueue('Support', { video })
  await stage.centre.agent('6001').becomes('talking')
  await client.settled()
  await client.ask('PUT', '/voicecall/6001/answer')
  await call.talking
  await client.settled()
  const ability = (eventType: string) => client.events.findLast((event) => event.eventType === eventType)?.content
  return { ...stage, client, call, ability, leg: legOf(stage) }
}

function legOf({ sip }: Stage) {
  const [leg] = sip.legs
  if (!leg) throw new Error('the phone was not called')
  return leg
}

test('a video agent is offered a video call with its picture', async () => {
  const { ability, leg } = await talking(true)

  expect(ability('AgentEvent_Ringing')).toMatchObject({ mediaAbility: '2' })
  expect(ability('AgentEvent_Talking')).toMatchObject({ mediaAbility: '2' })
  expect(leg.picture).toMatchObject({ wanted: true, mirror: true })
})

test('an agent for voice is offered its voice', async () => {
  const { ability, leg } = await talking(true, 4)

  expect(ability('AgentEvent_Ringing')).toMatchObject({ mediaAbility: '1' })
  expect(leg.picture.wanted).toBe(false)
})

test('nobody on hold is shown anything', async () => {
  const { client, leg } = await talking(true)

  await client.ask('POST', '/voicecall/6001/hold')
  expect(leg.picture.mirror).toBe(false)
  await client.ask('POST', '/voicecall/6001/gethold')

  expect(leg.picture.mirror).toBe(true)
})

test.each([
  ['a voice call to video', false, 11, '3', '0'],
  ['a call that began as video', true, 11, '1', '100-007'],
  ['an agent for voice', false, 4, '3', '100-007'],
  ['an unknown medium', false, 11, '2', '000-002'],
] as const)('mediaswitch of %s', async (_, video, agenttype, mediaType, retcode) => {
  const { client } = await talking(video, agenttype)

  expect(await client.ask('POST', `/voicecall/6001/mediaswitch?mediaType=${mediaType}`)).toMatchObject({ retcode })
})

test('a switch shows the picture, and takes it away', async () => {
  const { client, leg } = await talking(false)
  expect(leg.picture.mirror).toBe(false)

  await client.ask('POST', '/voicecall/6001/mediaswitch?mediaType=3&videoDirection=3')
  expect(leg.picture.mirror).toBe(true)
  await client.ask('POST', '/voicecall/6001/mediaswitch?mediaType=1')

  expect(leg.picture.mirror).toBe(false)
})

test('a layout is of three who see each other', async () => {
  const { client } = await talking(true)
  const adjust = (mode: number) => client.ask('POST', '/voicecall/6001/adjustvideomode', { mode })

  expect(await adjust(4)).toMatchObject({ retcode: '200-031' })
  expect(await adjust(1)).toMatchObject({ retcode: '200-034' })
})

test.each([
  [2, true, '2'],
  [2, false, '1'],
  [0, true, '1'],
])('a callout with media ability %s to a camera (%s) is of media %s', async (mediaability, camera, heard) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket', '6001', { agenttype: 11 })
  const next = centre.customer({ number: CUSTOMER, camera, ringMs: 5 }).nextCall()

  await client.ask('PUT', '/voicecall/6001/callout', { called: CUSTOMER, mediaability })
  await (await next).talking
  await client.settled()

  const talked = client.events.find(({ eventType }) => eventType === 'AgentEvent_Talking')
  expect(talked?.content).toMatchObject({ mediaAbility: heard })
})

test('media ability 1 against a telephone for voice drops the call', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket', '6001', { agenttype: 11 })
  centre.customer({ number: CUSTOMER, ringMs: 5 })

  await client.ask('PUT', '/voicecall/6001/callout', { called: CUSTOMER, mediaability: 1 })
  await centre.agent('6001').becomes('idle')
  await client.settled()

  expect(client.since()).toContain('AgentEvent_Call_Out_Fail')
})

test('only a video agent calls with video', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  expect(await client.ask('PUT', '/voicecall/6001/callout', { called: CUSTOMER, mediaability: 2 })).toMatchObject({
    retcode: '100-007',
  })
})
