import type { CallsRequests, CommandResult } from '#contract'
import type { CallsState } from '../state.ts'
import { type AskParts, ask, NOT_POSSIBLE } from './ask.ts'

type AboutCall = Pick<CallsRequests, 'calls.record' | 'calls.setAssociatedData'>

/** What is kept of a call: its recording, and the data that goes along with it. */
export function aboutCall(parts: AskParts): AboutCall {
  const { gateway } = parts
  return {
    'calls.record': ({ callId, action }) =>
      ask(parts, callId, `${action}-recording`, { send: () => gateway.record(action) }),
    'calls.setAssociatedData': ({ callId, text }) => setAssociatedData(parts, callId, text),
  }
}

async function setAssociatedData(
  { gateway, apply, state }: AskParts,
  id: string,
  text: string,
): Promise<CommandResult> {
  const gatewayId = state().calls.find((call) => call.id === id)?.gatewayId
  if (gatewayId === undefined) return NOT_POSSIBLE
  const result = await gateway.setAssociatedData(gatewayId, text)
  if (result.ok) apply({ type: 'associated-data', gatewayId, text })
  return result
}

/** The calls whose data the platform has not been asked for: those that ring or talk for the first time. */
export function unread(before: CallsState, after: CallsState): readonly string[] {
  const known = new Map(before.calls.map((call) => [call.gatewayId, call.phase.name]))
  return after.calls.flatMap(({ gatewayId, phase, associatedData, part }) => {
    if (gatewayId === undefined || associatedData !== undefined || part === 'listen') return []
    return isHere(phase.name) && !isHere(known.get(gatewayId)) ? [gatewayId] : []
  })
}

function isHere(phase: string | undefined): boolean {
  return phase === 'ringing' || phase === 'talking' || phase === 'held'
}
