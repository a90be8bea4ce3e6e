import type { Agent, Chats, ChatsRequests, MessageContent } from '#contract'
import { askPresent } from './asking.ts'
import { control } from './commands/control.ts'
import { marking } from './commands/marks.ts'
import { sending } from './commands/send.ts'
import { type Hearing, hearing } from './hearing.ts'
import { createShell, type Shell, type ShellOptions } from './shell.ts'
import { snapshot } from './snapshot.ts'
import type { LiveChat } from './state.ts'

export interface ChatsOptions extends ShellOptions {
  /** What the limit is set for. */
  readonly mediaType: () => string
  readonly confirmMs?: number
}

export interface ChatsPart extends Hearing {
  readonly requests: ChatsRequests
  /** A message of the agent, of any kind; `key` is its id from then on. */
  post(chatId: string, key: string, content: MessageContent): void
  /** There are chats that ring or are open. */
  busy(): boolean
  /** At each sign-in at the gateway: whether the platform let this agent into the chat. */
  available(available: boolean): void
  agent(agent: Agent): void
  /** After a reconnection. */
  present(): void
  siteChanged(): void
  current(): Chats
  /** What the platform said of this chat and the windows need not know. */
  platformWord(chatId: string): Pick<LiveChat, 'called' | 'queueId'> | null
  /** Not before the desk has been painted. */
  open(): void
  close(): Promise<void>
}

/** Conversations: what comes of them, and what the agent does with them. */
export function createChats(options: ChatsOptions): ChatsPart {
  const { history, site } = options
  const shell = createShell(options)
  const { state, apply } = shell
  const parts = { ...options, ...shell, invite: () => undefined }
  const messages = sending(parts)
  return {
    requests: {
      ...control(parts),
      ...messages.requests,
      ...marking(parts),
      ...onList(shell),
      ...history.requests(state),
    },
    post: messages.post,
    ...hearing(shell),
    busy: () => state().chats.some(({ phase }) => phase.name !== 'ended'),
    available: (available) => {
      apply({ type: 'site', site: { ...site(), available } })
      if (available) void setLimit(options, state().site.limit)
    },
    agent: followAgent(shell),
    present: () => void askPresent(shell),
    siteChanged: () => {
      apply({ type: 'site', site: { ...site(), available: state().site.available } })
      history.siteChanged()
    },
    current: () => snapshot(state()),
    platformWord: (chatId) => state().chats.find(({ id }) => id === chatId) ?? null,
    open: history.open,
    close: history.close,
  }
}

/** A limit that is refused is the platform's own from then on, and no reason to have no chat. */
async function setLimit({ gateway, mediaType, log }: ChatsOptions, limit: number): Promise<void> {
  const result = await gateway().setLimit(mediaType(), limit)
  if (!result.ok) log.warn('Number of chats at once not taken', { limit, why: result.retcode ?? result.reason })
}

function followAgent(shell: Shell): ChatsPart['agent'] {
  let signedIn = false
  const enter = (workNumber: string) => {
    if (signedIn) return
    signedIn = true
    shell.apply({ type: 'signed-in', workNumber })
    // Earshot may have been away in the middle of a shift, and the platform may have chats of before.
    if (shell.state().site.available) void askPresent(shell)
  }
  const leave = () => {
    if (signedIn) shell.apply({ type: 'signed-out' })
    signedIn = false
  }
  return (agent) => {
    shell.history.agent(agent)
    if (agent.status === 'signed-in') enter(agent.workNumber ?? '')
    if (agent.status === 'signed-out') leave()
  }
}

function onList({ apply }: Shell) {
  return {
    'chats.pin': ({ chatId, pinned }) => apply({ type: 'pinned', chatId, pinned }),
    'chats.note': ({ chatId, text, category }) =>
      apply({ type: 'noted', chatId, text, ...(category !== undefined && { category }) }),
  } satisfies Partial<ChatsRequests>
}
