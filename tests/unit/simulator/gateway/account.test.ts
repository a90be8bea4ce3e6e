import { expect, test } from 'vitest'
import { signedIn, stageCentre } from '../support/stage.ts'

const path = '/onlineagent/6004/modifyaccountpwdex'

test('no call comes before the password is changed', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket', '6004')
  const call = centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.journal.until(() => call.state === 'queued', 'queued')

  const answer = await client.ask('POST', path, { oldPassword: 'Agent-6004', newPassword: 'Better-6004' })

  expect(answer.retcode).toBe('0')
  expect(centre.agent('6004').call?.id).toBe(call.id)
  expect(centre.agent('6004').password).toBe('Better-6004')
})

test.each([
  ['110-003', 'wrong', 'Better-6004'],
  ['110-017', 'Agent-6004', 'Agent-6004'],
  ['110-018', 'Agent-6004', '4006'],
  ['110-020', 'Agent-6004', 'short1'],
  ['110-019', 'Agent-6004', 'nothing-but-letters'],
])('%s', async (retcode, oldPassword, newPassword) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket', '6004')

  expect((await client.ask('POST', path, { oldPassword, newPassword })).retcode).toBe(retcode)
})

test('the journal shows no password and no credential', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'poll', '6004')
  await client.ask('POST', path, { oldPassword: 'Agent-6004', newPassword: 'Better-6004' })
  await client.ask('PUT', '/onlineagent/6004/updateGuid')

  const journal = JSON.stringify(centre.journal.entries)

  expect(journal).not.toContain('Agent-6004')
  expect(journal).not.toContain('Better-6004')
  expect(journal).not.toContain('.AgentGateway')
})
