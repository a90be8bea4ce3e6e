import type { Time } from '#contract'
import type { Log } from '../log/log.ts'
import type { ChatDetails, ChatGateway } from './chat-gateway.ts'
import type { ChatsEvent } from './event.ts'
import type { ChatsState, Gone } from './state.ts'

export interface AskingParts {
  readonly gateway: () => ChatGateway
  readonly state: () => ChatsState
  readonly apply: (event: ChatsEvent) => void
  readonly now: () => Time
  readonly log: Pick<Log, 'info' | 'warn'>
}

/** How often an unanswered question about a call is put again. */
const TRIES = 3

/** The platform's word about calls that are in question: each is asked about once at a time. */
export function askAboutOpen({ gateway, state, apply, now, log }: AskingParts): () => void {
  const asked = new Set<string>()
  const askOne = async (chatId: string) => {
    let details: ChatDetails | 'none' | null = null
    for (let tries = 0; tries < TRIES && details === null; tries += 1) details = await detailsOf(gateway(), chatId)
    asked.delete(chatId)
    log.info('Asked about a chat', { callId: chatId, found: details !== null && details !== 'none' })
    apply({ type: 'known', chatId, details: details === 'none' ? null : details, at: now() })
  }
  return () => {
    for (const { chatId } of state().open) {
      if (asked.has(chatId)) continue
      asked.add(chatId)
      void askOne(chatId)
    }
  }
}

/** The call's own object outlives it; the list of this agent's calls does not (spec/ccgateway.md 9). */
async function detailsOf(gateway: ChatGateway, chatId: string): Promise<ChatDetails | 'none' | null> {
  const ids = await gateway.callIds()
  if (ids === null) return null
  return ids.includes(chatId) ? gateway.details(chatId) : 'none'
}

export interface PresentParts extends AskingParts {
  /** What is kept of chats that this session has not seen. */
  readonly remembered: (chatIds: readonly string[]) => Promise<readonly Gone[]>
}

/** After a restart in mid-shift the platform may still have chats that only the store knows; which they are. */
async function recall(
  { state, apply, remembered }: Pick<PresentParts, 'state' | 'apply' | 'remembered'>,
  chats: readonly ChatDetails[],
): Promise<readonly string[]> {
  const seen = new Set([...state().chats, ...state().gone].map(({ id }) => id))
  const unseen = chats.map(({ callId }) => callId).filter((id) => !seen.has(id))
  if (unseen.length > 0) apply({ type: 'remembered', gone: await remembered(unseen) })
  return unseen
}

/** After a reconnection nothing is replayed: what chats there are, and what can be read of them again. */
export async function askPresent({ gateway, state, apply, now, remembered }: PresentParts): Promise<void> {
  const askedOf = state().chats.flatMap(({ id, phase }) => (phase.name === 'ended' ? [] : [id]))
  const gone = new Set(state().gone.map(({ id }) => id))
  const ids = await gateway().callIds()
  if (ids === null) return
  const chats: ChatDetails[] = []
  const unanswered = new Set<string>()
  for (const id of ids) {
    const details = await gateway().details(id)
    if (details === null) unanswered.add(id)
    else if (details !== 'none') chats.push(details)
  }
  for (const id of await recall({ state, apply, remembered }, chats)) gone.add(id)
  const still = await rereadAll(gateway(), chats)
  const sure = askedOf.filter((id) => !unanswered.has(id))
  // What has ended and left the list meanwhile is over, whatever an older answer says.
  const left = new Set(state().gone.flatMap(({ id }) => (gone.has(id) ? [] : [id])))
  const there = chats.filter(({ callId }) => !left.has(callId))
  apply({ type: 'present', askedOf: sure, chats: there, rereads: still !== null, at: now() })
  for (const { chatId, said } of still ?? []) apply({ type: 'fetched', chatId, said, at: now() })
}

async function rereadAll(gateway: ChatGateway, chats: readonly ChatDetails[]) {
  const all = []
  for (const { callId: chatId } of chats) {
    const messages = await gateway.messagesOf(chatId)
    if (messages === null) return null
    all.push(...messages.map((said) => ({ chatId, said })))
  }
  return all
}
