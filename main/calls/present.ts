import type { Time } from '#contract'
import type { CallsEvent, OtherCall, WholePicture } from './event.ts'
import { byGatewayId } from './rules/edit.ts'
import type { CallsState } from './state.ts'
import type { CallGateway } from './verbs/call-gateway.ts'

export type Present = Pick<Extract<CallsEvent, { type: 'present' }>, 'call' | 'talking'>

interface Asking {
  readonly gateway: CallGateway
  readonly state: () => CallsState
  readonly now: () => Time
  readonly apply: (event: CallsEvent) => void
}

/** No agent has more calls than this at once; whoever says otherwise is not asked about each. */
const MOST_OTHERS = 8

/** What to believe after a reconnection: of one call the current one says all; of several only asking does. */
export async function believe({ gateway, state, now, apply }: Asking, present: Present): Promise<void> {
  const alone = isAlone(state(), present)
  const all = alone ? null : await wholePicture(gateway, state, present)
  apply({ type: 'present', ...present, ...(all && { all }), at: now() })
}

/** Nothing can be there beside it: what is over is over at once. */
function isAlone(state: CallsState, { call }: Present): boolean {
  const ours = platformCalls(state)
  return call === null && ours.length < 2 && ours.every(({ phase }) => phase.name !== 'held')
}

function platformCalls({ calls }: CallsState) {
  return calls.filter(({ dialogId }) => dialogId === undefined)
}

async function wholePicture(
  gateway: CallGateway,
  state: Asking['state'],
  { call }: Present,
): Promise<WholePicture | null> {
  const before = state()
  const ours = platformCalls(before)
  const gatewayIds = await gateway.callIds()
  if (gatewayIds === null) return null
  const heldIds = gatewayIds.length > 0 ? await gateway.heldIds() : []
  const crowd = ours.some(({ others }) => others !== undefined)
  const unknown = gatewayIds.filter((id) => id !== call?.callId && !byGatewayId(before, id)).slice(0, MOST_OTHERS)
  const others = await details(gateway, unknown)
  const remoteNumbers = crowd && call !== null ? await gateway.remoteNumbers() : null
  const after = state()
  const unchanged = ours.filter((one) => after.calls.includes(one)).map(({ id }) => id)
  return { gatewayIds, askedOf: ours.map(({ id }) => id), unchanged, heldIds, others, remoteNumbers }
}

/** One after the other: the gateway answers one at a time (spec/ccgateway.md 18.4). */
async function details(gateway: CallGateway, ids: readonly string[]): Promise<readonly OtherCall[]> {
  const found: OtherCall[] = []
  for (const id of ids) {
    const other = await gateway.details(id)
    if (other) found.push(other)
  }
  return found
}
