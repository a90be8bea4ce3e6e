import type { CallEnd, CallPhase, Feature, Party, Platform, PlatformCall, Queue } from '../model.ts'
import { arrange } from './arrange.ts'

interface NewCall {
  readonly feature: Feature
  readonly caller: string
  readonly called: string
  readonly queue: Queue | null
  readonly party?: Party
  readonly data?: string
  readonly video?: boolean
}

export function openCall(platform: Platform, { party, data = '', video = false, ...from }: NewCall): PlatformCall {
  const call: PlatformCall = {
    ...from,
    id: newCallId(platform),
    room: platform.exchange.open(),
    began: video ? 'video' : 'voice',
    picture: video,
    layout: 0,
    parties: party ? [party] : [],
    shares: [],
    waits: null,
    announcement: null,
    alone: new Map(),
    under: null,
    consultFor: null,
    transferFrom: '',
    arrivedAt: Date.now(),
    phase: 'ivr',
    lastReleaseAgent: null,
    requeued: 0,
    beginTime: null,
    endTime: null,
    data,
    timer: null,
  }
  platform.calls.set(call.id, call)
  platform.live.add(call)
  return call
}

/** Seconds and a counter (spec/ccgateway.md 8). */
export function newCallId(platform: Platform): string {
  return `${Math.floor(Date.now() / 1000)}-${platform.calls.size + platform.chats.all.size + 1}`
}

export function setPhase(platform: Platform, call: PlatformCall, phase: CallPhase, end: CallEnd | null = null): void {
  call.timer?.()
  call.timer = null
  call.phase = phase
  for (const party of call.parties) party.onPhase(phase, end)
  noteCall(platform, call, phase, end)
}

export function noteCall(platform: Platform, call: PlatformCall, name: string, end: CallEnd | null = null): void {
  platform.journal.add({
    plane: 'platform',
    direction: null,
    agent: call.shares[0]?.agent.workNumber ?? null,
    kind: 'call',
    name,
    detail: { callId: call.id, caller: call.caller, called: call.called, ...(end && { end }) },
  })
}

/** Nobody waits for an agent for it any more. */
export function leaveQueue(platform: Platform, call: PlatformCall): void {
  const place = platform.waiting.findIndex((one) => one.call === call)
  if (place >= 0) platform.waiting.splice(place, 1)
}

/** Over for those outside, and for good; the agents have left it before. */
export function closeCall(platform: Platform, call: PlatformCall, end: CallEnd): void {
  if (call.phase === 'ended') return
  leaveQueue(platform, call)
  call.endTime = Date.now()
  call.under?.withdraw()
  call.under = null
  setPhase(platform, call, 'ended', end)
  call.parties.length = 0
  arrange(call)
  platform.live.delete(call)
}
