import { onTestFinished } from 'vitest'
import type { Centre } from '#simulator/centre.ts'
import type { Transport } from '#simulator/gateway/gateway.ts'
import { type CentreOptions, startCentre } from '#simulator/start-centre.ts'
import type { Answered, BareClient } from './bare-client.ts'
import { createFakeSipSide, type FakeSipSide } from './fake-sip-side.ts'
import { openPoll } from './poll-client.ts'
import { openWebSocket } from './websocket-client.ts'

export const transports: readonly Transport[] = ['websocket', 'poll']

export interface Stage {
  readonly centre: Centre
  readonly sip: FakeSipSide
}

/** A centre with fake softphones, all registered; gone when the test is. */
export async function stageCentre(options: CentreOptions = {}): Promise<Stage> {
  const sip = createFakeSipSide()
  const timeouts = { pollHoldMs: 30, ...options.timeouts }
  const centre = await startCentre({ ...options, timeouts, startSip: async () => sip })
  onTestFinished(() => centre.stop())
  for (const { softphoneNumber } of centre.agents) sip.register(softphoneNumber)
  return { centre, sip }
}

export async function connect(centre: Centre, transport: Transport, agent = '6001'): Promise<BareClient> {
  const client = transport === 'websocket' ? await openWebSocket(centre, agent) : await openPoll(centre, agent)
  onTestFinished(() => client.close())
  return client
}

/** The body of a sign-in as the app sends it; a test changes what it is about. */
export function form(centre: Centre, agent: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { password, softphoneNumber } = centre.agent(agent)
  return { password, phonenum: softphoneNumber, autoanswer: false, status: 4, ...changes }
}

export function signIn(
  centre: Centre,
  client: BareClient,
  agent = '6001',
  changes: Record<string, unknown> = {},
): Promise<Answered> {
  return client.ask('PUT', `/onlineagent/${agent}`, form(centre, agent, changes))
}

/** Signed in to all queues, and the events of the sign-in behind it. */
export async function signedIn(
  centre: Centre,
  transport: Transport,
  agent = '6001',
  changes: Record<string, unknown> = {},
): Promise<BareClient & { since(): string[] }> {
  const client = await connect(centre, transport, agent)
  await signIn(centre, client, agent, changes)
  await client.ask('POST', `/onlineagent/${agent}/resetskill/true`)
  await client.settled()
  let seen = client.events.length
  const since = () => {
    const types = client.events.slice(seen).map(({ eventType }) => eventType)
    seen = client.events.length
    return types
  }
  return Object.assign(client, { since })
}
