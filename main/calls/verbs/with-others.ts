import type { CallsRequests, CommandResult, ConsultInput, TransferInput } from '#contract'
import { partiesOf } from '../rules/parties.ts'
import type { LiveCall } from '../state.ts'
import { transferModes, transferModesOf } from '../transfer.ts'
import { ACCEPTED, type AskParts, ask, NOT_POSSIBLE } from './ask.ts'

type WithOthers = Pick<
  CallsRequests,
  'calls.transfer' | 'calls.takeBack' | 'calls.consult' | 'calls.conference' | 'calls.dropParty'
>

/** What brings others into a call, or the call to others. */
export function withOthers(parts: AskParts): WithOthers {
  const { gateway } = parts
  return {
    'calls.transfer': (input) => transfer(parts, input),
    'calls.takeBack': ({ callId }) => ask(parts, callId, 'take-back', { send: () => gateway.takeBack() }),
    'calls.consult': (input) => ask(parts, input.callId, 'consult', { send: () => consult(parts, input) }),
    'calls.conference': ({ callId }) =>
      ask(parts, callId, 'conference', { send: (call) => gateway.conference(call.gatewayId ?? '') }),
    'calls.dropParty': ({ callId, number }) =>
      ask(parts, callId, 'drop-party', {
        send: (call) =>
          partiesOf(call).some((party) => party.number === number)
            ? gateway.dropParty(number)
            : Promise.resolve(NOT_POSSIBLE),
      }),
  }
}

function transfer(parts: AskParts, input: TransferInput): Promise<CommandResult> {
  const { callId, to, mode } = input
  const call = parts.state().calls.find(({ id }) => id === callId)
  const number = transferModes[to.kind][mode]
  const isOffered = call && transferModesOf(call, parts.state())[to.kind]?.includes(mode)
  if (!isOffered || number === undefined) return Promise.resolve(NOT_POSSIBLE)
  return ask(parts, callId, 'transfer', {
    transfer: { to, mode },
    send: (one) =>
      one.dialogId === undefined ? parts.gateway.transfer({ ...input, mode: number }) : refer(parts, one, input),
  })
}

/** REFER: blind, or with the dialog of the other call that the agent has spoken on (RFC 3891). */
function refer(parts: AskParts, call: LiveCall, { to, mode }: TransferInput): Promise<CommandResult> {
  const { dialogId } = call
  const other = mode === 'talk' ? otherOnLine(parts, call, to.address) : undefined
  if (dialogId === undefined || (mode === 'talk' && !other)) return Promise.resolve(NOT_POSSIBLE)
  parts.command({ verb: 'transfer', dialogId, to: to.address, ...(other?.dialogId && { replaces: other.dialogId }) })
  return Promise.resolve(ACCEPTED)
}

function otherOnLine({ state }: AskParts, call: LiveCall, number: string): LiveCall | undefined {
  const others = state().calls.filter(
    ({ id, dialogId, talkingSince }) => id !== call.id && dialogId !== undefined && talkingSince !== undefined,
  )
  return others.find((other) => other.number === number)
}

async function consult({ gateway, apply, now }: AskParts, { callId, ...input }: ConsultInput): Promise<CommandResult> {
  const result = await gateway.consult(input)
  if (!result.ok || !result.gatewayId) return result
  apply({
    type: 'consulting',
    id: callId,
    gatewayId: result.gatewayId,
    address: input.to.address,
    joins: input.mode === 'three-party',
    at: now(),
  })
  return ACCEPTED
}
