import { z } from 'zod'
import type { GatewayPresent, Operation } from '../gateway.ts'
import { flag, listOf, number, read, text } from '../wire/lenient.ts'
import { command, query, withQuery } from './operation.ts'

/**
 * The agent's own state, spec/ccgateway.md chapter 6. Success means accepted; the state is real when its event
 * arrives.
 */
export const sayFree = (): Operation<void> => command('POST', '/onlineagent/{agentId}/sayfree')

/** `change`: already busy, only the reason is to be another, which takes `prolong=true`. */
export function sayBusy(reason?: number, change = false): Operation<void> {
  const parameters = { reason, prolong: change ? true : undefined }
  return command('POST', withQuery('/onlineagent/{agentId}/saybusy', parameters))
}

export const cancelBusy = (): Operation<void> => command('POST', '/onlineagent/{agentId}/cancelbusy')

/** 1 to 86399 seconds; `prolong`: already resting. */
export function rest(seconds: number, reason = 0, prolong = false): Operation<void> {
  const time = Math.min(86_399, Math.max(1, Math.round(seconds)))
  const path = `/onlineagent/{agentId}/rest/${time}/${reason}`
  return command('POST', withQuery(path, { prolong: prolong ? true : undefined }))
}

export const cancelRest = (): Operation<void> => command('POST', '/onlineagent/{agentId}/cancelrest')
export const work = (): Operation<void> => command('POST', '/onlineagent/{agentId}/work')
export const cancelWork = (): Operation<void> => command('POST', '/onlineagent/{agentId}/cancelwork')

export type GatewayAgentState = GatewayPresent['state']

/** spec/ccgateway.md 16.1. */
const states: readonly (GatewayAgentState | undefined)[] = [
  'unknown',
  'unknown',
  'unknown',
  'busy',
  'idle',
  'wrap-up',
  'idle',
  'talking',
  'rest',
]

/** Rest asked for during a call: still talking as long as the call lasts (16.1). */
const preRest = 9

const status = z.object({ agentState: number, isWorking: flag })

export interface AgentStatus {
  readonly state: GatewayAgentState
  readonly inCall: boolean
}

export const agentStatus = (): Operation<AgentStatus> =>
  query('/onlineagent/{agentId}/agentstatus', (result) => {
    const { agentState, isWorking } = read(status, result) ?? {}
    return { state: stateOf(agentState, isWorking === true), inCall: isWorking === true }
  })

function stateOf(agentState: number | undefined, isWorking: boolean): GatewayAgentState {
  if (agentState === preRest) return isWorking ? 'talking' : 'rest'
  return (agentState === undefined ? undefined : states[agentState]) ?? 'unknown'
}

export interface RestReason {
  readonly id: number
  readonly name: string
}

/** The members' names are nowhere written (chapter 6): the likely ones are tried. */
const restReason = z
  .object({ id: number, code: number, reason: number, restcause: number, name: text, desc: text, description: text })
  .transform((fields, context) => {
    const id = fields.id ?? fields.code ?? fields.reason ?? fields.restcause
    const name = fields.name ?? fields.desc ?? fields.description
    return id === undefined ? unreadable(context) : { id, name: name ?? String(id) }
  })

function unreadable(context: z.RefinementCtx): never {
  context.addIssue('no id')
  return z.NEVER
}

export const restReasons = (): Operation<RestReason[]> =>
  query('/agentgroup/{agentId}/restreason', (result) => read(listOf(restReason), result) ?? [])
