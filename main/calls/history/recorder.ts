import type { Call, Calls, EndReason, MissedCall, Time, TransferTarget } from '#contract'
import type { Known } from './store/store.ts'

/** What has been told of each call that is still on the list. */
export type Recorded = ReadonlyMap<string, Known>

export interface Recording {
  readonly recorded: Recorded
  /** What is other than it was when it was last told. */
  readonly news: readonly Known[]
}

export const NOTHING_RECORDED: Recorded = new Map()

/**
 * What is to be kept of the calls as they stand now. A call is kept from the moment it asks something of the agent, so
 * that a note of it survives whatever happens; its end is kept when the calls tell of it, or drop the call.
 */
export function recordingOf(recorded: Recorded, { list, missed }: Calls, at: Time): Recording {
  const known = list
    .filter(({ phase }) => phase.name !== 'arriving')
    .map((call) => knownOf(call, recorded.get(call.id)))
  const told = new Set(known.map(({ id }) => id))
  const dropped = [...recorded.values()]
    .filter(({ id, endedAt }) => endedAt === undefined && !told.has(id))
    .map((call) => overNow(call, missed, at))
  const news = [...dropped, ...known].filter((call) => !isSame(call, recorded.get(call.id)))
  return { recorded: new Map(known.map((call) => [call.id, call])), news }
}

const MISSED: ReadonlySet<EndReason> = new Set(['customer-gave-up', 'not-answered'])

function knownOf(call: Call, before: Known | undefined): Known {
  const { id, direction, number, name, queue, part, startedAt, talkingSince, phase } = call
  const transferredTo = transferOf(call, before)
  return {
    id,
    direction,
    number,
    ...(name !== undefined && { name }),
    ...(queue !== undefined && { queue }),
    part,
    startedAt,
    ...(talkingSince !== undefined && { talkingSince }),
    parties: partiesOf(call, before),
    ...(transferredTo && { transferredTo }),
    ...(phase.name === 'ended' && { endedAt: phase.at, reason: phase.reason }),
    missed: phase.name === 'ended' && MISSED.has(phase.reason),
  }
}

/** Where it went, if it did: a transfer that came to nothing is none. */
function transferOf({ phase, transfer }: Call, before: Known | undefined): TransferTarget | undefined {
  const isOver = phase.name === 'ended' && phase.reason !== 'transferred'
  return isOver ? undefined : (transfer?.to ?? before?.transferredTo)
}

/** Everybody who was in it at the same time, since an end leaves nobody. */
function partiesOf({ parties }: Call, before: Known | undefined): Known['parties'] {
  if (before && before.parties.length > parties.length) return before.parties
  return parties.map(({ number, kind }) => ({ number, kind }))
}

/** A call that was missed without having been on the list: the platform told of it afterwards. */
export function knownOfMissed({ id, number, name, queue, at, reason }: MissedCall): Known {
  const words = { ...(name !== undefined && { name }), ...(queue !== undefined && { queue }) }
  const direction = 'incoming'
  return {
    id,
    direction,
    number,
    ...words,
    part: 'main',
    startedAt: at,
    endedAt: at,
    reason,
    parties: [],
    missed: true,
  }
}

/** Of several calls that end at once only the last is still told of. */
function overNow(call: Known, missed: readonly MissedCall[], at: Time): Known {
  const asMissed = missed.find(({ id }) => id === call.id)
  return asMissed
    ? { ...call, endedAt: asMissed.at, reason: asMissed.reason, missed: true }
    : { ...call, endedAt: at, reason: 'ended-by-platform' }
}

function isSame(call: Known, before: Known | undefined): boolean {
  return before !== undefined && JSON.stringify(call) === JSON.stringify(before)
}
