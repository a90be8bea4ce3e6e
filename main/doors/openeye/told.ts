import type { Agent, Call, Calls, Line } from '#contract'
import type { OpenEyeEvent } from './table.ts'

export interface PhoneSeen {
  readonly agent: Agent
  readonly calls: Calls
  readonly line: Line
}

export interface PhoneEvent {
  readonly event: OpenEyeEvent
  readonly param: Readonly<Record<string, unknown>>
}

/** Calls have numbers in OpenEye; ours are counted as they come. */
export interface CallNumbers {
  numberOf(callId: string): number
  callIdOf(number: string): string | null
}

export function createCallNumbers(): CallNumbers {
  const ids: string[] = []
  return {
    numberOf: (callId) => {
      const at = ids.indexOf(callId)
      return at >= 0 ? at + 1 : ids.push(callId)
    },
    callIdOf: (number) => ids[Number(number) - 1] ?? null,
  }
}

/** The index of `register_state` (spec/media-and-services.md 4.3): only 3 is registered. */
export function registerState({ registration }: Line): number {
  switch (registration.status) {
    case 'registered':
      return 3
    case 'connecting':
      return 1
    case 'failed':
      return 0
    case 'off':
      return 4
  }
}

export function registrationParam({ line, agent }: PhoneSeen): Readonly<Record<string, unknown>> {
  const number = agent.status === 'signed-in' ? agent.softphoneNumber : ''
  const reason = line.registration.status === 'failed' ? (line.registration.code ?? 0) : 0
  return { register_state: registerState(line), user_number: number, reason_code: reason }
}

/** What a page is told has happened to the phone between two moments. */
export function phoneEvents(before: PhoneSeen, after: PhoneSeen, numbers: CallNumbers): readonly PhoneEvent[] {
  return [
    ...registrationEvents(before, after),
    ...after.calls.list.flatMap((call) => {
      const known = before.calls.list.find(({ id }) => id === call.id)
      const event = callEvent(known, call)
      return event ? [{ event, param: callParam(call, numbers) }] : []
    }),
    ...(before.line.devices === after.line.devices ? [] : [{ event: 'devices-changed' as const, param: {} }]),
  ]
}

function registrationEvents(before: PhoneSeen, after: PhoneSeen): readonly PhoneEvent[] {
  const forced = after.agent.status === 'signed-out' && after.agent.why === 'elsewhere'
  if (forced && before.agent.status === 'signed-in') return [{ event: 'forced-out', param: registrationParam(before) }]
  if (before.line.registration === after.line.registration) return []
  return [{ event: 'registration', param: registrationParam(after) }]
}

function callEvent(before: Call | undefined, after: Call): OpenEyeEvent | null {
  switch (after.phase.name) {
    case 'ended':
      return endEvent(before, after)
    case 'ringing':
      return before?.phase.name === 'ringing' ? null : 'incoming'
    case 'talking':
      return before?.talkingSince === undefined ? 'connected' : null
    case 'dialling':
      return diallingEvent(before, after.phase.farSideRings)
    default:
      return null
  }
}

function endEvent(before: Call | undefined, { talkingSince, direction }: Call): OpenEyeEvent | null {
  if (before === undefined || before.phase.name === 'ended') return null
  return talkingSince === undefined && direction === 'outgoing' ? 'failed' : 'ended'
}

function diallingEvent(before: Call | undefined, farSideRings: boolean): OpenEyeEvent | null {
  if (before?.phase.name !== 'dialling') return 'outgoing'
  return farSideRings && !before.phase.farSideRings ? 'ringback' : null
}

/** Both generations' spellings beside each other (4.3): a page reads the one it knows. */
export function callParam(call: Call, numbers: CallNumbers): Readonly<Record<string, unknown>> {
  const id = numbers.numberOf(call.id)
  const info = {
    callId: id,
    callState: 1,
    isCaller: call.direction === 'outgoing' ? 1 : 0,
    isVideoCall: 0,
    peerDisplayName: call.name ?? '',
    peerNumber: call.number,
    reasonCode: 0,
    reasonDescription: '',
  }
  return { callId: id, call_id: id, tel_number: call.number, callInfo: info, maybeVideoCall: 0 }
}
