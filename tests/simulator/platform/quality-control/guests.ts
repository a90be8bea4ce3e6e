import type { End } from '../media/end.ts'
import type { Inspection, PlatformCall } from '../model.ts'

/** Somebody in a call's room who is not in the call. */
interface Guest {
  readonly end: End
  /** Who hears them. */
  readonly audience: (other: End) => boolean
}

/** Those who inspect an agent, wherever the agent's leg is at this moment. */
export function guestsIn(call: PlatformCall): Guest[] {
  return call.shares
    .filter(({ state }) => state === 'talking')
    .flatMap(({ agent }) => agent.inspections)
    .flatMap((inspection) => {
      const { leg } = inspection.by
      return leg?.up ? [{ end: leg.line.end, audience: audienceOf(inspection) }] : []
    })
}

/** Nobody hears who listens, the agent alone who whispers, everybody who has come in. */
function audienceOf({ kind, of }: Inspection): Guest['audience'] {
  return (other) => kind === 'insert' || (kind === 'whisper' && other === of.leg?.line.end)
}
