import type { AgentStateName, Inspection, InspectionKind, InspectionVerb, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'

/** With what the windows need not know. */
export interface LiveInspection extends Omit<Inspection, 'canRelease'> {
  /** The conversation's, once the platform has named it. */
  readonly callId?: string
}

export type InspectionEvent =
  | {
      readonly type: 'begun'
      readonly workNumber: string
      readonly name: string
      readonly kind: 'listen' | 'barge'
      readonly at: Time
    }
  /** It was refused, or not answered; where its events have come nevertheless, they are right. */
  | { readonly type: 'not-begun' }
  | { readonly type: 'asked'; readonly verb: InspectionVerb }
  /** The platform said yes. To the one who inspects it sends no event of a switch (spec/ccgateway.md 11). */
  | { readonly type: 'accepted'; readonly verb: InspectionVerb }
  | { readonly type: 'failed'; readonly verb: InspectionVerb }
  | { readonly type: 'gateway'; readonly event: GatewayEvent }
  /** After a reconnection: what the gateway says when asked. */
  | { readonly type: 'present'; readonly state: AgentStateName | 'unknown' }
  | { readonly type: 'signed-out' }

type Now = LiveInspection | null

/** What a team lead is in, by the platform's word alone; whatever makes no sense changes nothing. */
export function advance(now: Now, event: InspectionEvent): Now {
  if (event.type === 'begun') return now ?? begun(event)
  return now && follow(now, event)
}

function begun({ type: _, at, ...whom }: Extract<InspectionEvent, { type: 'begun' }>): LiveInspection {
  return { ...whom, stage: 'asked', since: at }
}

function follow(now: LiveInspection, event: Exclude<InspectionEvent, { type: 'begun' }>): Now {
  switch (event.type) {
    case 'not-begun':
      return now.stage === 'asked' ? null : now
    case 'asked':
      return { ...now, pending: event.verb }
    case 'accepted':
      return accepted(now, event.verb)
    case 'failed':
      return settled(now, event.verb)
    case 'present':
      return mayInspect(event.state) ? now : null
    case 'signed-out':
      return null
    case 'gateway':
      return hear(now, event.event)
  }
}

/** Whoever inspects is in call handling. */
function mayInspect(state: AgentStateName | 'unknown'): boolean {
  return state === 'talking' || state === 'unknown'
}

function hear(now: LiveInspection, event: GatewayEvent): Now {
  switch (event.type) {
    case 'phone-alerting':
      return now.stage === 'asked' ? { ...now, stage: 'connecting', since: event.at } : now
    case 'phone-offhook':
      return offHook(now, event.at)
    case 'talking':
      return talks(now, event)
    case 'agent-state':
      return hearState(now, event)
    case 'call-failed':
      return now.stage === 'asked' ? null : now
    // A call of this agent's own has come instead: nobody is inspected in the middle of it.
    case 'call-info':
    case 'ringing':
    case 'auto-answer':
    case 'phone-release':
    case 'signed-out':
      return null
    default:
      return now
  }
}

/** `AgentState_Busy` begins it (spec/ccgateway.md 11); any other state ends it, unless it is older than the asking. */
function hearState(now: LiveInspection, { state, at }: Extract<GatewayEvent, { type: 'agent-state' }>): Now {
  if (now.stage !== 'asked') return state === 'talking' ? now : null
  return state === 'talking' ? { ...now, stage: 'connecting', since: at } : now
}

/** Listening is under way with the phone; barging in takes the platform's word that it talks. */
function offHook(now: LiveInspection, at: Time): LiveInspection {
  if (now.stage === 'under-way') return now
  return { ...now, stage: now.kind === 'listen' ? 'under-way' : 'connecting', since: at }
}

function talks(now: LiveInspection, { callId, at }: Extract<GatewayEvent, { type: 'talking' }>): Now {
  if (now.pending === 'take-over') return null
  if (now.pending === 'barge') return { ...settled(now, 'barge'), kind: 'barge', callId }
  if (now.stage === 'under-way') return { ...now, callId }
  return now.kind === 'barge' ? { ...now, callId, stage: 'under-way', since: at } : { ...now, callId }
}

function accepted(now: LiveInspection, verb: InspectionVerb): LiveInspection {
  return isKind(verb) ? { ...settled(now, verb), kind: verb } : now
}

function isKind(verb: InspectionVerb): verb is InspectionKind {
  return verb === 'listen' || verb === 'whisper' || verb === 'barge'
}

function settled(now: LiveInspection, verb: InspectionVerb): LiveInspection {
  const { pending, ...settled } = now
  return pending === verb ? settled : now
}

/** What it means for the microphone: open only in what the platform has confirmed, and nothing pending that closes it. */
export function voiceOf(now: Now): 'none' | 'listening' | 'speaking' | 'taking-over' {
  if (!now) return 'none'
  if (now.pending === 'take-over') return 'taking-over'
  const closing = now.pending === 'listen' || now.pending === 'stop'
  return now.stage === 'under-way' && now.kind !== 'listen' && !closing ? 'speaking' : 'listening'
}

export function shownInspection(now: Now): Inspection | null {
  if (!now) return null
  const { callId, ...shown } = now
  return { ...shown, canRelease: callId !== undefined }
}
