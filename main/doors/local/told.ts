import type { Agent, Call, Calls } from '#contract'

/** The envelope of the gateway's own events (spec/ccgateway.md 4.1), which pages and programs of a site already read. */
export interface ToldEvent {
  readonly eventType: string
  readonly workNo: string
  readonly content: Readonly<Record<string, unknown>> | null
}

export interface Seen {
  readonly agent: Agent
  readonly calls: Calls
}

const STATES = {
  idle: 'AgentState_Ready',
  talking: 'AgentState_Busy',
  'wrap-up': 'AgentState_Work',
  busy: 'AgentState_SetNotReady_Success',
  rest: 'AgentState_SetRest_Success',
} as const

/**
 * What a program is told has happened between two moments, under the gateway's names (spec/ccgateway.md 15.1, 15.2):
 * made of what Earshot shows, so that it is the same with a gateway, without one, and after a reconnection.
 */
export function eventsBetween(before: Seen, after: Seen): readonly ToldEvent[] {
  const workNo = workNumberOf(after.agent) || workNumberOf(before.agent)
  const told = (eventType: string, content: ToldEvent['content']): ToldEvent => ({ eventType, workNo, content })
  return [
    ...stateEvents(before.agent, after.agent).map(([type, content]) => told(type, content)),
    ...after.calls.list.flatMap((call) => {
      const known = before.calls.list.find(({ id }) => id === call.id)
      const type = callEvent(known, call)
      return type ? [told(type, contentOf(call))] : []
    }),
  ]
}

function stateEvents(before: Agent, after: Agent): readonly [string, ToldEvent['content']][] {
  if (after.status !== 'signed-in') return before.status === 'signed-in' ? [['AgentOther_ShutdownService', null]] : []
  const began: [string, ToldEvent['content']][] = before.status === 'signed-in' ? [] : [['AgentOther_InService', null]]
  const { name, reason, since } = after.state
  if (before.status === 'signed-in' && before.state.name === name && before.state.since === since) return began
  return [...began, [STATES[name], reason === undefined ? null : { reason: String(reason) }]]
}

function callEvent(before: Call | undefined, after: Call): string | null {
  const name = after.phase.name
  if (before?.phase.name === name) return null
  if (name === 'ended') return before === undefined ? null : endOf(after)
  if (name === 'ringing') return 'AgentEvent_Ringing'
  if (name === 'talking') return 'AgentEvent_Talking'
  return name === 'held' ? 'AgentEvent_Hold' : null
}

const BY_CUSTOMER = new Set(['customer-hung-up', 'customer-gave-up'])

function endOf({ phase }: Call): string {
  if (phase.name !== 'ended') return ''
  if (phase.reason === 'not-answered') return 'AgentEvent_No_Answer'
  return BY_CUSTOMER.has(phase.reason) ? 'AgentEvent_Customer_Release' : 'AgentEvent_Call_Release'
}

/** `callid` is Earshot's own, the one that the interface's requests take. */
function contentOf(call: Call): Readonly<Record<string, unknown>> {
  const incoming = call.direction !== 'outgoing'
  return {
    callid: call.id,
    caller: incoming ? call.number : '',
    called: incoming ? '' : call.number,
    feature: { incoming: 0, internal: 6, outgoing: 7 }[call.direction],
    ...(call.queue && { skillName: call.queue }),
    ...(call.phase.name === 'ended' && { reason: call.phase.reason }),
  }
}

export function workNumberOf(agent: Agent): string {
  return agent.status === 'signed-in' ? (agent.workNumber ?? '') : ''
}

/** All that a program may see at once. */
export function stateOf({ agent, calls }: Seen) {
  return {
    agent:
      agent.status === 'signed-in'
        ? { status: agent.status, workNo: workNumberOf(agent), state: agent.state.name, since: agent.state.since }
        : { status: agent.status },
    calls: calls.list.filter(({ phase }) => phase.name !== 'ended').map(callOf),
  }
}

export function callOf(call: Call) {
  const { id, direction, number, queue, phase, verbs, startedAt, talkingSince } = call
  return {
    ...{ id, direction, number, phase: phase.name, verbs, startedAt },
    ...(phase.name === 'talking' && { muted: phase.muted }),
    ...(queue && { queue }),
    ...(talkingSince !== undefined && { talkingSince }),
  }
}
