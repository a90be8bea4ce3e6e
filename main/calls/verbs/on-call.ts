import type { CallsRequests, CommandResult, LineCommand } from '#contract'
import type { LiveCall } from '../state.ts'
import { ACCEPTED, type AskParts, ask } from './ask.ts'
import { isTalking, turnTo } from './turn.ts'
import { verbsOf } from './verbs-of.ts'

type OnCall = Pick<
  CallsRequests,
  'calls.answer' | 'calls.decline' | 'calls.mute' | 'calls.hangUp' | 'calls.hold' | 'calls.retrieve' | 'calls.keys'
>

/** What the agent does with one call: at the gateway, or on the call's own dialog. */
export function onCall(parts: AskParts): OnCall {
  const { gateway } = parts
  return {
    'calls.answer': ({ callId, video = false }) =>
      ask(parts, callId, 'answer', { send: (call) => answer(parts, call, video) }),
    'calls.decline': ({ callId, mode }) =>
      ask(parts, callId, 'decline', {
        send: (call) =>
          onDialog(parts, call, (dialogId) => ({ verb: 'decline', dialogId, code: mode === 'release' ? 603 : 486 })) ??
          gateway.decline(call.gatewayId ?? '', mode),
      }),
    'calls.mute': ({ callId, muted }) =>
      ask(parts, callId, muted ? 'mute' : 'unmute', {
        // On the line alone the closed track is the mute; there is nobody to ask.
        send: (call) => (call.dialogId === undefined ? gateway.mute(muted) : Promise.resolve(ACCEPTED)),
      }),
    'calls.hangUp': ({ callId }) => ask(parts, callId, 'hang-up', { send: (call) => hangUp(parts, call) }),
    'calls.hold': ({ callId }) =>
      ask(parts, callId, 'hold', {
        send: (call) => onDialog(parts, call, (dialogId) => ({ verb: 'hold', dialogId, held: true })) ?? gateway.hold(),
      }),
    'calls.retrieve': ({ callId }) => ask(parts, callId, 'retrieve', { send: (call) => retrieve(parts, call) }),
    'calls.keys': (input) => sendKeys(parts, input),
  }
}

/** On the call's own dialog, if it has one. */
function onDialog(
  { command }: AskParts,
  { dialogId }: LiveCall,
  line: (dialogId: string) => LineCommand,
): Promise<CommandResult> | undefined {
  if (dialogId === undefined) return undefined
  command(line(dialogId))
  return Promise.resolve(ACCEPTED)
}

async function answer(parts: AskParts, call: LiveCall, video: boolean): Promise<CommandResult> {
  const turned = await turnTo(parts, call)
  if (!turned.ok) return turned
  if (video) parts.apply({ type: 'video-wanted', id: call.id })
  return (
    onDialog(parts, call, (dialogId) => ({ verb: 'answer', dialogId, ...(video && { video }) })) ??
    parts.gateway.answer(call.gatewayId ?? '')
  )
}

/** spec/ccgateway.md 8.1: with another of the platform's calls talking the two change places. */
async function retrieve(parts: AskParts, call: LiveCall): Promise<CommandResult> {
  const turned = await turnTo(parts, call)
  if (!turned.ok) return turned
  const onLine = onDialog(parts, call, (dialogId) => ({ verb: 'hold', dialogId, held: false }))
  if (onLine) return onLine
  const id = call.gatewayId ?? ''
  const other = parts.state().calls.some((one) => isTalking(one) && one.dialogId === undefined)
  return other ? parts.gateway.swap(id) : parts.gateway.retrieve(id)
}

/**
 * A consult is ended by sending the colleague away, which brings the customer back (spec/ccgateway.md 8.4). Whoever
 * only rings is in no call yet: theirs is dropped by its own id (8.1, `dropcall`; of a three-party one inferred).
 */
function hangUp(parts: AskParts, call: LiveCall): Promise<CommandResult> {
  const onLine = onDialog(parts, call, (dialogId) => ({ verb: 'hang-up', dialogId }))
  if (onLine) return onLine
  const about = parts.state().calls.find(({ id }) => id === call.about)
  const joining = about?.phase.name === 'talking'
  const rings = call.phase.name === 'dialling'
  if (call.part === 'consult' && (call.phase.name === 'talking' || (joining && !rings)))
    return parts.gateway.dropParty(call.number)
  return parts.gateway.hangUp(call.gatewayId, isAmongOthers(parts, call))
}

/**
 * `release` is of the current call alone, whichever that is by the time it arrives: where it may be another one, the
 * call is dropped by its id.
 */
function isAmongOthers({ state }: AskParts, call: LiveCall): boolean {
  const others = state().calls.some(({ id, dialogId }) => id !== call.id && dialogId === undefined)
  return others || call.phase.name === 'held' || call.asked.some(({ verb }) => verb === 'consult' || verb === 'hold')
}

interface Keys {
  readonly callId: string
  readonly keys: string
  readonly secret: boolean
}

/** Keys wait for nothing: what is typed goes out in its order, and each press has its own outcome. */
async function sendKeys(parts: AskParts, { callId: id, keys, secret }: Keys): Promise<CommandResult> {
  const { apply, state, now, gateway } = parts
  const call = state().calls.find((one) => one.id === id)
  if (!call || !verbsOf(call, state()).includes('keys')) return { ok: false, reason: 'not-possible-now' }
  const result = await (onDialog(parts, call, (dialogId) => ({ verb: 'keys', dialogId, keys })) ?? gateway.keys(keys))
  if (result.ok) apply({ type: 'keys-accepted', id, keys, secret })
  else
    apply({
      type: 'failed',
      id,
      verb: 'keys',
      reason: result.reason,
      at: now(),
      ...(result.retcode && { retcode: result.retcode }),
    })
  return result
}
