import { z } from 'zod'
import type { Operation } from '../gateway.ts'
import { listOf, read, text } from '../wire/lenient.ts'
import { command, query, withQuery } from './operation.ts'

const below = (path: string) => `/qualitycontrol/{agentId}/${path}`
const of = (workNumber: string) => encodeURIComponent(workNumber)

/** A team lead's operations on an agent, spec/ccgateway.md 11. */
export const listen = (agent: string): Operation<void> => command('PUT', below(`addsupervise/${of(agent)}`))
export const insert = (agent: string): Operation<void> => command('PUT', below(`addinsert/${of(agent)}`))
export const intercept = (agent: string): Operation<void> => command('PUT', below(`intercept/${of(agent)}`))
export const stopInspecting = (agent: string): Operation<void> => command('DELETE', below(of(agent)))

export function startWhisper(agent: string): Operation<void> {
  return command('POST', withQuery(below('requestwhisperagent'), { whisperagentid: agent }))
}

export function stopWhisper(agent: string): Operation<void> {
  return command('POST', withQuery(below('requeststopwhisperagent'), { whisperagentid: agent }))
}

const switchTypes = { listen: 0, barge: 1, whisper: 2 } as const

export function switchTo(agent: string, kind: keyof typeof switchTypes): Operation<void> {
  const parameters = { whisperagentid: agent, switchtype: switchTypes[kind] }
  return command('POST', withQuery(below('requestswitchinsertwhisperagent'), parameters))
}

export const forceBusy = (agent: string): Operation<void> => command('POST', below(`forcebusy/${of(agent)}`))
export const forceIdle = (agent: string): Operation<void> => command('POST', below(`forceidle/${of(agent)}`))
export const forceSignOut = (agent: string): Operation<void> => command('POST', below(`forcelogout/${of(agent)}`))
export const forceDropCall = (callId: string): Operation<void> => command('POST', below(`forcedropcall/${of(callId)}`))

/** 1 to 86399 seconds, reason 1 to 255. */
export function forceRest(agent: string, seconds: number, reason: number): Operation<void> {
  return command('POST', below(`forcerest/${of(agent)}/${seconds}/${reason}`))
}

/** How several are written is not published: with commas, as in `AgentEvent_Conference` (15.2). */
export function beginMonitor(agents: readonly string[]): Operation<void> {
  return command('POST', withQuery(below('beginmonitor'), { agents: agents.join(',') }))
}

export function endMonitor(agents: readonly string[]): Operation<void> {
  return command('POST', withQuery(below('endmonitor'), { agents: agents.join(',') }))
}

/** Bare work numbers, or AgentInfo as in chapter 7: the list's shape is not published. */
const monitored = z.union([z.object({ workno: text, workNo: text }).transform((one) => one.workno || one.workNo), text])

export const monitoredAgents = (): Operation<string[]> =>
  query(below('allagent'), (result) => (read(listOf(monitored), result) ?? []).filter((one) => one !== undefined))
