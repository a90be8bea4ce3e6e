import { setImmediate } from 'node:timers/promises'
import type { LineCommand } from '#contract'
import { type CallLine, type CallsPart, createCalls } from '#main/calls/calls.ts'
import type { Gateway as AppGateway, GatewayResult, Operation } from '#main/gateway/gateway.ts'
import { callVerbs } from '#main/gateway/verbs/call-verbs.ts'
import { parseEvent } from '#main/gateway/wire/parse-event.ts'
import { createGateway } from '#simulator/gateway/create-gateway.ts'
import type { Gateway } from '#simulator/gateway/gateway.ts'
import { operations } from '#simulator/gateway/operations/operations.ts'
import { findRoute } from '#simulator/gateway/route.ts'
import { openSession } from '#simulator/platform/agents/session.ts'
import type { Agent } from '#simulator/platform/model.ts'
import type { Stage } from '../../../simulator/platform/any-order-stage.ts'
import type { FakeLeg } from '../../../simulator/support/fake-sip-side.ts'

/** Main's calls at one agent's desk, with the simulated platform on the other side and nothing between them. */
export interface Desk {
  readonly agent: Agent
  readonly calls: CallsPart
  /** What the phone window was told last. */
  line(): CallLine
  /** Every word on its way has arrived. */
  settle(): Promise<void>
  /** The connection is lost with whatever is on its way, and comes back. */
  reconnect(): Promise<void>
}

export function sitDown(on: Stage, agent: Agent): Desk {
  const gateway = createGateway(on.platform)
  const way: (() => void)[] = []
  let line: CallLine = { microphoneFor: null, cameraFor: null, ring: 'none', calls: false }
  const phone = fakePhone(on, agent, (fact) => calls.lineFact(fact))
  const verbs = callVerbs(() => gatewayOf(gateway, agent))
  const calls = createCalls({
    gateway: verbs,
    command: phone.command,
    onLine: (wanted) => {
      line = wanted
    },
    onChange: () => undefined,
    now: Date.now,
    log: { info: () => undefined },
    confirmMs: 600_000,
  })
  calls.apply({ type: 'signed-in', gateway: true })
  signIn(on, agent, (eventType, content) => {
    const { fact } = parseEvent({ eventType, content: JSON.parse(JSON.stringify(content ?? null)) })
    if (fact) way.push(() => calls.gatewayEvent({ ...fact, at: Date.now() }))
  })
  const settle = async () => {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      if (way.length > 0) quiet = 0
      for (const arrive of way.splice(0)) arrive()
      await setImmediate()
    }
  }
  return {
    agent,
    calls,
    line: () => line,
    settle,
    reconnect: async () => {
      way.length = 0
      const present = await verbs.present()
      if (present) calls.present(present)
      await settle()
    },
  }
}

function signIn({ platform }: Stage, agent: Agent, deliver: (eventType: string, content: unknown) => void): void {
  const parameters = {
    phoneNumber: agent.softphone.number,
    autoAnswer: false,
    autoEnterIdle: true,
    releasePhone: true,
    status: 4 as const,
  }
  const session = { parameters, loginTime: 0, skills: new Set([1, 2]), autoAnswer: false, autoEnterIdle: true }
  openSession(platform, agent, { ...session, deliver, onEnd: () => undefined })
  platform.dispatch()
}

/** Runs an operation of the app's on the simulator's routes, as the wire would carry it. */
function gatewayOf(gateway: Gateway, agent: Agent): AppGateway {
  const never = () => Promise.reject(new Error('not part of this'))
  return {
    signIn: never,
    signOut: never,
    close: () => undefined,
    checkNow: () => undefined,
    guid: () => null,
    run: async <T>({ method, path: pattern, body, read }: Operation<T>): Promise<GatewayResult<T>> => {
      const url = new URL(pattern.replaceAll('{agentId}', agent.workNumber), 'https://simulator')
      const found = findRoute(operations, method, url.pathname)
      if (typeof found === 'string' || found.route.open) throw new Error(`${method} ${pattern} is ${String(found)}`)
      const request = {
        method,
        path: url.pathname,
        query: url.searchParams,
        body: body ?? null,
        guid: null,
        cookie: null,
      }
      const context = { gateway, agent, params: found.params, request: { ...request, transport: 'poll', wire: null } }
      const { answer } = await found.route.run(context as never)
      await setImmediate()
      if (answer.retcode === '0') return { ok: true, value: read(answer.result) }
      return { ok: false, failure: { kind: 'refused', retcode: answer.retcode, message: answer.message } }
    },
  }
}

/** The phone window: what the platform's INVITE is there, and what becomes of it as main says. */
function fakePhone(on: Stage, agent: Agent, tell: CallsPart['lineFact']) {
  const legs = new Map<string, FakeLeg>()
  const { invite } = on.sip
  on.sip.invite = (number, from) => {
    if (number !== agent.softphone.number) return invite(number, from)
    const before = on.sip.habit
    on.sip.habit = before === 'refuses' ? 'refuses' : 'rings'
    const leg = invite(number, from) as FakeLeg
    on.sip.habit = before
    const dialogId = `leg-${legs.size + 1}`
    legs.set(dialogId, leg)
    tell({ type: 'invited', dialogId, number: from.number })
    void leg.ended.then(() => tell({ type: 'ended', dialogId, cause: 'far-side-hung-up' }))
    return leg
  }
  const command = (asked: LineCommand) => {
    const leg = 'dialogId' in asked ? legs.get(asked.dialogId ?? '') : undefined
    if (asked.verb === 'answer') void leg?.accept().then(() => tell({ type: 'established', dialogId: asked.dialogId }))
    if (asked.verb === 'hang-up' || asked.verb === 'decline') leg?.phoneHangsUp()
  }
  return { command }
}
