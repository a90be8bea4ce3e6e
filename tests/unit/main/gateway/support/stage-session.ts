import { vi } from 'vitest'
import type { Gateway } from '#main/gateway/gateway.ts'
import { openGateway } from '#main/gateway/open-gateway.ts'
import type { Log } from '#main/log/log.ts'
import { agent, collect, type Heard, keepLog } from './collect.ts'
import { createFakeTransport, type FakeTransport } from './fake-transport.ts'

export interface Stage {
  readonly gateway: Gateway
  readonly transport: FakeTransport
  readonly heard: Heard
  readonly log: Log & { readonly lines: string[] }
  /** This machine's addresses; a change is a network that may be back. */
  readonly network: { addresses: string }
}

/** A gateway over a transport that goes nowhere. */
export function stageSession(handshakeMs: number | null = null): Stage {
  const transport = createFakeTransport(handshakeMs)
  transport.replies.set('6002', { result: { mediatype: 'TTF', loginTime: '77', timeRemaining: '9' } })
  transport.replies.set('forcelogin', { result: { mediatype: 'TTF', loginTime: '78' } })
  transport.replies.set('agentskills', { result: [{ id: 1, name: 'Support' }] })
  transport.replies.set('agentstatus', { result: { agentState: 4, isWorking: false } })
  const heard = collect()
  const log = keepLog()
  const network = { addresses: '' }
  const gateway = openGateway({
    profile: { url: 'https://gateway/agentgateway', transport: 'websocket' },
    listeners: heard.listeners,
    log,
    random: () => 0.5,
    addresses: () => network.addresses,
    makeTransport: () => transport,
  })
  return { gateway, transport, heard, log, network }
}

/** Signed in, with all that went before forgotten. Needs fake timers. */
export async function stageSignedIn(handshakeMs: number | null = null): Promise<Stage> {
  const stage = stageSession(handshakeMs)
  await stage.gateway.signIn(agent, false)
  await vi.advanceTimersByTimeAsync(0)
  stage.transport.asked.length = 0
  stage.heard.order.length = 0
  stage.heard.links.length = 0
  return stage
}

export function event(eventType: string, content: unknown = null) {
  return { eventType, workNo: '6002', content }
}
