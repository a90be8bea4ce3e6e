import { expect, test } from 'vitest'
import { castOf } from '../../support/cast.ts'

test('a note comes with its words, or as the bare word that there is one', async () => {
  const { centre, alice, carlos } = await castOf()
  const send = () => carlos.ask('POST', 'onlineagent', 'sendnoteletex', { agentIds: [6001], content: '午休后找我' })

  expect((await send()).retcode).toBe('0')
  expect(alice.last('AgentOther_Note')).toMatchObject({
    sender: '6003',
    sendername: 'Carlos Ruiz',
    context: '午休后找我',
  })

  centre.behaviour.noteContent = 'none'
  await send()
  expect(alice.last('AgentOther_Note')).toBeNull()
})

test('a bulletin reaches its group or queue, and only a team lead publishes', async () => {
  const { alice, carlos } = await castOf()
  const to = (targettype: number, targetname: string) => ({ targettype, targetname, bulletindata: 'New prices' })

  expect((await carlos.ask('POST', 'onlineagent', 'notifybulletin', to(1, 'Support'))).retcode).toBe('0')
  expect(alice.last('AgentOther_Bulletin')).toEqual({ bulletindata: 'New prices' })
  expect((await carlos.ask('POST', 'onlineagent', 'notifybulletin', to(0, 'Nobody'))).retcode).toBe('000-002')
  expect((await alice.ask('POST', 'onlineagent', 'notifybulletin', to(0, 'Default'))).retcode).toBe('000-003')
})
