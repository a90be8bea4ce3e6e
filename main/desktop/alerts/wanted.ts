import type { Call, Calls, Chat } from '#contract'

/** Which ways of alerting are wanted at this moment. The ring is wanted by the calls themselves (main/calls). */
export interface AlertsWanted {
  /** Every call that rings, the newest first. */
  readonly ringing: readonly Call[]
  readonly ringingChats: readonly Chat[]
  readonly alertWindow: boolean
  readonly flash: boolean
  /** The calls and chats a system notification is to stand for. */
  readonly notified: readonly string[]
  /** Missed and not yet looked at, and messages that nobody has read. */
  readonly badge: number
}

/**
 * An agent who looks at the desk sees the call there; whoever looks elsewhere is told in every way there is. A
 * notification that has been posted stays until the ringing stops: it is the one that can be found again.
 */
export function alertsWanted(
  calls: Calls,
  deskInFront: boolean,
  posted: ReadonlySet<string>,
  chats: readonly Chat[] = [],
): AlertsWanted {
  const ringing = ringingAmong(calls.list)
  // What is being answered, by hand or by itself, asks nobody for anything.
  const ringingChats = ringingAmong(chats).filter(({ pending }) => pending === undefined)
  const ids = [...ringing, ...ringingChats].map(({ id }) => id)
  const elsewhere = ids.length > 0 && !deskInFront
  const notified = ids.filter((id) => !deskInFront || posted.has(id))
  return {
    ringing,
    ringingChats,
    alertWindow: elsewhere,
    flash: elsewhere,
    notified,
    badge: calls.missed.filter(({ seen }) => !seen).length + unreadIn(chats) + chats.filter(isMissed).length,
  }
}

/** Counts until the agent has closed it. */
function isMissed({ phase, unread }: Chat): boolean {
  return phase.name === 'ended' && phase.how === 'missed' && unread === 0
}

export function unreadIn(chats: readonly Pick<Chat, 'unread'>[]): number {
  return chats.reduce((sum, { unread }) => sum + unread, 0)
}

function ringingAmong<T extends Pick<Call | Chat, 'phase' | 'startedAt'>>(all: readonly T[]): readonly T[] {
  return all.filter(({ phase }) => phase.name === 'ringing').sort((a, b) => b.startedAt - a.startedAt)
}
