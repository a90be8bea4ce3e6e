import { expect, test } from 'vitest'
import { calling } from '../support/calls.ts'
import type { PollClient } from '../support/poll-client.ts'
import { openPoll } from '../support/poll-client.ts'
import { signedIn, stageCentre, transports } from '../support/stage.ts'
import { openWebSocket } from '../support/websocket-client.ts'

const busy = '/onlineagent/6001/saybusy'

test.each(transports)('an event is dropped, and those behind it come, over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  centre.faults.add({ at: 'event', agent: '6001', name: 'AgentOther_PhoneOffhook', effect: { do: 'drop' } })

  await calling(centre)
  await client.settled()

  expect(client.since()).toEqual([
    'AgentState_Busy',
    'AgentEvent_Incoming_CallInfo',
    'AgentOther_PhoneAlerting',
    'AgentEvent_Ringing',
    'AgentEvent_Customer_Alerting',
  ])
})

test.each(transports)('an event comes after the next one over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  centre.faults.add({ at: 'event', name: 'AgentOther_PhoneOffhook', times: 1, effect: { do: 'reorder' } })

  await calling(centre)
  await client.settled()

  expect(client.since().slice(2)).toEqual([
    'AgentOther_PhoneAlerting',
    'AgentEvent_Ringing',
    'AgentOther_PhoneOffhook',
    'AgentEvent_Customer_Alerting',
  ])
})

test.each(transports)('an event comes twice over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  centre.faults.add({ at: 'event', name: 'AgentEvent_Ringing', effect: { do: 'duplicate' } })

  await calling(centre)
  await client.settled()

  expect(client.since().filter((type) => type === 'AgentEvent_Ringing')).toHaveLength(2)
})

test.each(transports)('an event comes late over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  centre.faults.add({ at: 'event', times: 1, effect: { do: 'delay', ms: 20 } })

  await client.ask('POST', busy)
  // The journal has it as it is written, which with this fault is before it goes out.
  await expect.poll(() => client.events.at(-1)?.eventType).toBe('AgentState_SetNotReady_Success')

  expect(client.since()).toEqual(['AgentState_SetNotReady_Success'])
})

test.each(transports)('a command is refused, and not done, over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  centre.faults.add({ at: 'request', name: 'sayBusy', skip: 1, times: 1, effect: { do: 'refuse', retcode: '100-007' } })

  const codes = []
  for (const reason of [201, 202, 203]) {
    codes.push((await client.ask('POST', `${busy}?reason=${reason}&prolong=true`)).retcode)
  }

  expect(codes).toEqual(['0', '100-007', '0'])
})

test('a command is done and never answered', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  centre.faults.add({ at: 'response', name: 'sayBusy', effect: { do: 'drop' } })

  void client.ask('POST', busy)
  await centre.agent('6001').becomes('busy')
  await client.settled()

  expect(client.since()).toEqual(['AgentState_SetNotReady_Success'])
})

test('a command never arrives', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const takeAway = centre.faults.add({ at: 'request', name: 'sayBusy', effect: { do: 'drop' } })

  void client.ask('POST', busy)
  await client.settled()
  expect(centre.agent('6001').state).toBe('idle')

  takeAway()
  expect((await client.ask('POST', busy)).retcode).toBe('0')
})

test('a command that has not answered is not to be called again', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  centre.faults.add({ at: 'response', name: 'sayBusy', times: 1, effect: { do: 'delay', ms: 30 } })

  const first = client.ask('POST', busy)
  const second = await client.ask('POST', busy)

  expect(second.retcode).toBe('000-007')
  expect((await first).retcode).toBe('0')
})

test.each([
  ['not JSON', 'not json at all', 200],
  ['a page', '<html>busy</html>', 503],
])('%s comes instead of an answer', async (_what, text, status) => {
  const { centre } = await stageCentre()
  const client = (await signedIn(centre, 'poll')) as PollClient & { since(): string[] }
  centre.faults.add({ at: 'request', name: 'getAgentStatus', effect: { do: 'text', text, status } })

  expect(await client.fetch('GET', '/onlineagent/6001/agentstatus')).toMatchObject({ status, text })
})

test('garbage, unknown events and events with nothing in them can be sent', async () => {
  const { centre } = await stageCentre()
  const client = await openWebSocket(centre, '6001')
  await client.ask('PUT', '/onlineagent/6001', { password: 'Agent-6001', phonenum: '67470001' })
  await client.settled()
  const before = client.frames.length

  centre.faults.sendText('6001', '{{{')
  centre.faults.sendEvent('6001', 'AgentEvent_Surprise', { a: 1 })
  centre.faults.sendEvent('6001', 'AgentEvent_Talking', {})
  await client.settled()

  expect(client.frames[before]).toBe('{{{')
  expect(client.events.slice(-2)).toMatchObject([
    { eventType: 'AgentEvent_Surprise', content: { a: 1 } },
    { eventType: 'AgentEvent_Talking', content: {} },
  ])
  await client.close()
})

test.each([
  ['close', 1000],
  ['destroy', 1006],
] as const)('sockets %s on demand', async (how, expected) => {
  const { centre } = await stageCentre()
  const client = await openWebSocket(centre, '6001')
  const code = new Promise((resolve) => client.socket.once('close', resolve))

  centre.faults.closeSockets(how)

  expect(await code).toBe(expected)
})

test('a deaf gateway answers nothing, not even a ping, and hears again later', async () => {
  const { centre } = await stageCentre()
  const client = await openWebSocket(centre, '6001')
  const seen: string[] = []
  client.socket.on('pong', () => seen.push('pong'))

  centre.faults.setDeaf(true)
  client.socket.ping()
  const answer = client.ask('PUT', '/onlineagent/6001', { password: 'Agent-6001', phonenum: '67470001' })
  await expect(Promise.race([answer, untilTheLoopIsIdle()])).resolves.toBe('idle')
  expect(seen).toEqual([])
  centre.faults.setDeaf(false)

  expect((await answer).retcode).toBe('0')
  expect(seen).toEqual(['pong'])
  await client.close()
})

/** A round trip to another server of this process: what was sent before it has arrived. */
async function untilTheLoopIsIdle(): Promise<'idle'> {
  const { centre } = await stageCentre()
  const other = await openPoll(centre, '6002')
  await other.fetch('GET', '/onlineagent/6002/agentstatus')
  return 'idle'
}

test('connections are refused, by reset or by a page, until it is over', async () => {
  const { centre } = await stageCentre()
  centre.faults.refuseConnections(true)
  await expect(openWebSocket(centre, '6001')).rejects.toThrow()
  centre.faults.refuseConnections(false)

  centre.faults.add({ at: 'connect', times: 1, effect: { do: 'text', text: '<p>busy</p>', status: 503 } })
  await expect(openWebSocket(centre, '6001')).rejects.toThrow('503')

  const client = await openWebSocket(centre, '6001')
  await client.close()
})
