import { expect, test } from 'vitest'
import { inConversation } from '../support/calls.ts'
import { signedIn, stageCentre, transports } from '../support/stage.ts'

test.each(transports)('signing out ends the session over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)

  expect((await client.ask('DELETE', '/onlineagent/6001/logout')).retcode).toBe('0')

  expect(centre.agent('6001').state).toBe('signed-out')
  expect((await client.ask('GET', '/onlineagent/6001/agentstatus')).retcode).toBe('100-006')
})

test('nobody signs out of a call, except by force', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await inConversation(centre, client)

  expect((await client.ask('DELETE', '/onlineagent/6001/logout')).retcode).toBe('100-010')
  expect((await client.ask('DELETE', '/onlineagent/6001/forcelogout')).retcode).toBe('0')

  expect(await call.ended).toBe('agent-hung-up')
  expect(centre.agent('6001').state).toBe('signed-out')
})

test('the reason of a forced sign-out is a number from 1 to 255', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  expect((await client.ask('DELETE', '/onlineagent/6001/forcelogoutwithreason/300')).retcode).toBe('100-005')
  expect((await client.ask('DELETE', '/onlineagent/6001/forcelogoutwithreason/9')).retcode).toBe('0')
})

test('a call that rang when the agent was signed out rings at the next one', async () => {
  const { centre } = await stageCentre()
  await signedIn(centre, 'websocket', '6001')
  const call = centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.journal.until(() => call.state === 'ringing', 'ringing')
  await signedIn(centre, 'websocket', '6002')

  centre.agent('6001').forceSignOut()

  expect(centre.agent('6002').call?.id).toBe(call.id)
})
