import type { CallEnd, CallPhase, Party, Platform, PlatformCall, Queue } from '../model.ts'

interface NewCall {
  readonly feature: 0 | 7
  readonly caller: string
  readonly called: string
  readonly queue: Queue | null
  readonly party: Party
  readonly data?: string
}

export function openCall(platform: Platform, from: NewCall): PlatformCall {
  const arrivedAt = Date.now()
  const call: PlatformCall = {
    ...from,
    // Seconds and a counter (spec/ccgateway.md 8).
    id: `${Math.floor(arrivedAt / 1000)}-${platform.calls.size + 1}`,
    arrivedAt,
    phase: 'ivr',
    agent: null,
    lastReleaseAgent: null,
    requeued: 0,
    beginTime: null,
    endTime: null,
    data: from.data ?? '',
    muted: false,
    unbridge: null,
    timer: null,
  }
  platform.calls.set(call.id, call)
  return call
}

export function setPhase(platform: Platform, call: PlatformCall, phase: CallPhase, end: CallEnd | null = null): void {
  call.timer?.()
  call.timer = null
  call.phase = phase
  call.party.onPhase(phase, end)
  platform.journal.add({
    plane: 'platform',
    direction: null,
    agent: call.agent?.workNumber ?? null,
    kind: 'call',
    name: phase,
    detail: { callId: call.id, caller: call.caller, called: call.called, ...(end && { end }) },
  })
}

/** The call is over for everybody; what the agent is told, and becomes, is the caller's business. */
export function closeCall(platform: Platform, call: PlatformCall, end: CallEnd): void {
  call.unbridge?.()
  call.unbridge = null
  const place = platform.waiting.indexOf(call)
  if (place >= 0) platform.waiting.splice(place, 1)
  call.endTime = Date.now()
  if (call.agent) {
    call.agent.lastCall = call
    call.agent.call = null
  }
  setPhase(platform, call, 'ended', end)
}
