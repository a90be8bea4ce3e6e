import type { CallsRequests, CommandResult, DialInput } from '#contract'
import { ACCEPTED, type AskParts, NOT_POSSIBLE } from './ask.ts'
import type { NamedResult } from './call-gateway.ts'

type Dialled = Pick<DialInput, 'number' | 'video'>

type Making = Pick<CallsRequests, 'calls.dial' | 'calls.callInside' | 'calls.pickUp' | 'calls.missedSeen'>

/** Calls that begin here. */
export function making(parts: AskParts): Making {
  const { gateway, apply, state } = parts
  return {
    'calls.dial': (input) => {
      if (!isFree(parts)) return Promise.resolve(NOT_POSSIBLE)
      return state().gateway ? callOut(parts, input, false, () => gateway.dial(input)) : dialOnLine(parts, input)
    },
    'calls.callInside': (input) => {
      if (!isFree(parts) || !state().gateway) return Promise.resolve(NOT_POSSIBLE)
      return callOut(parts, { number: input.to.address }, true, () => gateway.callInside(input))
    },
    // Own state idle (spec/ccgateway.md 8.1): not even a held call.
    'calls.pickUp': ({ workNumber }) =>
      state().gateway && state().calls.length === 0 ? gateway.pickUp(workNumber) : Promise.resolve(NOT_POSSIBLE),
    'calls.missedSeen': () => apply({ type: 'missed-seen' }),
  }
}

/** The platform's own rule: no callout during a call, held ones allowed (spec/ccgateway.md 8.2). */
function isFree({ state }: AskParts): boolean {
  return state().calls.every(({ phase }) => phase.name === 'held')
}

async function callOut(
  { apply, state, now }: AskParts,
  { number, video = false }: Dialled,
  inside: boolean,
  send: () => Promise<NamedResult>,
): Promise<CommandResult> {
  apply({ type: 'dialled', number, inside, video, at: now() })
  const id = state().calls.at(-1)?.id ?? ''
  const result = await send()
  if (!result.ok) apply({ type: 'not-dialled', id, wrongNumber: result.retcode === '200-001', at: now() })
  else if (result.gatewayId) apply({ type: 'named', id, gatewayId: result.gatewayId })
  return result
}

function dialOnLine(
  { command, apply, state, now }: AskParts,
  { number, video = false }: Dialled,
): Promise<CommandResult> {
  const dialogId = `out-${state().made + 1}-${now()}`
  apply({ type: 'dialled', number, dialogId, video, at: now() })
  command({ verb: 'dial', dialogId, number, ...(video && { video }) })
  return Promise.resolve(ACCEPTED)
}
