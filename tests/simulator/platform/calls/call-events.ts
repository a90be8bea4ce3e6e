import type { Agent, PlatformCall } from '../model.ts'

/** Strings where the samples of spec/ccgateway.md 15.2 have strings. */
export function ringing(call: PlatformCall): Record<string, unknown> {
  return {
    caller: call.caller,
    called: call.called,
    callid: call.id,
    transfer: 'no',
    transfrom: '',
    type: 'main',
    mediaAbility: '1',
    feature: String(call.feature),
    mediaType: 5,
  }
}

export function talking(call: PlatformCall): Record<string, unknown> {
  return {
    caller: call.caller,
    called: call.called,
    callid: call.id,
    feature: String(call.feature),
    type: 'main',
    mediaAbility: '1',
  }
}

export function customerAlerting(call: PlatformCall): Record<string, unknown> {
  return { callid: call.id, otherPhone: call.party.number, otherPhoneWorkno: '', type: 'main' }
}

export function customerRelease(call: PlatformCall): Record<string, unknown> {
  return { callid: call.id, number: call.party.number }
}

/** spec/ccgateway.md 15.2; the one event of a call that spells `callId`. */
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

/** spec/ccgateway.md 15.7. */
export function record(call: PlatformCall, agent: Agent): Record<string, unknown> {
  const taskId = Number(call.id.split('-')[1])
  const day = new Date(call.arrivedAt).toISOString().slice(0, 10).replaceAll('-', '')
  return {
    taskId,
    caller: call.caller,
    called: call.called,
    locationId: '256',
    recordID: `Yc1v6a${call.id.replace('-', '')}`,
    fileName: `Y:/1/0/${day}/${agent.workNumber}/${taskId}.V3`,
    fileMediaType: '1',
    callId: call.id,
  }
}
