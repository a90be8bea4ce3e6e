import type { CommandResult, LineCommand, Time, Transfer } from '#contract'
import type { AskedVerb, CallsEvent, ConfirmedVerb } from '../event.ts'
import { askOf } from '../rules/commands.ts'
import type { CallsState, LiveCall } from '../state.ts'
import type { CallGateway } from './call-gateway.ts'
import { verbsOf } from './verbs-of.ts'

export interface AskParts {
  readonly gateway: CallGateway
  readonly command: (command: LineCommand) => void
  readonly apply: (event: CallsEvent) => void
  readonly state: () => CallsState
  readonly now: () => Time
  readonly chooseScreen?: (sourceId: string | null) => void
  /** How long the platform's event may take after it accepted a verb, before the agent is told. */
  readonly confirmMs?: number
}

const CONFIRM_MS = 5_000
/** SIP's own timer for a transaction that nobody answers (RFC 3261 section 17.1.1.2, 64 × T1). */
const LINE_CONFIRM_MS = 33_000

export const ACCEPTED: CommandResult = { ok: true }
export const NOT_POSSIBLE: CommandResult = { ok: false, reason: 'not-possible-now' }

export interface Asking {
  readonly transfer?: Pick<Transfer, 'to' | 'mode'>
  readonly send: (call: LiveCall) => Promise<CommandResult>
}

/**
 * One verb from its press to its outcome. What the call cannot do now, or has been asked already, is refused here and
 * never sent.
 */
export async function ask(parts: AskParts, id: string, verb: AskedVerb, asking: Asking): Promise<CommandResult> {
  const { apply, state, now } = parts
  const call = possible(state(), id, verb)
  if (!call) return NOT_POSSIBLE
  apply({ type: 'asked', id, verb, ...(asking.transfer && { transfer: asking.transfer }) })
  const one = askOf(state(), id, verb)
  const fail = (reason: string, retcode?: string) =>
    apply({ type: 'failed', id, verb, reason, at: now(), ...(retcode && { retcode }), ...(one && { ask: one }) })
  const result = await asking.send(call)
  // Accepted is not happened: if the word about it stays away, the agent is told.
  if (!result.ok) fail(result.reason, result.retcode)
  else if (!isConfirmed(verb)) setTimeout(() => fail('no-answer'), patience(parts, call))
  // A transfer on the line is told of by the NOTIFYs of its REFER.
  else if (verb !== 'transfer' || call.dialogId === undefined) apply({ type: 'confirmed', id, verb, at: now() })
  return result
}

function possible(state: CallsState, id: string, verb: AskedVerb): LiveCall | undefined {
  const call = state.calls.find((one) => one.id === id)
  if (!call || call.asked.some((one) => one.verb === verb)) return undefined
  return verbsOf(call, state).includes(verb) ? call : undefined
}

function patience({ confirmMs = CONFIRM_MS }: AskParts, call: LiveCall): number {
  return call.dialogId === undefined ? confirmMs : Math.max(confirmMs, LINE_CONFIRM_MS)
}

const CONFIRMED: ReadonlySet<string> = new Set<ConfirmedVerb>([
  'mute',
  'unmute',
  'pause-recording',
  'resume-recording',
  'transfer',
  'set-layout',
])

function isConfirmed(verb: AskedVerb): verb is ConfirmedVerb {
  return CONFIRMED.has(verb)
}
