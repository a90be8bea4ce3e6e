import { expect, test } from 'vitest'
import { inConversation } from '../support/calls.ts'
import { signedIn, stageCentre } from '../support/stage.ts'

const path = '/onlineagent/6001'

async function restAsked() {
  const { centre } = await stageCentre({ behaviour: { restApproval: 'by-hand' } })
  const client = await signedIn(centre, 'websocket')
  expect((await client.ask('POST', `${path}/rest/600/202`)).retcode).toBe('0')
  await client.settled()
  return { centre, client, agent: centre.agent('6001') }
}

test('a rest that needs approval is accepted, and begins when it is granted', async () => {
  const { client, agent } = await restAsked()
  expect(client.since()).toEqual([])
  expect(agent.state).toBe('idle')

  expect(agent.grantRest()).toBe('0')
  await client.settled()

  expect(client.since()).toEqual(['AgentState_SetRest_Success'])
  expect(agent).toMatchObject({ state: 'rest', reason: 202 })
})

test('a denied rest is told by nothing', async () => {
  const { client, agent } = await restAsked()

  expect(agent.denyRest()).toBe('0')
  await client.settled()

  expect(client.since()).toEqual([])
  expect(agent.grantRest()).toBe('100-009')
})

test('a rest that waits is withdrawn by cancelrest', async () => {
  const { client, agent } = await restAsked()

  expect((await client.ask('POST', `${path}/cancelrest`)).retcode).toBe('0')

  expect(agent.grantRest()).toBe('100-009')
  expect(agent.state).toBe('idle')
})

test('a rest granted in the middle of a call begins after it', async () => {
  const { centre, client, agent } = await restAsked()
  const call = await inConversation(centre, client)
  client.since()

  agent.grantRest()
  call.hangUp()
  await agent.becomes('rest')
})
