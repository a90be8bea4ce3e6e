import { z } from 'zod'
import type { Operation } from '../gateway.ts'
import { known, listOf, number, read, text } from '../wire/lenient.ts'
import { query } from './operation.ts'

/** An agent of this call centre, as far as the gateway tells (spec/ccgateway.md chapter 7). */
export interface Colleague {
  readonly workNumber: string
  readonly name: string
  /** 16.1. */
  readonly state?: number
  /** 16.2. */
  readonly ctiState?: number
  readonly group?: string
  /** `currentstatetime`, in a unit nobody knows (0.1). */
  /** Ids of the queues signed in to. */
  readonly queues?: readonly string[]
  readonly stateTime?: number
  readonly signedInAt?: number
}

/** Its members' shape is not published (spec/ccgateway.md 7): bare ids, or objects with a likely name. */
const queueId = z.union([z.object({ id: text, skillid: text }).transform((one) => one.id ?? one.skillid), text])
const queuesOf = z
  .array(queueId)
  .transform((ids) => ids.filter((id) => id !== undefined))
  .optional()
  .catch(undefined)

const colleague = z
  .object({
    workno: text,
    workNo: text,
    name: text,
    status: number,
    ctiStatus: number,
    groupname: text,
    skilllist: queuesOf,
    currentstatetime: number,
    logindate: number,
  })
  .transform((fields, context): Colleague => {
    const workNumber = fields.workno || fields.workNo
    if (!workNumber) return unreadable(context)
    return {
      workNumber,
      name: fields.name || workNumber,
      ...known({
        state: fields.status,
        ctiState: fields.ctiStatus,
        group: fields.groupname || undefined,
        queues: fields.skilllist,
        stateTime: fields.currentstatetime,
        signedInAt: fields.logindate || undefined,
      }),
    }
  })

const colleagues = (result: unknown): Colleague[] => read(listOf(colleague), result) ?? []

export const allAgents = (): Operation<Colleague[]> => beside('/agentgroup/{agentId}/allagentstatus', colleagues)
export const onlineAgents = (): Operation<Colleague[]> => beside('/agentgroup/{agentId}/onlineagentonvdn', colleagues)
export const idleAgents = (): Operation<Colleague[]> => query('/agentgroup/{agentId}/idleagent', colleagues)

export interface VdnQueue {
  readonly id: string
  readonly name: string
}

/** Text, web and social chat (16.5): no call can be sent there. */
const chatMedia: ReadonlySet<number> = new Set([1, 17, 51, 53])

const vdnQueue = z.object({ id: text, name: text, mediatype: number }).transform((fields, context): VdnQueue => {
  if (!fields.id || chatMedia.has(fields.mediatype ?? 0)) return unreadable(context)
  return { id: fields.id, name: fields.name || fields.id }
})

export const vdnQueues = (): Operation<VdnQueue[]> =>
  beside('/queuedevice/{agentId}/agentvdnskill', (result) => read(listOf(vdnQueue), result) ?? [])

/** An access code or an IVR: what is dialled, and what it is called. */
export interface Code {
  readonly code: string
  readonly name: string
}

const code = z
  .object({ inno: text, access: text, id: text, description: text, mediatype: number })
  .transform((fields, context): Code => {
    const dialled = fields.inno || fields.access
    if (!dialled || chatMedia.has(fields.mediatype ?? 0)) return unreadable(context)
    return { code: dialled, name: fields.description || dialled }
  })

const codes = (result: unknown): Code[] => read(listOf(code), result) ?? []

export const accessCodes = (): Operation<Code[]> => beside('/queuedevice/{agentId}/innoinfo', codes)
export const ivrs = (): Operation<Code[]> => beside('/queuedevice/{agentId}/ivrinfo', codes)

/** The shape is not published: a bare number, or one under a likely name. */
const count = z.union([
  z.object({ waitnum: number, waitNum: number, num: number, count: number }).transform((fields) => {
    return fields.waitnum ?? fields.waitNum ?? fields.num ?? fields.count
  }),
  number,
])

/** Customers who wait in a queue; null where the answer cannot be read. */
export const waitingInQueue = (queueId: string): Operation<number | null> =>
  beside(`/queuedevice/{agentId}/skillwaitnum/${encodeURIComponent(queueId)}`, (result) => read(count, result) ?? null)

/** Not in the row of commands: nobody's `answer` waits for the directory. */
function beside<T>(path: string, reader: (result: unknown) => T): Operation<T> {
  return { ...query(path, reader), besideCommands: true }
}

function unreadable(context: z.RefinementCtx): never {
  context.addIssue('not one that can be used')
  return z.NEVER
}
