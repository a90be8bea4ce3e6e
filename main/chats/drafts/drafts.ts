import { z } from 'zod'
import type { Agent, ChatDraft, Chats, DraftsRequests } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'

/** One agent's drafts at rest, behind the operating system's key. */
export interface Sealed {
  /** False: they cannot be sealed here, so nothing is on the disk. */
  keep(text: string): Promise<boolean>
  /** Null: there are none, or none that can be read. */
  read(): Promise<string | null>
  forget(): void
}

export interface DraftsOptions {
  /** Of this agent at this site. */
  readonly sealed: (workNumber: string) => Sealed
  readonly log: Log
}

export interface DraftsPart {
  readonly requests: DraftsRequests
  agent(agent: Agent): void
  /** What is in the list no longer was closed, and its draft goes with it. */
  chats(chats: Pick<Chats, 'list'>): void
}

const WRITE_MS = 1_000
/** Of all drafts together; more than any morning's typing. */
const MOST_LETTERS = 1_000_000

const fields = z.strictObject({
  kind: z.enum(['reply', 'reply-all', 'forward']),
  subject: z.string(),
  to: z.string(),
  cc: z.string(),
  quoted: z.boolean(),
})
const kept = z.array(z.strictObject({ chatId: z.string(), text: z.string(), email: fields.exactOptional() }))

interface Room {
  readonly log: Log
  readonly drafts: Map<string, ChatDraft>
  readonly listed: Set<string>
  workNumber: string | null
  /** Only then does a chat that is not in the list mean a closed one. */
  signedIn: boolean
  sealed: Sealed | null
  opened: Promise<void>
  timer: NodeJS.Timeout | undefined
}

/**
 * Drafts are what customers were about to be told, so they are on the disk only sealed by the key store, and not at all
 * where there is none: then they outlive the desk, and not the app. They go with their chat, and all of them when the
 * agent signs out or is signed out by a team lead. A lost connection or a killed app keeps them: those chats may go on.
 */
export function createDrafts({ sealed, log }: DraftsOptions): DraftsPart {
  const room: Room = {
    ...{ log, drafts: new Map(), listed: new Set(), workNumber: null, sealed: null },
    ...{ signedIn: false, opened: Promise.resolve(), timer: undefined },
  }
  return {
    requests: {
      'drafts.all': async () => {
        await room.opened
        return [...room.drafts.values()]
      },
      'drafts.keep': (draft) => keep(room, draft),
    },
    agent: (agent) => {
      room.signedIn = agent.status === 'signed-in'
      if (!room.signedIn) room.listed.clear()
      if (agent.status === 'signed-in' && agent.workNumber !== undefined) begin(room, agent.workNumber, sealed)
      if (agent.status === 'signed-out' && (agent.why === 'asked' || agent.why === 'by-team-lead')) end(room)
    },
    chats: ({ list }) => {
      if (room.signedIn) forgetClosed(room, new Set(list.map(({ id }) => id)))
    },
  }
}

function begin(room: Room, workNumber: string, sealed: DraftsOptions['sealed']): void {
  if (room.workNumber === workNumber) return
  room.workNumber = workNumber
  room.drafts.clear()
  room.listed.clear()
  room.sealed = sealed(workNumber)
  room.opened = open(room, room.sealed)
}

/** What was written while the key store was being asked counts for more. */
async function open({ drafts, log }: Room, sealed: Sealed): Promise<void> {
  try {
    const text = await sealed.read()
    if (text === null) return
    for (const draft of kept.parse(JSON.parse(text)))
      if (!drafts.has(draft.chatId)) drafts.set(draft.chatId, asDraft(draft))
  } catch (error) {
    log.warn('the drafts could not be read', { error: explain(error) })
  }
}

function asDraft({ chatId, text, email }: z.output<typeof kept>[number]): ChatDraft {
  return { chatId, text, ...(email && { email }) }
}

function keep(room: Room, draft: ChatDraft): void {
  if (draft.text === '' && draft.email === undefined) room.drafts.delete(draft.chatId)
  else room.drafts.set(draft.chatId, draft)
  writeSoon(room)
}

function forgetClosed(room: Room, ids: ReadonlySet<string>): void {
  for (const id of room.listed) {
    if (ids.has(id)) continue
    room.listed.delete(id)
    if (room.drafts.delete(id)) writeSoon(room)
  }
  for (const id of ids) room.listed.add(id)
}

function end(room: Room): void {
  clearTimeout(room.timer)
  room.timer = undefined
  room.drafts.clear()
  room.listed.clear()
  room.workNumber = null
  room.sealed?.forget()
  room.sealed = null
}

function writeSoon(room: Room): void {
  room.timer ??= setTimeout(() => {
    room.timer = undefined
    write(room).catch((error) => room.log.error('the drafts could not be written', { error: explain(error) }))
  }, WRITE_MS)
  room.timer.unref?.()
}

async function write(room: Room): Promise<void> {
  const { sealed, drafts } = room
  await room.opened
  if (sealed === null || sealed !== room.sealed) return
  const all = [...drafts.values()]
  if (all.length === 0) return sealed.forget()
  const text = JSON.stringify(all)
  // A key store that refuses is not asked again with every letter.
  if (text.length <= MOST_LETTERS && !(await sealed.keep(text))) room.sealed = null
  // Signed out while the key store was at it.
  if (room.workNumber === null) sealed.forget()
}
