import type { CentreAgent } from '../centre.ts'
import type { Customer, CustomerCall } from '../customers/customer.ts'
import type { Hearing } from '../sip/sip-side.ts'

/** What is shown of agents, customers and calls over HTTP. */

export function agentView(agent: CentreAgent): Record<string, unknown> {
  const { workNumber, name, softphoneNumber, fate, state, reason, registered, signedIn, call, calls } = agent
  return { workNumber, name, softphoneNumber, fate, state, reason, registered, signedIn, call, calls }
}

export function customerView({ number, name, calls }: Customer): Record<string, unknown> {
  return { number, name, calls: calls.map(({ id }) => id) }
}

export function callView(call: CustomerCall): Record<string, unknown> {
  return {
    id: call.id,
    number: call.number,
    state: call.state,
    end: call.end,
    keys: call.keys,
    hears: hears(call.hears),
    tones: soundsNow(call.hears),
  }
}

/** With everything that was heard, on both sides of the platform. */
export function wholeCallView(call: CustomerCall): Record<string, unknown> {
  return {
    ...callView(call),
    heard: call.hears.heard,
    leg: call.leg && {
      number: call.leg.number,
      times: call.leg.times,
      digits: call.leg.voice.digits,
      heard: call.leg.voice.hearing.heard,
    },
  }
}

/** At this moment: a tone in Hz, 0 for other sound, null for silence. */
function hears(hearing: Hearing): number | null {
  const running = hearing.heard.at(-1)
  return running?.hz == null ? null : Math.round(running.hz)
}

/** At this moment: every tone in Hz that sounds, one for each who is heard. */
export function soundsNow(hearing: Hearing): readonly number[] {
  return hearing.chords.at(-1)?.tones.map(Math.round) ?? []
}
