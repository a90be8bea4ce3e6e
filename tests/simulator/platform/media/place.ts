import type { Source } from '../../sip/sip-side.ts'
import { type End, isLeg } from './end.ts'
import type { Frame } from './mix.ts'

/** A leg's frames come as the network brings them: this many are kept before the first is mixed. */
const PRIMED = 5
/** Half a second: whoever reads later than that has lost the rest. */
const MOST = 25

/** One end in a room, and what the others have said that it has not heard yet. */
export interface Place {
  readonly end: End
  /** What it hears instead of the others, who do not hear it. */
  aside: Source | null
  /** Whom it lets hear it. */
  audience: (other: End) => boolean
  readonly inbox: Map<End, Inbox>
}

export interface Inbox {
  readonly frames: (Frame | null)[]
  flowing: boolean
}

export function openPlace(end: End): Place {
  return { end, aside: null, audience: () => true, inbox: new Map() }
}

export function isHeardBy(speaker: Place, listener: Place): boolean {
  return speaker !== listener && !speaker.aside && !listener.aside && speaker.audience(listener.end)
}

export function put(listener: Place, from: End, frame: Frame | null): void {
  const { frames } = inboxOf(listener, from)
  frames.push(frame)
  if (frames.length > MOST) frames.splice(0, frames.length - MOST)
}

/** The next frame of a speaker's; a telephone is asked for one when there is none, on behalf of all who hear it. */
export function take(listener: Place, speaker: Place, others: readonly Place[]): Frame | null {
  const { end } = speaker
  const inbox = inboxOf(listener, end)
  if (isLeg(end)) return takeFlowing(inbox)
  if (inbox.frames.length === 0) {
    const frame = end.say()
    for (const other of others) if (isHeardBy(speaker, other)) put(other, end, frame)
  }
  return inbox.frames.shift() ?? null
}

function takeFlowing(inbox: Inbox): Frame | null {
  inbox.flowing = inbox.frames.length >= (inbox.flowing ? 1 : PRIMED)
  return inbox.flowing ? (inbox.frames.shift() ?? null) : null
}

function inboxOf(listener: Place, from: End): Inbox {
  const known = listener.inbox.get(from)
  if (known) return known
  const inbox: Inbox = { frames: [], flowing: false }
  listener.inbox.set(from, inbox)
  return inbox
}
