import type { Agent, ChatMessage, ChatSite, Chats, ChatsRequests, MessageContent, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import type { Log } from '../log/log.ts'
import { askAboutOpen, askPresent } from './asking.ts'
import { advance } from './chat.ts'
import type { ChatGateway } from './chat-gateway.ts'
import { control } from './commands/control.ts'
import { marking } from './commands/marks.ts'
import { sending } from './commands/send.ts'
import type { ChatsEvent } from './event.ts'
import { hearing } from './hearing.ts'
import { nextMoment } from './rules/list.ts'
import { snapshot } from './snapshot.ts'
import { type ChatsState, noChats } from './state.ts'
import { createTelling } from './telling.ts'

export interface ChatsOptions {
  readonly gateway: () => ChatGateway
  /** What the profile in force says; `mediaType` is what the limit is set for. */
  readonly site: () => Omit<ChatSite, 'available'>
  readonly mediaType: () => string
  readonly onChange: (chats: Chats) => void
  readonly onMessages: (messages: readonly ChatMessage[]) => void
  readonly now: () => Time
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly confirmMs?: number
}

export interface ChatsPart {
  readonly requests: ChatsRequests
  /** A message of the agent, of any kind; `key` is its id from then on. */
  post(chatId: string, key: string, content: MessageContent): void
  /** Takes what is about chats; false: it is about something else. */
  gatewayEvent(event: GatewayEvent): boolean
  /** Whether this call of the platform's is a chat, as far as is known. */
  holds(callId: string): boolean
  /** There are chats that ring or are open. */
  busy(): boolean
  /** At each sign-in at the gateway: whether the platform let this agent into the chat. */
  available(available: boolean): void
  agent(agent: Agent): void
  /** After a reconnection. */
  present(): void
  siteChanged(): void
  current(): Chats
}

/** The shell round `advance`: feeds it, publishes what comes of it, and carries the agent's commands. */
export function createChats(options: ChatsOptions): ChatsPart {
  const { gateway, now, log } = options
  let state: ChatsState = noChats({ ...options.site(), available: false })
  let moment: NodeJS.Timeout | undefined
  const telling = createTelling({ ...options, current: () => snapshot(state) })

  function apply(event: ChatsEvent): void {
    const before = state
    state = advance(before, event)
    if (state === before) return
    telling.messages(state.news)
    if (state.chats !== before.chats || state.site !== before.site) telling.changed()
    waitForMoment()
    if (state.open.length > 0) askOpen()
  }
  function waitForMoment(): void {
    clearTimeout(moment)
    const at = nextMoment(state)
    if (at !== null) moment = setTimeout(() => apply({ type: 'time', at: now() }), Math.max(0, at - now()))
  }
  const parts = { ...options, apply, state: () => state, invite: () => undefined }
  const askOpen = askAboutOpen(parts)
  const messages = sending(parts)
  const { gatewayEvent, holds } = hearing(parts)
  return {
    requests: { ...control(parts), ...messages.requests, ...marking(parts), ...onList(parts) },
    post: messages.post,
    gatewayEvent,
    holds,
    busy: () => state.chats.some(({ phase }) => phase.name !== 'ended'),
    available: (available) => {
      apply({ type: 'site', site: { ...options.site(), available } })
      if (available) void setLimit({ ...options, gateway }, state.site.limit)
    },
    agent: followAgent(parts),
    present: () => void askPresent({ ...parts, log }),
    siteChanged: () => apply({ type: 'site', site: { ...options.site(), available: state.site.available } }),
    current: () => snapshot(state),
  }
}

export interface ShellParts extends ChatsOptions {
  readonly apply: (event: ChatsEvent) => void
  readonly state: () => ChatsState
}

/** A limit that is refused is the platform's own from then on, and no reason to have no chat. */
async function setLimit({ gateway, mediaType, log }: ChatsOptions, limit: number): Promise<void> {
  const result = await gateway().setLimit(mediaType(), limit)
  if (!result.ok) log.warn('Number of chats at once not taken', { limit, why: result.retcode ?? result.reason })
}

function followAgent({ apply }: ShellParts): ChatsPart['agent'] {
  let signedIn = false
  return (agent) => {
    const now = agent.status === 'signed-in'
    if (now && !signedIn) apply({ type: 'signed-in', workNumber: agent.workNumber ?? '' })
    if (agent.status === 'signed-out' && signedIn) apply({ type: 'signed-out' })
    signedIn = now || (signedIn && agent.status !== 'signed-out')
  }
}

function onList({ apply, state }: ShellParts) {
  return {
    'chats.pin': ({ chatId, pinned }) => apply({ type: 'pinned', chatId, pinned }),
    'chats.note': ({ chatId, text, category }) =>
      apply({ type: 'noted', chatId, text, ...(category !== undefined && { category }) }),
    'chats.page': ({ chatId, before, limit }) => {
      const all = state().chats.find(({ id }) => id === chatId)?.messages ?? []
      const earlier = before === undefined ? all : all.filter(({ place }) => place < before)
      return Promise.resolve({ messages: earlier.slice(-limit), more: earlier.length > limit })
    },
    'chats.earlier': () => Promise.resolve({ chats: [], more: false }),
    'chats.search': () => Promise.resolve([]),
  } satisfies Partial<ChatsRequests>
}
