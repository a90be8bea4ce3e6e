import type { LineFact } from '#contract'
import { advance } from '#main/calls/call.ts'
import type { CallsEvent } from '#main/calls/event.ts'
import { microphoneFor } from '#main/calls/microphone.ts'
import { snapshot } from '#main/calls/snapshot.ts'
import { type CallsState, NO_CALLS } from '#main/calls/state.ts'
import type { GatewayFact } from '#main/gateway/event.ts'

/** Events about one customer's call, in words; every one happens a tenth of a second after the one before. */
export function createCallStory(gateway = true) {
  let state: CallsState = advance(NO_CALLS, { type: 'signed-in', gateway })
  let at = 1_000_000
  function apply(event: CallsEvent): void {
    state = advance(state, event)
  }
  const story = {
    apply,
    hears: (fact: GatewayFact) => {
      at += 100
      apply({ type: 'gateway', event: { ...fact, at } })
      return story
    },
    line: (fact: LineFact) => {
      at += 100
      apply({ type: 'line', fact, at })
      return story
    },
    passes: (ms: number) => {
      at += ms
      apply({ type: 'time', at })
      return story
    },
    now: () => at,
    state: () => state,
    first: () => snapshot(state).list[0],
    phase: () => snapshot(state).list[0]?.phase.name,
    microphone: () => microphoneFor(state),
  }
  return story
}

export const CALL_ID = '1456403570-17'
export const DIALOG_ID = 'dialog-1'

const parties = { callId: CALL_ID, caller: '13800138000', called: '10086', feature: 0, part: 'main' } as const

export const facts = {
  alerting: { type: 'phone-alerting' },
  offhook: { type: 'phone-offhook' },
  release: { type: 'phone-release' },
  info: { type: 'call-info', callId: CALL_ID, caller: '13800138000', called: '10086', queue: 'Support' },
  ringing: { type: 'ringing', ...parties },
  autoAnswer: { type: 'auto-answer', ...parties },
  talking: { type: 'talking', ...parties },
  hold: { type: 'hold', callId: CALL_ID },
  callRelease: { type: 'call-release', callId: CALL_ID },
  customerRelease: { type: 'customer-release', callId: CALL_ID },
  noAnswer: { type: 'no-answer', callId: CALL_ID },
  idle: { type: 'agent-state', state: 'idle' },
  busy: { type: 'agent-state', state: 'busy', reason: 7 },
  talkingState: { type: 'agent-state', state: 'talking' },
  wrapUp: { type: 'agent-state', state: 'wrap-up' },
} as const satisfies Record<string, GatewayFact>

export const legs = {
  invited: { type: 'invited', dialogId: DIALOG_ID, number: '95533' },
  established: { type: 'established', dialogId: DIALOG_ID },
  ended: { type: 'ended', dialogId: DIALOG_ID, cause: 'far-side-hung-up' },
  cancelled: { type: 'ended', dialogId: DIALOG_ID, cause: 'cancelled' },
} as const satisfies Record<string, LineFact>

/** The agent talks to the customer: leg up, microphone open. */
export function talkingStory() {
  const story = createCallStory().hears(facts.alerting).line(legs.invited).line(legs.established).hears(facts.offhook)
  return story.hears(facts.ringing).hears(facts.talking)
}

export type CallStory = ReturnType<typeof createCallStory>

/** The live call with that id of the platform's. */
export function callNamed(story: CallStory, gatewayId: string = CALL_ID) {
  return story.state().calls.find((call) => call.gatewayId === gatewayId)
}

export function askFor(
  story: CallStory,
  event: Omit<Extract<CallsEvent, { type: 'asked' }>, 'type' | 'id'>,
  id?: string,
) {
  story.apply({ type: 'asked', id: id ?? callNamed(story)?.id ?? '', ...event })
  return story
}

/** Why the call that ended last did. */
export function lastReason(story: CallStory) {
  const { lastEnded } = story.state()
  return lastEnded?.phase.name === 'ended' ? lastEnded.phase.reason : undefined
}
