import type { Operation } from '../gateway.ts'
import { command } from './operation.ts'

/** spec/ccgateway.md 14: `agentIds` are whole numbers. */
export function sendNote(to: readonly string[], content: string): Operation<void> {
  return command('POST', '/onlineagent/{agentId}/sendnoteletex', { agentIds: to.map(Number), content })
}

/** `targetname` at most 100 characters, `bulletindata` at most 900 (14). */
export function publishBulletin(to: 'group' | 'queue', targetname: string, bulletindata: string): Operation<void> {
  const body = { targettype: to === 'group' ? 0 : 1, targetname, bulletindata }
  return command('POST', '/onlineagent/{agentId}/notifybulletin', body)
}
