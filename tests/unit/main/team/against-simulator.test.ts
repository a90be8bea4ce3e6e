import { expect, onTestFinished, test, vi } from 'vitest'
import { openGateway } from '#main/gateway/open-gateway.ts'
import { teamVerbs } from '#main/gateway/verbs/team-verbs.ts'
import { createTeam, type Voice } from '#main/team/team.ts'
import { agentIn } from '#support/desk-preview/state.ts'
import { act } from '../../simulator/support/cast.ts'
import { stageCentre, transports } from '../../simulator/support/stage.ts'
import { collect, keepLog } from '../gateway/support/collect.ts'

/** Carlos leads from here, over the real session; Alice talks to Bob (spec/ccgateway.md 11). */
async function stage(transport: (typeof transports)[number]) {
  const { centre } = await stageCentre()
  const alice = act(await centre.colleague('6001', { queues: true, answers: 'at-once' }))
  const bob = centre.customer({ number: '13800000001' }).callQueue('Support')
  await bob.talking
  const profile = centre.profile({ transport }).gateway
  if (!profile) throw new Error('a profile without a gateway')
  const { listeners } = collect()
  const log = keepLog()
  const onEvent: typeof listeners.onEvent = (event) => team.gatewayEvent(event)
  const gateway = openGateway({ profile: { ...profile, ca: centre.ca }, listeners: { ...listeners, onEvent }, log })
  onTestFinished(() => gateway.close())
  const voices: Voice[] = []
  const team = createTeam({
    gateway: teamVerbs(() => gateway),
    onChange: () => undefined,
    onVoice: (voice) => void voices.push(voice),
    notices: { add: () => undefined, settle: () => undefined },
    tells: () => true,
    now: Date.now,
  })
  const { password, softphoneNumber } = centre.agent('6003')
  const signedIn = await gateway.signIn({ workNumber: '6003', password, softphoneNumber, status: 4 }, false)
  expect(signedIn.ok).toBe(true)
  team.agentChanged({ ...agentIn({ name: 'idle' }), workNumber: '6003' })
  await vi.waitFor(() => expect(team.current().rights.inspect).toBe(true))
  const until = (what: object | null) =>
    vi.waitFor(() =>
      what === null
        ? expect(team.current().inspection).toBeNull()
        : expect(team.current().inspection).toMatchObject(what),
    )
  return { centre, alice, bob, team, voices, log, until }
}

const ok = { ok: true }
const ALICE = { workNumber: '6001', name: 'Alice Meyer' }

test.each(transports)('listen, whisper, join in, listen again and stop, over %s', async (transport) => {
  const { centre, alice, team, voices, until } = await stage(transport)
  expect(await team.requests['team.inspect']({ ...ALICE, kind: 'listen' })).toEqual(ok)
  await until({ stage: 'under-way', kind: 'listen' })
  for (const kind of ['whisper', 'barge', 'listen'] as const) {
    expect(await team.requests['team.turnTo']({ kind })).toEqual(ok)
    await until({ kind })
  }
  expect(await team.requests['team.stop'](undefined)).toEqual(ok)
  await until(null)
  await centre.agent('6003').becomes('idle')

  expect(voices).toEqual(['listening', 'speaking', 'listening', 'none'])
  expect(alice.since().filter((type) => type.startsWith('AgentOther_BeQc'))).toEqual([
    ...Array.from({ length: 4 }, () => 'AgentOther_BeQcStart'),
    'AgentOther_BeQcStop',
  ])
})

test.each(transports)('joined in, the conversation has a name and is ended, over %s', async (transport) => {
  const { bob, team, until } = await stage(transport)
  expect(await team.requests['team.inspect']({ ...ALICE, kind: 'barge' })).toEqual(ok)
  await until({ stage: 'under-way', canRelease: true })
  expect(await team.requests['team.release'](undefined)).toEqual(ok)
  expect(await bob.ended).toBe('ended-by-platform')
  await until(null)
})

test.each(transports)('the customer is taken over, over %s', async (transport) => {
  const { centre, team, voices, until } = await stage(transport)
  await team.requests['team.inspect']({ ...ALICE, kind: 'listen' })
  await until({ stage: 'under-way' })
  expect(await team.requests['team.takeOver'](undefined)).toEqual(ok)
  await until(null)

  expect(voices).toEqual(['listening', 'taking-over', 'none'])
  expect(centre.agent('6003').call?.phase).toBe('talking')
  await centre.agent('6001').becomes('idle')
})

test.each(transports)('an agent is forced, written to and signed out, over %s', async (transport) => {
  const { centre, alice, bob, team, log } = await stage(transport)
  bob.hangUp()
  await centre.agent('6001').becomes('idle')
  await team.requests['team.force']({ workNumber: '6001', to: { state: 'busy' } })
  await centre.agent('6001').becomes('busy')
  await team.requests['team.force']({ workNumber: '6001', to: { state: 'rest', seconds: 600, reason: 201 } })
  await centre.agent('6001').becomes('rest')
  expect(await team.requests['team.sendNote']({ to: ['6001'], text: '十二点午餐' })).toEqual(ok)
  expect(alice.last('AgentOther_Note')).toMatchObject({ context: '十二点午餐' })
  expect(await team.requests['team.publish']({ to: 'group', name: 'Default', text: 'New' })).toEqual(ok)

  await team.requests['team.monitor']({ workNumbers: ['6001'] })
  await team.requests['team.force']({ workNumber: '6001', to: { state: 'sign-out' } })
  await vi.waitFor(() => expect(team.current().seen).toMatchObject([{ workNumber: '6001', present: false }]))
  expect(await team.requests['team.inspect']({ ...ALICE, kind: 'listen' })).toMatchObject({ retcode: '900-005' })
  expect(JSON.stringify(log)).not.toContain('十二点午餐')
})
