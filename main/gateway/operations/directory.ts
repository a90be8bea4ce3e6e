import { z } from 'zod'
import type { Operation } from '../gateway.ts'
import { listOf, number, read, text } from '../wire/lenient.ts'
import { query } from './operation.ts'

/** An agent of this call centre, as far as the gateway tells (spec/ccgateway.md chapter 7). */
export interface Colleague {
  readonly workNumber: string
  readonly name: string
  /** 16.1. */
  readonly state?: number
  readonly group?: string
}

const colleague = z
  .object({ workno: text, workNo: text, name: text, status: number, groupname: text })
  .transform((fields, context): Colleague => {
    const workNumber = fields.workno || fields.workNo
    if (!workNumber) {
      context.addIssue('no work number')
      return z.NEVER
    }
    return {
      workNumber,
      name: fields.name || workNumber,
      ...(fields.status !== undefined && { state: fields.status }),
      ...(fields.groupname && { group: fields.groupname }),
    }
  })

const colleagues = (result: unknown): Colleague[] => read(listOf(colleague), result) ?? []

export const onlineAgents = (): Operation<Colleague[]> => query('/agentgroup/{agentId}/onlineagentonvdn', colleagues)
export const idleAgents = (): Operation<Colleague[]> => query('/agentgroup/{agentId}/idleagent', colleagues)
