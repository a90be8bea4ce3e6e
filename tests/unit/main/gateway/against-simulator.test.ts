import { expect, onTestFinished, test, vi } from 'vitest'
import type { GatewayEvent } from '#main/gateway/event.ts'
import { openGateway } from '#main/gateway/open-gateway.ts'
import { cancelWork, rest, sayBusy, sayFree } from '#main/gateway/operations/agent-state.ts'
import { callInfoBeforeAnswer } from '#main/gateway/operations/call-data.ts'
import { idleAgents } from '#main/gateway/operations/directory.ts'
import { answer, beginMute, endMute, release } from '#main/gateway/operations/voice-call.ts'
import { signInFailure } from '#main/gateway/sign-in-failure.ts'
import type { CentreOptions } from '#simulator/start-centre.ts'
import { stageCentre, transports } from '../../simulator/support/stage.ts'
import { agent, collect, keepLog } from './support/collect.ts'

type Transport = (typeof transports)[number]

/** The real session against the simulated centre, whose softphones take every call at once. */
async function stage(transport: Transport, options: CentreOptions = {}) {
  const { centre } = await stageCentre(options)
  const profile = centre.profile({ transport }).gateway
  if (!profile) throw new Error('a profile without a gateway')
  const heard = collect()
  const log = keepLog()
  const gateway = openGateway({ profile: { ...profile, ca: centre.ca }, listeners: heard.listeners, log })
  onTestFinished(() => gateway.close())
  const until = (type: GatewayEvent['type'] | 'connected' | 'present' | 'reconnecting', timeout = 5_000) =>
    vi.waitFor(() => expect(heard.order).toContain(type), { timeout, interval: 5 })
  return { centre, gateway, heard, log, until }
}

async function signedIn(transport: Transport, options: CentreOptions = {}) {
  const staged = await stage(transport, options)
  const result = await staged.gateway.signIn(agent, false)
  expect(result).toMatchObject({ ok: true, value: { voice: true } })
  await staged.until('agent-state')
  staged.heard.order.length = 0
  return staged
}

const ok = { ok: true, value: undefined }

test.each(transports)('an agent signs in, changes state and signs out, over %s', async (transport) => {
  const { centre, gateway, heard, until } = await signedIn(transport)
  expect(heard.events).toMatchObject([{ type: 'in-service' }, { type: 'agent-state', state: 'idle' }])

  expect(await gateway.run(sayBusy(200))).toEqual(ok)
  await until('agent-state')
  expect(heard.events.at(-1)).toMatchObject({ state: 'busy', reason: 200 })
  expect(await gateway.run(rest(600, 7))).toEqual(ok)
  await centre.agent('6002').becomes('rest')
  expect(await gateway.run(sayFree())).toEqual(ok)
  await centre.agent('6002').becomes('idle')
  expect(await gateway.run(idleAgents())).toMatchObject({ ok: true, value: [{ workNumber: '6002' }] })

  expect(await gateway.signOut(false)).toEqual(ok)
  expect(centre.agent('6002').signedIn).toBe(false)
  expect(heard.ends).toEqual([])
})

test.each(transports)('a customer is answered, heard muted, and released into wrap-up, over %s', async (transport) => {
  const { centre, gateway, heard, until } = await signedIn(transport)

  const call = centre.customer({ number: '13800138000' }).callQueue('Support')
  await until('ringing')
  const ringing = heard.events.find((event) => event.type === 'ringing')
  expect(ringing).toMatchObject({ caller: '13800138000', feature: 0, part: 'main' })
  expect(await gateway.run(callInfoBeforeAnswer())).toMatchObject({ value: { queue: 'Support' } })
  expect(await gateway.run(answer(ringing?.callId))).toEqual(ok)
  await until('talking')
  expect(await call.talking).toBe(true)

  expect([await gateway.run(beginMute()), await gateway.run(endMute())]).toEqual([ok, ok])
  expect(await gateway.run(release())).toEqual(ok)
  await centre.agent('6002').becomes('wrap-up')
  expect(await gateway.run(cancelWork())).toEqual(ok)
  await centre.agent('6002').becomes('idle')
  await vi.waitFor(() => expect(heard.events.at(-1)).toMatchObject({ type: 'agent-state', state: 'idle' }))
  expect(heard.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['call-release', 'phone-release']))
})

test.each(transports)('a broken connection comes back, and the call with it, over %s', async (transport) => {
  const { centre, gateway, heard, until } = await signedIn(transport)
  centre.customer({ number: '13800138000' }).callQueue('Support')
  await until('ringing')
  await gateway.run(answer())
  await until('talking')

  centre.faults.refuseConnections(true)
  await until('reconnecting')
  centre.faults.refuseConnections(false)
  await until('present')

  expect(heard.presents).toMatchObject([{ state: 'talking', call: { caller: '13800138000', queue: 'Support' } }])
  expect(await gateway.run(release())).toEqual(ok)
})

