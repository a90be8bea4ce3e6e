import type { Agent, Call, CallPhase, Calls, MissedCall } from '#contract'

export const ringing: CallPhase = { name: 'ringing', since: 1_000 }
export const talking: CallPhase = { name: 'talking', since: 2_000, muted: false }
export const ended: CallPhase = { name: 'ended', at: 3_000, reason: 'customer-hung-up' }

export function aCall(change: Partial<Call> = {}): Call {
  return {
    id: 'c1',
    direction: 'incoming',
    number: '13812345678',
    part: 'main',
    parties: [],
    phase: ringing,
    startedAt: 1_000,
    verbs: [],
    ...change,
  }
}

export function callsOf(list: readonly Call[], missed: readonly MissedCall[] = []): Calls {
  return { list, missed }
}

export function aMissedCall(change: Partial<MissedCall> = {}): MissedCall {
  return { id: 'm1', number: '1', at: 1, reason: 'customer-gave-up', seen: false, ...change }
}

export const signedOut: Agent = { status: 'signed-out', why: 'asked' }
export const noCalls = callsOf([])

/** A log that keeps what it is told. */
export function fakeLog() {
  const lines: string[] = []
  const write = (text: string) => lines.push(text)
  return { lines, info: write, warn: write, error: write }
}
