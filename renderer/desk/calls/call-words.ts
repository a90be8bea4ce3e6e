import type { Call, CallVerb, EndReason, MissedCall } from '#contract'
import { retcodeOrReason } from '../messages/command-sentence.ts'
import { m } from '../messages/compiled/messages.js'
import { writtenNumber } from '../ui/number/phone-number.ts'

/** Who it is, as large as it gets: the name where there is one, else the number as people write it. */
export function callTitle(call: Pick<Call, 'name' | 'number'>): string {
  return call.name ?? (call.number ? writtenNumber(call.number) : m.number_withheld())
}

export function phaseWord(call: Call): string {
  switch (call.phase.name) {
    case 'arriving':
      return m.phase_arriving()
    case 'ringing':
      return call.direction === 'outgoing' ? m.phase_dialling() : m.phase_ringing()
    case 'dialling':
      return call.phase.farSideRings ? m.phase_far_side_rings() : m.phase_dialling()
    case 'talking':
      return call.phase.muted ? m.phase_muted() : m.phase_talking()
    case 'held':
      return m.phase_held()
    case 'ended':
      return endWord(call.phase.reason)
  }
}

export function endWord(reason: EndReason): string {
  const words: { readonly [R in EndReason]: () => string } = {
    'agent-hung-up': m.end_agent_hung_up,
    'customer-hung-up': m.end_customer_hung_up,
    'customer-gave-up': m.end_customer_gave_up,
    declined: m.end_declined,
    'not-answered': m.end_not_answered,
    'ended-by-platform': m.end_by_platform,
    failed: m.end_failed,
    busy: m.end_busy,
    'wrong-number': m.end_wrong_number,
    'line-lost': m.end_line_lost,
  }
  return words[reason]()
}

export function missedWord(reason: MissedCall['reason']): string {
  return reason === 'not-answered' ? m.end_not_answered() : m.end_customer_gave_up()
}

export function directionWord(call: Call): string {
  if (call.direction === 'outgoing') return m.direction_outgoing()
  return call.direction === 'internal' ? m.direction_internal() : m.direction_incoming()
}

export function verbFailure(verb: CallVerb): string {
  const words: { readonly [V in CallVerb]: () => string } = {
    answer: m.answer_failed,
    decline: m.decline_failed,
    mute: m.mute_failed,
    unmute: m.unmute_failed,
    'hang-up': m.hang_up_failed,
  }
  return words[verb]()
}

export function failureSentence(failure: NonNullable<Call['failure']>): string {
  return retcodeOrReason(failure.reason, failure.retcode)
}

/** Where the call's clock runs from: the conversation once there was one, else the phase. */
export function clockFrom(call: Call): number {
  if (call.talkingSince !== undefined) return call.talkingSince
  return 'since' in call.phase ? call.phase.since : call.startedAt
}

/** What a screen reader says at once when a call rings. */
export function ringingAnnouncement(call: Call): string {
  const who = callTitle(call)
  return call.queue ? m.announce_ringing_queue({ who, queue: call.queue }) : m.announce_ringing({ who })
}