test('a network that goes without a word is noticed, and its return as well', async () => {
  const { centre, heard, until } = await signedIn('websocket')

  centre.faults.setDeaf(true)
  await until('reconnecting', 10_000)
  centre.faults.setDeaf(false)
  await until('present')

  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test.each(transports)('a session the server gave up meanwhile is signed in again, over %s', async (transport) => {
  const { centre, heard, until } = await signedIn(transport, { timeouts: { maxTimeMs: 1_500 } })

  centre.faults.refuseConnections(true)
  await centre.journal.until(() => !centre.agent('6002').signedIn, 'the server to give up')
  centre.faults.refuseConnections(false)
  await until('present')

  expect(centre.agent('6002').signedIn).toBe(true)
  expect(heard.presents).toMatchObject([{ state: 'idle', call: null }])
  expect(heard.ends).toEqual([])
})

const takeOvers = transports.flatMap((transport) =>
  (['100-006', '000-003'] as const).map((takenOverCode) => ({ transport, takenOverCode })),
)

test.each(takeOvers)('a sign-in elsewhere ends it as such: $transport, $takenOverCode', async (given) => {
  const { centre, heard } = await signedIn(given.transport, { behaviour: { takenOverCode: given.takenOverCode } })

  centre.agent('6002').signInElsewhere()

  await vi.waitFor(() => expect(heard.ends).toEqual(['elsewhere']), { timeout: 10_000 })
  expect(centre.agent('6002').signedIn).toBe(true)
})

test.each(transports)('a team lead’s sign-out ends it as such, over %s', async (transport) => {
  const { centre, heard } = await signedIn(transport)

  centre.agent('6002').forceSignOut()

  await vi.waitFor(() => expect(heard.ends).toEqual(['by-team-lead']))
})

test('the credential follows the server’s rotation for as long as it polls', async () => {
  const timeouts = { guidIntervalMs: 400, guidTimeoutMs: 2_000 }
  const { centre, gateway, heard } = await signedIn('poll', { timeouts })

  await centre.journal.until(() => rotations(centre.journal.entries) > 3, 'some rotations')

  expect(await gateway.run(sayBusy())).toEqual(ok)
  expect(heard.order).not.toContain('reconnecting')
})

function rotations(entries: readonly { readonly name: string; readonly detail: unknown }[]): number {
  return entries.filter(({ name, detail }) => {
    return name === 'getAgentEvent' && typeof detail === 'object' && detail !== null && 'guid' in detail
  }).length
}

const refusals = [
  { who: '6002', password: 'wrong', reason: 'wrong-credentials' },
  { who: '6099', password: 'x', reason: 'wrong-credentials' },
  { who: '6005', password: 'Agent-6005', reason: 'softphone-number-out-of-range' },
  { who: '6006', password: 'Agent-6006', reason: 'already-signed-in-elsewhere-for-good' },
  { who: '6007', password: 'Agent-6007', reason: 'account-locked' },
  { who: '6008', password: 'Agent-6008', reason: 'already-signed-in' },
]

test.each(refusals)('a sign-in of $who is refused: $reason', async ({ who, password, reason }) => {
  const { gateway } = await stage('websocket')
  const softphoneNumber = `6747${who.replace('6', '0')}`

  const result = await gateway.signIn({ workNumber: who, password, softphoneNumber, status: 4 }, false)

  expect(result.ok ? 'ok' : signInFailure(result.failure)).toBe(reason)
})

test('a full licence and a password to be changed are told apart from the rest', async () => {
  const full = await stage('poll', { behaviour: { licenceFull: true } })
  const refused = await full.gateway.signIn(agent, false)
  expect(refused.ok ? 'ok' : signInFailure(refused.failure)).toBe('licence-full')

  const { gateway } = await stage('websocket')
  const due = { workNumber: '6004', password: 'Agent-6004', softphoneNumber: '67470004', status: 4 } as const
  expect(await gateway.signIn(due, false)).toMatchObject({ ok: true, value: { mustChangePassword: true } })
})

test('without an address of its own the WebSocket is looked for below the gateway’s', async () => {
  const { centre } = await stageCentre()
  const url = `https://localhost:${centre.gatewayPorts.websocket}/agentgateway/`
  const profile = { url, transport: 'websocket', ca: centre.ca } as const
  const gateway = openGateway({ profile, listeners: collect().listeners, log: keepLog() })
  onTestFinished(() => gateway.close())

  expect(await gateway.signIn(agent, false)).toMatchObject({ ok: true })
})

test.each(transports)('rubbish among the events costs none of the others, over %s', async (transport) => {
  const { centre, heard, log, until } = await signedIn(transport)

  centre.faults.sendText('6002', '<html>not json</html>')
  centre.faults.sendEvent('6002', 'AgentEvent_Talking', { callid: null })
  centre.faults.sendEvent('6002', 'AgentEvent_FromTomorrow', [1, 2])
  centre.faults.sendEvent('6002', 'AgentEvent_Hold', '14-1')
  await until('hold')

  expect(heard.order).toContain('unknown')
  expect(heard.ends).toEqual([])
  expect(log.lines.join('\n')).toContain('AgentEvent_Talking')
})

test('no secret of the session is in the log', async () => {
  const { log, gateway, centre } = await signedIn('poll')
  centre.customer({ number: '13800138000' }).callQueue('Support')
  await gateway.signOut(true)

  expect(log.lines.join('\n')).not.toMatch(/Agent-6002|AgentGateway\d|13800138000|67470002/)
})
