import type { Direction } from '#contract'
import type { GatewayEvent } from '../../../gateway/event.ts'
import type { LiveCall, NewCall } from '../../state.ts'

type About<T extends GatewayEvent['type']> = Extract<GatewayEvent, { type: T }>

/** In call-info nothing says what kind of call it is; in the others it is known for good (spec/ccgateway.md 16.4). */
export function kindOf(event: Described): Pick<LiveCall, 'feature' | 'part'> | undefined {
  if (event.feature === undefined) return undefined
  return { feature: event.feature, part: partOf(event) }
}

export type Described = Pick<About<'call-info'>, 'callId' | 'caller' | 'called'> & {
  readonly feature?: number
  readonly part?: 'main' | 'assistant'
  readonly video?: boolean
}

export function newCall(event: Described): NewCall {
  const { feature = 0 } = event
  const part = partOf(event)
  const outgoing = OUTGOING.has(feature)
  const party = outgoing || part === 'consult' ? event.called : event.caller
  return {
    gatewayId: event.callId,
    ...endsOf(event),
    number: withoutAgentMark(party),
    direction: part === 'main' ? directionOf(feature, outgoing, party) : 'internal',
    part,
    ...(event.feature !== undefined && { feature }),
    ...(event.video !== undefined && { videoCall: event.video }),
  }
}

/** Who called whom, where the event says it. */
export function endsOf({ caller, called }: Described): Pick<LiveCall, 'ends'> {
  return caller === '' && called === '' ? {} : { ends: { caller, called } }
}

/** What a call began as stays; one that the other side took as voice has no picture to begin with. */
export function withMedia(call: LiveCall, { video }: Described): LiveCall {
  if (video === undefined || call.videoCall !== undefined) return call
  const { videoWanted, ...rest } = call
  return { ...rest, ...(videoWanted && (video || videoWanted === 'now') && { videoWanted }), videoCall: video }
}

/** Call out, preview and callback are the agent's own calls (spec/ccgateway.md 16.4). */
export const OUTGOING: ReadonlySet<number> = new Set([7, 40, 44, 45])
const CONSULTING: ReadonlySet<number> = new Set([51, 52])
export const INTERNAL = 6
export const OTHER = -1

export function partOf({ feature = 0, part }: Described): LiveCall['part'] {
  if (part === 'assistant') return 'assist'
  return CONSULTING.has(feature) ? 'consult' : 'main'
}

function directionOf(feature: number, outgoing: boolean, party: string): Direction {
  if (feature === INTERNAL || /^a\d/i.test(party)) return 'internal'
  return outgoing ? 'outgoing' : 'incoming'
}

/** Agents' numbers start with `a` or `A` (spec/ccgateway.md 15.2, Ringing). */
export function withoutAgentMark(number: string): string {
  return number.replace(/^a(?=\d)/i, '')
}
