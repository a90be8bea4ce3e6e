import type { ConsultInput, DialInput, InsideInput } from '#contract'
import type { Operation } from '../gateway.ts'
import { callId as callIdOf, known, read } from '../wire/lenient.ts'
import { commandMs, dialled } from './operation.ts'

/** An operation whose answer is the new call's id; null where the gateway leaves it out. */
function making(method: 'PUT' | 'POST', path: string, body: object): Operation<string | null> {
  return {
    method,
    path: `/voicecall/{agentId}/${path}`,
    body: known(body),
    read: (result) => read(callIdOf, result) ?? null,
    timeoutMs: commandMs,
  }
}

/** spec/ccgateway.md 8.2. */
export function callOut({ number, caller, queueId, associatedData, video }: DialInput): Operation<string | null> {
  return making('PUT', 'callout', {
    called: dialled(number),
    caller: caller ? dialled(caller) : undefined,
    skillid: queueId,
    callappdata: associatedData || undefined,
    // "Maximum": with 1 a callee who has only voice would be dropped (8.2).
    mediaability: video ? 2 : undefined,
  })
}

/** spec/ccgateway.md 8.1. What `callinnerskill` takes is nowhere written: the members of `callinner` (inferred). */
export function callInside({ to, associatedData }: InsideInput): Operation<string | null> {
  const callappdata = associatedData || undefined
  return to.kind === 'agent'
    ? making('PUT', 'callinner', { called: to.address, callappdata })
    : making('PUT', 'callinnerskill', { skillid: numberOrText(to.address), callappdata })
}

type Consultation = Omit<ConsultInput, 'callId'>

/** spec/ccgateway.md 8.4. */
export function consult({ to, mode, holdCustomer, associatedData }: Consultation): Operation<string | null> {
  return making('POST', 'innerhelp', {
    dstaddress: to.address,
    devicetype: to.kind === 'queue' ? 1 : 2,
    mode: mode === 'two-party' ? 1 : 2,
    callappdata: associatedData || undefined,
    holdflag: holdCustomer,
  })
}

/** Skill ids are numbers on this wire. */
function numberOrText(address: string): number | string {
  return /^\d{1,9}$/.test(address) ? Number(address) : address
}
