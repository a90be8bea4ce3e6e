import { randomUUID } from 'node:crypto'
import type { Agent, RepliesRequests, RepliesState, Reply } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import type { OwnFile, OwnReplies } from './own-file.ts'
import { agentReply, mostOwn, ownReply, quickReply, type ReplyFields, siteReply } from './reply.ts'

export interface RepliesOptions {
  readonly onState: (state: RepliesState) => void
  /** Of the connection profile. */
  readonly ofSite: () => readonly ReplyFields[]
  /** Of the gateway; empty where it has none or says nothing. */
  readonly ofGateway: () => Promise<readonly { readonly id: string; readonly content: string }[]>
  readonly fileOf: (workNumber: string) => OwnFile
  readonly log: Log
}

export interface RepliesPart {
  readonly requests: RepliesRequests
  current(): RepliesState
  agent(agent: Agent): void
}

/** So many of the last used lead the list. */
const MOST_USED = 200

interface Room {
  readonly options: RepliesOptions
  revision: number
  workNumber: string | null
  file: OwnFile | null
  own: OwnReplies
  gateway: readonly Reply[]
  read: Promise<void>
}

/** Canned replies: the site's, from profile and gateway, and the agent's own; the last used first. */
export function createReplies(options: RepliesOptions): RepliesPart {
  const room: Room = {
    ...{ options, revision: 0, workNumber: null, file: null, gateway: [] },
    ...{ own: { replies: [], used: [] }, read: Promise.resolve() },
  }
  return {
    requests: {
      'replies.all': async () => {
        await room.read
        return allIn(room)
      },
      'replies.save': (reply) => save(room, reply),
      'replies.remove': async ({ id }) => {
        await room.read
        const replies = room.own.replies.filter((one) => one.id !== id)
        if (replies.length < room.own.replies.length) await change(room, { replies })
      },
      'replies.used': async ({ id }) => {
        await room.read
        const used = [id, ...room.own.used.filter((one) => one !== id)].slice(0, MOST_USED)
        room.own = { ...room.own, used }
        await room.file?.write(room.own)
      },
    },
    current: () => ({ revision: room.revision }),
    agent: (agent) => {
      if (agent.status === 'signed-in') begin(room, agent.workNumber ?? '')
      if (agent.status === 'signed-out') room.workNumber = null
    },
  }
}

function begin(room: Room, workNumber: string): void {
  if (room.workNumber === workNumber) return
  const file = room.options.fileOf(workNumber)
  Object.assign(room, { workNumber, file, gateway: [], own: { replies: [], used: [] } })
  const stillHere = () => room.file === file
  room.read = readOwn(room, file, stillHere)
  const logIt = (error: unknown) => room.options.log.warn('quick replies could not be read', { error: explain(error) })
  readGateway(room, stillHere).catch(logIt)
}

async function readOwn(room: Room, file: OwnFile, stillHere: () => boolean): Promise<void> {
  const own = await file.read()
  if (!stillHere()) return
  room.own = own
  tell(room)
}

async function readGateway(room: Room, stillHere: () => boolean): Promise<void> {
  const quick = await room.options.ofGateway()
  if (!stillHere() || quick.length === 0) return
  room.gateway = quick.map(quickReply)
  tell(room)
}

function tell(room: Room): void {
  room.revision += 1
  room.options.onState({ revision: room.revision })
}

function allIn({ options, own, gateway }: Room): readonly Reply[] {
  const all = [...own.replies.map(agentReply), ...options.ofSite().map(siteReply), ...gateway]
  const place = new Map(own.used.map((id, index) => [id, index]))
  const turn = ({ id }: Reply) => place.get(id) ?? MOST_USED
  return all.toSorted((a, b) => turn(a) - turn(b))
}

/** A new one has an empty id. */
async function save(room: Room, reply: Omit<Reply, 'owner'>): Promise<boolean> {
  await room.read
  const { replies } = room.own
  const isNew = reply.id === ''
  const read = ownReply.safeParse(isNew ? { ...reply, id: `own:${randomUUID()}` } : reply)
  if (!read.success || room.file === null) return false
  if (isNew ? replies.length >= mostOwn : replies.every(({ id }) => id !== reply.id)) return false
  const next = isNew ? [...replies, read.data] : replies.map((one) => (one.id === reply.id ? read.data : one))
  return change(room, { replies: next })
}

async function change(room: Room, patch: Partial<OwnReplies>): Promise<boolean> {
  const before = room.own
  room.own = { ...before, ...patch }
  const written = (await room.file?.write(room.own)) ?? false
  if (!written) room.own = before
  tell(room)
  return written
}
