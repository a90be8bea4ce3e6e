import type { Agent, Feature, Outcome, Party, PlatformCall, Share, ShareState } from '../model.ts'

interface NewShare {
  readonly call: PlatformCall
  readonly agent: Agent
  readonly state: ShareState
  readonly callId?: string
  readonly part?: 'main' | 'assistant'
  readonly feature?: Feature
  readonly caller?: string
  readonly called?: string
  readonly outcome?: Outcome
}

const noOutcome: Outcome = { taken: () => undefined, lost: () => undefined }

export function openShare(of: NewShare): Share {
  const { call, agent } = of
  const share: Share = {
    callId: call.id,
    part: 'main',
    feature: call.feature,
    caller: call.caller,
    called: call.called,
    outcome: noOutcome,
    ...of,
    muted: false,
    recording: { state: 'off', since: 0 },
    talked: false,
    timer: null,
  }
  agent.shares.push(share)
  call.shares.push(share)
  return share
}

/** The agent's part in it is over; what is left of the call is the caller's business. */
export function dropShare(share: Share): void {
  const { agent, call } = share
  stopTimer(share)
  remove(agent.shares, share)
  remove(call.shares, share)
  agent.lastCall = call
  agent.past = { talked: agent.past.talked || share.talked, queue: call.queue ?? agent.past.queue }
}

export function stopTimer(share: Share): void {
  share.timer?.()
  share.timer = null
}

export function remove<T>(list: T[], one: T): void {
  const place = list.indexOf(one)
  if (place >= 0) list.splice(place, 1)
}

const onTheLeg: readonly ShareState[] = ['talking', 'dialling', 'away']

/** The call that operations without an id mean: the one on the leg, or else the one that asks to be answered. */
export function currentShare(agent: Agent): Share | null {
  const active = agent.shares.find(({ state }) => onTheLeg.includes(state))
  return active ?? agent.shares.find(({ state }) => state !== 'held') ?? null
}

/** In a conversation, with or without the agent's leg in it at this moment. */
export function isConnected({ state }: Share): boolean {
  return state === 'talking' || state === 'held' || state === 'away'
}

export function heldShares(agent: Agent): Share[] {
  return agent.shares.filter(({ state }) => state === 'held')
}

/** Everybody the agent is in the call with, as `disconnect` names them (spec/ccgateway.md 8.1). */
export function othersOf(share: Share): string[] {
  const { call } = share
  const agents = call.shares.filter((one) => one !== share && isConnected(one)).map(({ agent }) => agent.workNumber)
  return [...call.parties.map(({ number }) => number), ...agents]
}

/** The far end as events name it, whether it is there yet or not. */
export function farNumber(share: Share): string {
  const other = share.call.shares.find((one) => one !== share)
  return share.call.parties[0]?.number ?? other?.agent.workNumber ?? share.called
}

/** How many are in the conversation. */
export function howMany(call: PlatformCall): number {
  return call.parties.length + call.shares.filter(isConnected).length
}

export function callOf(live: Iterable<PlatformCall>, party: Party): PlatformCall | null {
  for (const call of live) if (call.parties.includes(party) || call.under?.third === party) return call
  return null
}
