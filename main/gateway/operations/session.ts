import { z } from 'zod'
import type { GatewaySignIn, Operation } from '../gateway.ts'
import type { GatewayProfile } from '../gateway-profile.ts'
import { flag, listOf, number, read, text } from '../wire/lenient.ts'
import { command, query, withQuery } from './operation.ts'

/** Signing in may wait for the platform behind the gateway. */
const signInMs = 15_000

export interface LoggedIn {
  readonly voice: boolean
  /** Let into the multimedia server. */
  readonly chat: boolean
  readonly mustChangePassword: boolean
  readonly passwordDaysLeft?: number
  /** Tells the end of this session from the end of the one before it (spec/ccgateway.md 15.6). */
  readonly loginTime?: string
}

const loggedIn = z.object({ mediatype: text, isForceChange: flag, timeRemaining: number, loginTime: text })

/** The first flag of `mediatype` is voice, the second chat; `timeRemaining` is empty when the password never expires (3.1). */
function readLoggedIn(result: unknown): LoggedIn {
  const { mediatype, isForceChange, timeRemaining, loginTime } = read(loggedIn, result) ?? {}
  return {
    voice: mediatype?.startsWith('T') ?? false,
    chat: mediatype?.[1] === 'T',
    mustChangePassword: isForceChange ?? false,
    ...(timeRemaining !== undefined && { passwordDaysLeft: timeRemaining }),
    ...(loginTime && { loginTime }),
  }
}

/** PC and phone, for voice or for video too (3.1, 12). */
const VOICE_AGENT = 4
const VIDEO_AGENT = 11

/** 3.1 and 3.2. Fields left out stand at their documented defaults. */
export function signIn(input: GatewaySignIn, profile: GatewayProfile, force: boolean): Operation<LoggedIn> {
  const body = {
    password: input.password,
    phonenum: input.softphoneNumber,
    autoanswer: input.autoAnswer ?? profile.autoAnswer ?? false,
    autoenteridle: input.autoIdle ?? !(profile.wrapUp ?? true),
    releasephone: !(profile.alwaysOffHook ?? false),
    agenttype: profile.video ? VIDEO_AGENT : VOICE_AGENT,
    checkInWebm: profile.chat ?? false,
    status: input.status,
  }
  const path = force ? '/onlineagent/{agentId}/forcelogin' : '/onlineagent/{agentId}'
  return { method: 'PUT', path, body, read: readLoggedIn, timeoutMs: signInMs }
}

/** Force also releases a call (3.4). */
export function signOut(force: boolean): Operation<void> {
  return command('DELETE', `/onlineagent/{agentId}/${force ? 'forcelogout' : 'logout'}`)
}

const guid = z.object({ guid: text })

/** A fresh credential for the one we hold (3.7); null where the answer brings none. */
export const updateGuid = (): Operation<string | null> => ({
  method: 'PUT',
  path: '/onlineagent/{agentId}/updateGuid',
  read: (result) => read(guid, result)?.guid ?? null,
  timeoutMs: 3_000,
})

/** 3.6; the WebSocket's heartbeat (5.3, inferred). */
export const handshake = (): Operation<void> => command('POST', '/onlineagent/{agentId}/handshake')

/** Signs in to all configured skills, or to these only (3.5). */
export function resetSkill(skillIds?: readonly number[]): Operation<void> {
  const path = `/onlineagent/{agentId}/resetskill/${skillIds === undefined}`
  const operation = command('POST', withQuery(path, { skillid: skillIds?.join(';') }))
  return skillIds ? { ...operation, changesSignIn: { skillIds } } : operation
}

/** No event tells of either: the answer does (3.8). */
export function autoAnswer(on: boolean): Operation<void> {
  return { ...command('POST', `/onlineagent/{agentId}/autoanswer/${on}`), changesSignIn: { autoAnswer: on } }
}

export function autoEnterIdle(on: boolean): Operation<void> {
  return { ...command('POST', `/onlineagent/{agentId}/autoenteridle/${on}`), changesSignIn: { autoIdle: on } }
}

export interface ConfiguredSkill {
  readonly id: number
  readonly name: string
  readonly wrapUpSeconds?: number
}

/** That a skill's parameter (6) comes with the skill, in seconds, is inferred; where it does not, nothing is lost. */
const skill = z
  .object({ id: number.pipe(z.number()), name: text, maxAgentWrapupTime: number })
  .transform(({ id, name, maxAgentWrapupTime: limit }) => ({
    id,
    name: name || String(id),
    ...(limit !== undefined && limit > 0 && { wrapUpSeconds: limit }),
  }))

export const agentSkills = (): Operation<ConfiguredSkill[]> =>
  query('/onlineagent/{agentId}/agentskills', (result) => read(listOf(skill), result) ?? [])

/** 3.8. */
export function changePassword(oldPassword: string, newPassword: string): Operation<void> {
  const operation = command('POST', '/onlineagent/{agentId}/modifyaccountpwdex', { oldPassword, newPassword })
  return { ...operation, changesSignIn: { password: newPassword } }
}
