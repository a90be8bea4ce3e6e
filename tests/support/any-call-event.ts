import fc from 'fast-check'
import type { CallVerb, LineFact, TransferKind, TransferMode } from '#contract'
import type { AskedVerb, CallsEvent, ConfirmedVerb } from '#main/calls/event.ts'
import type { CallsState } from '#main/calls/state.ts'
import type { GatewayFact } from '#main/gateway/event.ts'

/** An event that is about whatever call happens to be there when its turn comes. */
export type Step = (state: CallsState, at: number) => CallsEvent

const callIds = ['1-1', '2-2', '3-3'] as const
const dialogIds = ['d1', 'd2', 'd3'] as const
const numbers = ['13800138000', '6003', '10086', 'a6003', ''] as const

const callId = fc.constantFrom(...callIds)
const feature = fc.constantFrom(0, 6, 7, 51, 52, -1, 99)
const part = fc.constantFrom('main' as const, 'assistant' as const)
const number = fc.constantFrom(...numbers)

const parties = fc.record({ callId, caller: number, called: number, feature, part })

/** Every word the platform has about calls, about any of three of them. */
export const anyGatewayFact: fc.Arbitrary<GatewayFact> = fc.oneof(
  { weight: 3, arbitrary: parties.map((one) => ({ type: 'talking' as const, ...one })) },
  parties.map((one) => ({ type: 'ringing' as const, ...one })),
  parties.map((one) => ({ type: 'auto-answer' as const, ...one })),
  fc.record({ type: fc.constant('call-info' as const), callId, caller: number, called: number }),
  fc.record({ type: fc.constant('customer-alerting' as const), callId, otherPhone: number }),
  fc.record({ type: fc.constantFrom('hold' as const, 'call-release' as const, 'no-answer' as const), callId }),
  fc.record({ type: fc.constant('return-from-ivr' as const), callId }),
  fc.record({ type: fc.constant('customer-release' as const), callId, number }),
  fc.record({ type: fc.constant('conference' as const), callId, partners: fc.array(number, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('call-failed' as const),
    callId,
    how: fc.constantFrom('call-out' as const, 'inside' as const, 'consult' as const, 'connect' as const),
  }),
  fc.record({ type: fc.constant('transfer-result' as const), callId, succeeded: fc.boolean() }),
  fc.record({ type: fc.constant('recording' as const), state: fc.constantFrom('on' as const, 'off' as const), callId }),
  fc.constantFrom<GatewayFact>(
    { type: 'phone-alerting' },
    { type: 'phone-offhook' },
    { type: 'phone-release' },
    { type: 'agent-state', state: 'idle' },
    { type: 'agent-state', state: 'talking' },
    { type: 'agent-state', state: 'wrap-up' },
    { type: 'inspection', how: 'listen' },
    { type: 'inspection-over' },
  ),
)

const dialogId = fc.constantFrom(...dialogIds)

/** Every word SIP has about calls, about any of three dialogs. */
export const anyLineFact: fc.Arbitrary<LineFact> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('invited' as const), dialogId, number: fc.constant('95533') }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('established' as const), dialogId }) },
  fc.record({
    type: fc.constant('ended' as const),
    dialogId,
    cause: fc.constantFrom('far-side-hung-up' as const, 'cancelled' as const, 'we-ended' as const, 'lost' as const),
  }),
  fc.record({ type: fc.constant('hold' as const), dialogId, held: fc.boolean() }),
  fc.record({ type: fc.constant('held-by-far-side' as const), dialogId, held: fc.boolean() }),
  fc.record({
    type: fc.constant('transfer' as const),
    dialogId,
    stage: fc.constantFrom('asked' as const, 'ringing' as const, 'done' as const, 'failed' as const),
  }),
  fc.record({ type: fc.constant('speaks-muted' as const), speaks: fc.boolean() }),
  fc.record({
    type: fc.constant('command-failed' as const),
    verb: fc.constantFrom('hold' as const, 'transfer' as const, 'dial' as const),
    dialogId,
    why: fc.constant('488'),
  }),
)

const verbs: readonly AskedVerb[] = [
  ...(['answer', 'decline', 'mute', 'unmute', 'hold', 'retrieve', 'take-back', 'consult'] as const),
  ...(['conference', 'drop-party', 'hang-up', 'start-recording'] as const),
]
const modes: readonly (readonly [TransferKind, TransferMode])[] = [
  ['queue', 'release'],
  ['agent', 'success'],
  ['ivr', 'suspend'],
  ['outside', 'talk'],
  ['outside', 'three-party'],
]

function idOf(state: CallsState, which: number): string {
  return state.calls[which % Math.max(1, state.calls.length)]?.id ?? 'none'
}

/** Says what it is when a run fails. */
function step(make: Step, ...what: readonly unknown[]): Step {
  return Object.assign(make, { [fc.toStringMethod]: () => JSON.stringify(what) })
}

const which = fc.nat(3)
const commands: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(which, fc.constantFrom(...verbs))
    .map(([one, verb]) => step((state) => ({ type: 'asked', id: idOf(state, one), verb }), 'asked', one, verb)),
  fc.tuple(which, fc.constantFrom(...modes)).map(([one, [kind, mode]]) =>
    step(
      (state) => {
        const transfer = { to: { kind, address: '6003' }, mode } as const
        return { type: 'asked', id: idOf(state, one), verb: 'transfer', transfer }
      },
      'transfer',
      one,
      kind,
      mode,
    ),
  ),
  fc
    .tuple(which, fc.constantFrom<ConfirmedVerb[]>('mute', 'unmute', 'transfer', 'pause-recording'))
    .map(([one, verb]) =>
      step((state, at) => ({ type: 'confirmed', id: idOf(state, one), verb, at }), 'confirmed', one, verb),
    ),
  fc
    .tuple(which, fc.constantFrom<CallVerb[]>(...verbs, 'transfer', 'keys'))
    .map(([one, verb]) =>
      step((state, at) => ({ type: 'failed', id: idOf(state, one), verb, reason: 'refused', at }), 'failed', one, verb),
    ),
  fc
    .tuple(which, callId)
    .map(([one, gatewayId]) =>
      step(
        (state, at) => ({ type: 'consulting', id: idOf(state, one), gatewayId, address: '6003', at }),
        'consulting',
        one,
        gatewayId,
      ),
    ),
  fc
    .tuple(which, callId)
    .map(([one, gatewayId]) =>
      step((state) => ({ type: 'named', id: idOf(state, one), gatewayId }), 'named', one, gatewayId),
    ),
  fc.boolean().map((inside) => step((_, at) => ({ type: 'dialled', number: '10086', inside, at }), 'dialled', inside)),
)

const present: fc.Arbitrary<Step> = fc
  .tuple(fc.option(fc.record({ callId, caller: number, called: number, feature })), fc.boolean())
  .map(([call, talking]) =>
    step((_, at) => ({ type: 'present', call, talking: talking && call !== null, at }), 'present', call, talking),
  )

/** Anything at all, however absurd. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: anyGatewayFact.map((fact) => step((_, at) => ({ type: 'gateway', event: { ...fact, at } }), fact)),
  },
  { weight: 4, arbitrary: anyLineFact.map((fact) => step((_, at) => ({ type: 'line', fact, at }), fact)) },
  { weight: 4, arbitrary: commands },
  { weight: 1, arbitrary: present },
  { weight: 1, arbitrary: fc.constant(step((_, at) => ({ type: 'time', at }), 'time')) },
)
