import type { Operation } from '../gateway.ts'
import { flag, read } from '../wire/lenient.ts'
import { query } from './operation.ts'

export type Right = 'iscensor' | 'ismonitor' | 'ispickup' | 'iscallout'

/** One of the agent's own rights (spec/ccgateway.md 7); an answer that cannot be read is none. */
export function ownRight(right: Right): Operation<boolean> {
  return { ...query(`/agentgroup/{agentId}/${right}`, (result) => read(flag, result) ?? false), besideCommands: true }
}
