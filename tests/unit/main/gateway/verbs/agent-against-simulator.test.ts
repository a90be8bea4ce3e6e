import { expect, onTestFinished, test } from 'vitest'
import { openGateway } from '#main/gateway/open-gateway.ts'
import { agentVerbs } from '#main/gateway/verbs/agent-verbs.ts'
import { stageCentre, transports } from '../../../simulator/support/stage.ts'
import { agent, collect, keepLog } from '../support/collect.ts'

type Transport = (typeof transports)[number]

/** What an agent does all day, against the simulated platform. */
async function atWork(transport: Transport, habits: { autoAnswer?: boolean; autoIdle?: boolean } = {}) {
  const { centre } = await stageCentre()
  const profile = centre.profile({ transport }).gateway
  if (!profile) throw new Error('a profile without a gateway')
  const { listeners } = collect()
  const gateway = openGateway({ profile: { ...profile, ca: centre.ca }, listeners, log: keepLog() })
  onTestFinished(() => gateway.close())
  const verbs = agentVerbs(gateway)
  expect(await verbs.signIn({ ...agent, ...habits }, false)).toMatchObject({ ok: true })
  return { centre, verbs, me: centre.agent(agent.workNumber) }
}

const yes = { ok: true }

test.each(transports)('queues that are left bring no calls, over %s', async (transport) => {
  const { centre, verbs, me } = await atWork(transport, { autoAnswer: true })
  expect(await verbs.setSkills([2])).toMatchObject({ ok: true, skills: [{ id: 1 }, { id: 2 }, { id: 11 }, { id: 12 }] })
  expect(await verbs.goTo({ state: 'idle' }, 'busy')).toEqual(yes)

  const waiting = centre.customer({ number: '13800000001' }).callQueue('Support')
  const call = centre.customer({ number: '13800000002' }).callQueue('销售')

  expect(await call.talking).toBe(true)
  expect(waiting.state).toBe('queued')
  expect(me.state).toBe('talking')
})

test.each(transports)('a next state is asked for, taken back, and asked for again, over %s', async (transport) => {
  const { centre, verbs, me } = await atWork(transport, { autoAnswer: true, autoIdle: true })
  await verbs.goTo({ state: 'idle' }, 'busy')
  const call = centre.customer({ number: '13800000001' }).callQueue('Support')
  await call.talking

  expect(await verbs.goTo({ state: 'busy', reason: 201 }, 'talking')).toEqual(yes)
  expect(await verbs.withdraw('busy')).toEqual(yes)
  expect(await verbs.withdraw('busy')).toMatchObject({ ok: false, retcode: '100-009' })
  expect(await verbs.goTo({ state: 'rest', seconds: 600, reason: 7 }, 'talking')).toEqual(yes)
  call.hangUp()

  await me.becomes('rest')
  expect(me.reason).toBe(7)
  expect(await verbs.goTo({ state: 'rest', seconds: 900, reason: 7 }, 'rest')).toEqual(yes)
})

test.each(transports)('the switches change what happens next, over %s', async (transport) => {
  const { centre, verbs, me } = await atWork(transport)
  expect(await verbs.setAutoAnswer(true)).toEqual(yes)
  expect(await verbs.setAutoIdle(true)).toEqual(yes)
  await verbs.goTo({ state: 'idle' }, 'busy')

  const call = centre.customer({ number: '13800000001' }).callQueue('Support')
  expect(await call.talking).toBe(true)
  call.hangUp()

  await me.becomes('idle')
})

test.each(transports)('rest reasons are listed, over %s', async (transport) => {
  const { verbs } = await atWork(transport)

  expect(await verbs.restReasons()).toContainEqual({ number: 202, name: { en: 'Break', 'zh-CN': 'Break' } })
})
