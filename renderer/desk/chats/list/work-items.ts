import type { Call, Channel, Chat } from '#contract'

/** One entry of the work list. */
export type WorkItem =
  | { readonly kind: 'call'; readonly id: string; readonly startedAt: number; readonly call: Call }
  | { readonly kind: 'chat'; readonly id: string; readonly startedAt: number; readonly chat: Chat }

/** A place that is kept while the list must not move. */
export type Place = Pick<WorkItem, 'kind' | 'id'>
export type WorkRow = WorkItem | { readonly kind: 'gone'; readonly was: WorkItem['kind']; readonly id: string }

export interface ListFilter {
  /** Null: of every channel. */
  readonly channel: Channel | null
  readonly unreadOnly: boolean
}

/**
 * Calls first, since somebody holds a receiver, the longest first; then the chats as main orders them (ringing, then
 * whoever waits longest), with an inner consultation under the chat it is about.
 */
export function workItems(calls: readonly Call[], chats: readonly Chat[]): readonly WorkItem[] {
  const there = new Set(chats.map(({ id }) => id))
  const inner = (chat: Chat) => chat.about !== undefined && there.has(chat.about) && chat.phase.name !== 'ringing'
  const ordered = chats
    .filter((chat) => !inner(chat))
    .flatMap((chat) => [chat, ...chats.filter((other) => inner(other) && other.about === chat.id)])
  return [
    ...calls.map((call) => ({ kind: 'call' as const, id: call.id, startedAt: call.startedAt, call })),
    ...ordered.map((chat) => ({ kind: 'chat' as const, id: chat.id, startedAt: chat.startedAt, chat })),
  ]
}

/** Nothing that rings is ever hidden. */
export function passes(item: WorkItem, { channel, unreadOnly }: ListFilter): boolean {
  if (item.kind === 'call' || item.chat.phase.name === 'ringing') return true
  const { chat } = item
  return (channel === null || chat.channel === channel) && (!unreadOnly || chat.unread > 0)
}

/**
 * The rows in an order that was: what has gone since leaves its place empty, what has come since stands after them by
 * its start, so that nothing above it ever moves.
 */
export function inOrder(
  order: readonly Place[],
  all: readonly WorkItem[],
  wanted: readonly WorkItem[],
): readonly WorkRow[] {
  const byId = new Map(all.map((item) => [item.id, item]))
  const known = new Set(order.map(({ id }) => id))
  const kept = order.map(({ id, kind }): WorkRow => byId.get(id) ?? { kind: 'gone', was: kind, id })
  const come = wanted.filter(({ id }) => !known.has(id)).toSorted((one, other) => one.startedAt - other.startedAt)
  return [...kept, ...come]
}

/** Who waits for this agent: ringing first, calls before chats, then whoever has waited longest. */
export function waitingItems(items: readonly WorkItem[]): readonly WorkItem[] {
  return items
    .flatMap((item) => {
      const since = waitsSince(item)
      return since === null ? [] : [{ item, since }]
    })
    .toSorted((one, other) => rank(one.item) - rank(other.item) || one.since - other.since)
    .map(({ item }) => item)
}

function rank(item: WorkItem): number {
  const rings = (item.kind === 'call' ? item.call : item.kind === 'chat' ? item.chat : null)?.phase.name === 'ringing'
  if (!rings) return 2
  return item.kind === 'call' ? 0 : 1
}

function waitsSince(item: WorkItem): number | null {
  if (item.kind === 'call') {
    const { phase } = item.call
    return phase.name === 'ringing' || phase.name === 'held' ? phase.since : null
  }
  const { phase, waits } = item.chat
  if (phase.name === 'ringing') return phase.since
  return phase.name === 'open' && waits ? waits.since : null
}
