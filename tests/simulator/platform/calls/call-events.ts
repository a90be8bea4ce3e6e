import type { PlatformCall, Share } from '../model.ts'
import { farNumber, othersOf } from './shares.ts'
import { mediaAbility } from './video/pictures.ts'

/** Strings where the samples of spec/ccgateway.md 15.2 have strings. */
export function ringing(share: Share): Record<string, unknown> {
  const { transferFrom } = share.call
  return {
    caller: share.caller,
    called: share.called,
    callid: share.callId,
    transfer: transferFrom ? 'yes' : 'no',
    transfrom: transferFrom,
    type: share.part,
    mediaAbility: mediaAbility(share),
    feature: String(share.feature),
    mediaType: 5,
  }
}

export function talking(share: Share): Record<string, unknown> {
  return {
    caller: share.caller,
    called: share.called,
    callid: share.callId,
    feature: String(share.feature),
    type: share.part,
    mediaAbility: mediaAbility(share),
  }
}

export function customerAlerting(share: Share, otherPhone: string, workNo = ''): Record<string, unknown> {
  return { callid: share.callId, otherPhone, otherPhoneWorkno: workNo, type: share.part }
}

export function customerRelease(share: Share, number = farNumber(share)): Record<string, unknown> {
  return { callid: share.callId, number }
}

/** Everybody else in it (spec/ccgateway.md 15.2). */
export function conference(share: Share): Record<string, unknown> {
  return { callid: share.callId, partner: othersOf(share).join(',') }
}

/** spec/ccgateway.md 15.2; it spells `callId`. */
export function incomingCallInfo(call: PlatformCall): Record<string, unknown> {
  return {
    callId: call.id,
    skillName: call.queue?.name ?? '',
    skillId: call.queue?.id ?? 0,
    caller: call.caller,
    called: call.called,
    lastReleaseAgentId: call.lastReleaseAgent === null ? 65_535 : Number(call.lastReleaseAgent),
    mediaType: 5,
    releaseAndReQueueCount: call.requeued,
    releaseAndReQueueCallFlag: call.requeued > 0 ? 1 : 0,
  }
}

function taskId({ callId }: Share): number {
  return Number(callId.split('-')[1])
}

/** spec/ccgateway.md 15.7. */
export function record(share: Share): Record<string, unknown> {
  const { agent, call, callId } = share
  const day = new Date(call.arrivedAt).toISOString().slice(0, 10).replaceAll('-', '')
  return {
    taskId: taskId(share),
    caller: share.caller,
    called: share.called,
    locationId: '256',
    recordID: `Yc1v6a${callId.replace('-', '')}`,
    fileName: `Y:/1/0/${day}/${agent.workNumber}/${taskId(share)}.V3`,
    fileMediaType: '1',
    callId,
  }
}

/** spec/ccgateway.md 15.7; 3 is A-law. */
export function recordDone(share: Share): Record<string, unknown> {
  return {
    beginTime: share.recording.since,
    endTime: Date.now(),
    fileMediaType: '1',
    recordFormat: '3',
    taskId: taskId(share),
    callId: share.callId,
  }
}
