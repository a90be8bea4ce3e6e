import type { Agent, AgentStateName, Call, Calls, CallVerb, Chat, DeclineMode, GoTo, SignedInAgent } from '#contract'
import { unreadIn } from '../alerts/wanted.ts'
import type { Words } from '../words/words.ts'
import { chatNameOf, nameOf } from './names.ts'

export type TrayState = AgentStateName | 'offline' | 'ringing'

/** What needs no more than a click; the rest is for the desk. */
type TrayVerb = 'answer' | 'mute' | 'unmute' | 'hold' | 'retrieve' | 'hang-up'

export type TrayAction =
  | { readonly verb: TrayVerb; readonly callId: string }
  | { readonly verb: 'decline'; readonly callId: string; readonly mode: DeclineMode }
  | { readonly verb: 'answer-chat' | 'decline-chat' | 'show-chat'; readonly chatId: string }
  | { readonly verb: 'go-to'; readonly goTo: GoTo }
  | { readonly verb: 'open' | 'sign-out' | 'quit' }

export interface TrayItem {
  readonly label: string
  /** Without one, the item only says something, or holds others. */
  readonly action?: TrayAction
  /** Only where items exclude each other: whether this is the one in force. */
  readonly checked?: boolean
  readonly items?: readonly TrayItem[]
}

/** What the tray knows of the day. */
export interface TrayView {
  readonly agent: Agent
  readonly calls: Calls
  readonly chats?: readonly Chat[]
}

const restMinutes = [5, 10, 15, 20, 30, 45, 60]
const inCall = new Set(['dialling', 'talking', 'held'])

export function trayStateOf({ agent, calls, chats = [] }: TrayView): TrayState {
  if ([...calls.list, ...chats].some(({ phase }) => phase.name === 'ringing')) return 'ringing'
  if (calls.list.some(({ phase }) => inCall.has(phase.name))) return 'talking'
  return agent.status === 'signed-in' ? agent.state.name : 'offline'
}

export function trayTip(view: TrayView, words: Words): string {
  const call = view.calls.list.find(isLive)
  const unread = unreadIn(view.chats ?? [])
  const who = call && nameOf(call, words)
  const parts = ['Earshot', words.states[trayStateOf(view)], who, unread > 0 ? words.unreadMessages(unread) : '']
  return parts.filter(Boolean).join(' · ')
}

/** Everything the desk can do about calls and states, in groups: what is in hand, what to be, the app. */
export function trayMenu(view: TrayView, words: Words): readonly (readonly TrayItem[])[] {
  const { agent, calls, chats = [] } = view
  const signedIn = agent.status === 'signed-in' ? agent : null
  const groups = [
    ...calls.list.filter(isLive).map((call) => callItems(call, signedIn, words)),
    ...chats.filter(({ phase }) => phase.name === 'ringing').map((chat) => ringingChatItems(chat, words)),
    unreadItems(chats, words),
    ...(signedIn ? [stateItems(signedIn, words)] : []),
    appItems(signedIn !== null, words),
  ]
  return groups.filter((group) => group.length > 0)
}

function isLive({ phase }: Call): boolean {
  return phase.name !== 'ended' && phase.name !== 'arriving'
}

function callItems(call: Call, agent: SignedInAgent | null, words: Words): TrayItem[] {
  const title = [nameOf(call, words), call.queue].filter(Boolean).join(' · ')
  return [{ label: title }, ...call.verbs.flatMap((verb) => verbItems(verb, call.id, agent, words))]
}

function ringingChatItems(chat: Chat, words: Words): TrayItem[] {
  const chatId = chat.id
  return [
    { label: [chatNameOf(chat, words), words.channels[chat.channel], chat.queue].filter(Boolean).join(' · ') },
    ...(chat.verbs.includes('answer')
      ? [{ label: words.answer, action: { verb: 'answer-chat', chatId } } as const]
      : []),
    ...(chat.verbs.includes('decline')
      ? [{ label: words.decline, action: { verb: 'decline-chat', chatId } } as const]
      : []),
  ]
}

/** A menu is no list: of many, those who wait longest. */
const mostUnread = 8

function unreadItems(chats: readonly Chat[], words: Words): TrayItem[] {
  return chats
    .filter(({ phase, unread }) => phase.name !== 'ringing' && unread > 0)
    .slice(0, mostUnread)
    .map((chat) => ({
      label: `${chatNameOf(chat, words)} · ${words.unreadMessages(chat.unread)}`,
      action: { verb: 'show-chat', chatId: chat.id },
    }))
}

function verbItems(verb: CallVerb, callId: string, agent: SignedInAgent | null, words: Words): TrayItem[] {
  if (verb === 'decline') return declineItems(callId, agent?.gateway.status === 'none', words)
  if (!isTrayVerb(verb)) return []
  return [{ label: trayLabel(verb, words), action: { verb, callId } }]
}

const trayVerbs: ReadonlySet<CallVerb> = new Set<TrayVerb>(['answer', 'mute', 'unmute', 'hold', 'retrieve', 'hang-up'])

function isTrayVerb(verb: CallVerb): verb is TrayVerb {
  return trayVerbs.has(verb)
}

function trayLabel(verb: TrayVerb, words: Words): string {
  const { answer, mute, unmute, hold, retrieve, hangUp } = words
  return { answer, mute, unmute, hold, retrieve, 'hang-up': hangUp }[verb]
}

/** The platform has two ways of declining; a plain softphone has one. */
function declineItems(callId: string, softphoneOnly: boolean, words: Words): TrayItem[] {
  const decline = (label: string, mode: DeclineMode): TrayItem => ({ label, action: { verb: 'decline', callId, mode } })
  if (softphoneOnly) return [decline(words.decline, 'release')]
  return [decline(words.declineToQueue, 'requeue'), decline(words.declineAndEnd, 'release')]
}

function stateItems({ state, gateway }: SignedInAgent, words: Words): TrayItem[] {
  const item = (label: string, goTo: GoTo): TrayItem => ({
    label,
    action: { verb: 'go-to', goTo },
    checked: state.name === goTo.state,
  })
  const rests = restMinutes.map((minutes) => ({
    label: words.minutes(minutes),
    action: { verb: 'go-to', goTo: { state: 'rest', seconds: minutes * 60 } } as const,
  }))
  return [
    item(words.goIdle, { state: 'idle' }),
    item(words.goBusy, { state: 'busy' }),
    { label: words.goRest, items: rests },
    ...(gateway.status === 'none' ? [] : [item(words.goWrapUp, { state: 'wrap-up' })]),
  ]
}

function appItems(signedIn: boolean, words: Words): TrayItem[] {
  return [
    { label: words.open, action: { verb: 'open' } },
    ...(signedIn ? [{ label: words.signOut, action: { verb: 'sign-out' } } as const] : []),
    { label: words.quit, action: { verb: 'quit' } },
  ]
}
