import type { CallVerb } from '#contract'
import type { CallsState, LiveCall } from '../state.ts'
import { withVideoVerbs } from '../video/video-of.ts'

const INTERNAL = 6

/** What can be done now, in the order of the call bar: one answer for desk, tray, alert and hotkeys. */
export function verbsOf(call: LiveCall, state: CallsState): readonly CallVerb[] {
  switch (call.phase.name) {
    case 'ringing':
      return ['answer', 'decline']
    case 'dialling':
      return ['hang-up']
    case 'held':
      return heldVerbs(call, state)
    case 'talking':
      return withVideoVerbs(talkingVerbs(call, state), call, state)
    default:
      return []
  }
}

function heldVerbs(call: LiveCall, state: CallsState): readonly CallVerb[] {
  // The customer is with an IVR, and comes back by themselves.
  if (call.transfer?.stage === 'in-ivr') return ['hang-up']
  const joins = call.dialogId === undefined && canJoin(call, state)
  return [
    ...(call.dialogId !== undefined || isRetrievable(state) ? (['retrieve'] as const) : []),
    ...(joins ? (['conference'] as const) : []),
    ...lineTransfer(call),
    'hang-up',
  ]
}

/** Not while another one is being made, nor in place of one that cannot be held (spec/ccgateway.md 8.1, inferred). */
function isRetrievable(state: CallsState): boolean {
  const platform = state.calls.filter(({ dialogId }) => dialogId === undefined)
  if (platform.some(({ phase }) => phase.name === 'dialling')) return false
  const talks = platform.find(({ phase }) => phase.name === 'talking')
  return !talks || talkingVerbs(talks, state).includes('hold')
}

/** SIP hands a held call over as well as one that talks (RFC 3515). */
function lineTransfer(call: LiveCall): readonly CallVerb[] {
  return call.dialogId !== undefined && !call.transfer && !call.transferAsked ? ['transfer'] : []
}

/** confjoin: one that talks and one that is held, and at most three in a conference (spec/ccgateway.md 8.1, 8.5). */
function canJoin(held: LiveCall, state: CallsState): boolean {
  const talks = state.calls.find(({ phase, dialogId }) => phase.name === 'talking' && dialogId === undefined)
  return talks !== undefined && [held, talks].every(isAlone)
}

function isAlone(call: LiveCall): boolean {
  return (
    !isConference(call) && call.part !== 'assist' && call.part !== 'listen' && !call.transfer && !call.transferAsked
  )
}

export function isConference(call: LiveCall): boolean {
  return (call.others?.length ?? 0) > 1
}

function talkingVerbs(call: LiveCall, state: CallsState): readonly CallVerb[] {
  if (call.part === 'listen') return []
  const mute: CallVerb = call.muted ? 'unmute' : 'mute'
  if (call.dialogId !== undefined) return [mute, 'hold', 'keys', ...lineTransfer(call), 'hang-up']
  // A helped agent may only drop itself (spec/ccgateway.md 8.4).
  if (call.part === 'assist') return [mute, 'hang-up']
  if (isConference(call))
    return [mute, 'keys', ...underWay(call), 'drop-party', ...recordingVerbs(call, state), 'hang-up']
  if (call.part === 'consult') return [mute, 'hold', 'drop-party', 'hang-up']
  // Neither muted nor transferred (spec/ccgateway.md 16.4).
  if (call.feature === INTERNAL || call.direction === 'internal') return ['hold', 'keys', 'hang-up']
  return [mute, ...ordinaryVerbs(call, state), ...recordingVerbs(call, state), 'hang-up']
}

function ordinaryVerbs(call: LiveCall, state: CallsState): readonly CallVerb[] {
  const consults = state.calls.some(({ part, about, asked }) =>
    part === 'consult' ? about === call.id : asked.some(({ verb }) => verb === 'consult'),
  )
  // One thing at a time: somebody is being brought in, or the customer handed over.
  if (call.transfer || call.transferAsked || consults) return ['keys', ...underWay(call)]
  return ['hold', 'keys', 'transfer', 'consult']
}

/** Only a talk or three-party transfer to an outside number can be taken back (spec/ccgateway.md 8.1). */
function underWay({ transfer }: LiveCall): readonly CallVerb[] {
  return transfer && (transfer.mode === 'talk' || transfer.mode === 'three-party') ? ['take-back'] : []
}

/** Where agents may record by themselves; what is paused or runs is known from the platform's events alone. */
function recordingVerbs(call: LiveCall, state: CallsState): readonly CallVerb[] {
  if (!state.recording) return []
  if (call.recording === 'on') return ['pause-recording', 'stop-recording']
  return call.recording === 'paused' ? ['resume-recording', 'stop-recording'] : ['start-recording']
}
