import { onTestFinished, vi } from 'vitest'
import type { Chat, ChatMessage, ChatSite, Chats } from '#contract'
import { type ChatsPart, createChats } from '#main/chats/chats.ts'
import type { GatewayEvent } from '#main/gateway/event.ts'
import { openGateway } from '#main/gateway/open-gateway.ts'
import { chatVerbs } from '#main/gateway/verbs/chat/chat-verbs.ts'
import type { Centre } from '#simulator/centre.ts'
import type { CentreOptions } from '#simulator/start-centre.ts'
import { stageCentre } from '../../../simulator/support/stage.ts'
import { agent, keepLog } from '../../gateway/support/collect.ts'
import { historyHere } from './history.ts'
import { site } from './site.ts'

export interface StagedChats {
  readonly chats: ChatsPart
  /** What the calls would have heard. */
  readonly others: GatewayEvent[]
  readonly list: () => readonly Chat[]
  /** What the desk would show of a chat: whatever was told, merged by id, in the order of places. */
  readonly shown: (chatId: string) => readonly ChatMessage[]
  readonly told: { messages: number; changes: number; last: Chats }
}

/** The chats of agent 6002 over the real gateway session, against the simulated centre. */
export async function stageChats(options: CentreOptions = {}, changes: Partial<ChatSite> = {}) {
  const { centre } = await stageCentre(options)
  const dialect = options.chat?.dialect ?? 'mediacall'
  const profile = gatewayOf(centre)
  const log = keepLog()
  const others: GatewayEvent[] = []
  const messages = new Map<string, ChatMessage>()
  const told = { messages: 0, changes: 0, last: { site: site(changes), list: [] } as Chats }
  const gateway = openGateway({
    profile: { ...profile, ca: centre.ca, chat: true },
    listeners: {
      onEvent: (event) => void (chats.gatewayEvent(event) || others.push(event)),
      onLink: () => undefined,
      onChat: (available) => chats.available(available),
      onPresent: () => chats.present(),
      onEnd: () => undefined,
    },
    log,
  })
  const chats: ChatsPart = createChats({
    gateway: chatVerbs(
      () => gateway,
      () => ({ dialect, mediaType: '53', messageBytes: 3_800 }),
    ),
    site: () => site(changes),
    mediaType: () => '53',
    history: historyHere(changes.contentDays),
    onChange: (all) => {
      told.changes += 1
      told.last = all
    },
    onMessages: (news) => {
      told.messages += 1
      for (const message of news) messages.set(`${message.chatId} ${message.id}`, message)
    },
    now: Date.now,
    log,
  })
  onTestFinished(() => gateway.close())
  const entered = await gateway.signIn({ ...agent, status: 4 }, false)
  if (!entered.ok) throw new Error('not signed in')
  chats.agent({ status: 'signed-in', workNumber: '6002' } as never)
  const list = () => chats.current().list
  const shown = (chatId: string) =>
    [...messages.values()].filter((one) => one.chatId === chatId).sort((one, other) => one.place - other.place)
  return { centre, gateway, chats, others, list, shown, told, log }
}

export function fact<T>(check: () => T, timeout = 5_000): Promise<T> {
  return vi.waitFor(check, { timeout, interval: 5 })
}

function gatewayOf(centre: Centre) {
  const { gateway } = centre.profile()
  if (!gateway) throw new Error('a profile without a gateway')
  return gateway
}
