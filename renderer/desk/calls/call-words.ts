import type { Call, CallPart, CallParty, MissedCall, Recording, Transfer } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { endWord } from '../ui/call/end-word.ts'
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
      if (call.heldByFarSide) return m.phase_held_by_far_side()
      return call.phase.muted ? m.phase_muted() : m.phase_talking()
    case 'held':
      return m.phase_held()
    case 'ended':
      return endWord(call.phase.reason)
  }
}

export function missedWord(reason: MissedCall['reason']): string {
  return reason === 'not-answered' ? m.end_not_answered() : m.end_customer_gave_up()
}

/** What the call is to this agent; for a customer's own call, where it came from. */
export function directionWord(call: Call): string {
  const parts: { readonly [P in CallPart]?: () => string } = {
    consult: m.part_consult,
    assist: m.part_assist,
    listen: m.part_listen,
  }
  const part = parts[call.part]
  if (part) return part()
  if (call.direction === 'outgoing') return m.direction_outgoing()
  return call.direction === 'internal' ? m.direction_internal() : m.direction_incoming()
}

/** A party by name where it is the caller with one, else by the number people write. */
export function partyName(call: Pick<Call, 'name' | 'number'>, party: CallParty): string {
  if (party.number === call.number) return callTitle(call)
  return party.number ? writtenNumber(party.number) : m.number_withheld()
}

export function partyState(state: CallParty['state']): string {
  const words = { ringing: m.party_ringing, talking: m.party_talking, held: m.party_held }
  return words[state]()
}

function partyWithState(call: Call, party: CallParty): string {
  const who = partyName(call, party)
  return party.state === 'talking' ? who : m.party_state({ who, state: partyState(party.state) })
}

/** Who else is in the call, where it is more than the one who is named anyway. */
export function partiesText(call: Call): string | null {
  const others = call.parties.filter(({ number }) => number !== call.number)
  if (call.parties.length < 2 || others.length === 0) return null
  return others.map((party) => partyWithState(call, party)).join(m.list_comma())
}

export function partyKind(kind: CallParty['kind']): string {
  const words = { customer: m.party_customer, agent: m.party_agent, outside: m.party_outside }
  return words[kind]()
}

export function transferWord({ to, stage }: Transfer): string {
  const who = writtenNumber(to.address)
  const words = {
    asked: m.transfer_asked,
    ringing: m.transfer_ringing,
    talking: m.transfer_talking,
    joined: m.transfer_joined,
    'in-ivr': m.transfer_in_ivr,
  }
  return words[stage]({ who })
}

export function recordingWord(recording: Recording): string {
  const words = {
    on: m.recording_on,
    paused: m.recording_paused,
    off: m.recording_off,
    failed: m.recording_failed,
  }
  return words[recording]()
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

/** What of the agent can be seen, or that the call that rings is one to be seen in. */
export function seenWord({ phase, video }: Call): string | null {
  if (phase.name === 'ringing') return video?.askedByFarSide ? m.video_call() : null
  if (video?.sending === 'screen') return m.video_shared_mark()
  return video?.sending === 'camera' ? m.video_seen_mark() : null
}

/** Which pictures go which way, or are asked for; nothing without any. */
export function pictureAnnouncement({ video }: Call): string {
  if (!video) return ''
  if (video.sending === 'screen') return m.video_announce_screen()
  if (video.sending === 'camera') return m.video_announce_camera()
  if (video.receiving) return m.video_announce_far()
  return video.askedByFarSide ? m.video_announce_asked() : ''
}

/** The same for a call that comes while another talks: told after what is being read, not across it. */
export function waitingAnnouncement(call: Call): string {
  return m.announce_waiting({ who: callTitle(call) })
}
