import type { Calls, CallsRequests, CommandResult, DeclineMode, LineCommand, LineFact, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import type { Log } from '../log/log.ts'
import { advance, nextDeadline } from './call.ts'
import { microphoneFor } from './microphone.ts'
import { commandsBetween, ringOf, snapshot } from './snapshot.ts'
import { type AskedVerb, type CallsEvent, type CallsState, type LiveCall, NO_CALLS } from './state.ts'

/** What the calls ask of the gateway; every answer is whether the platform accepted it, not that it has happened. */
export interface CallGateway {
  answer(gatewayId: string): Promise<CommandResult>
  decline(gatewayId: string, mode: DeclineMode): Promise<CommandResult>
  mute(muted: boolean): Promise<CommandResult>
  /** The current call, or one that is held. */
  hangUp(gatewayId: string | undefined, held: boolean): Promise<CommandResult>
  /** The platform's id for the new call. */
  dial(number: string): Promise<CommandResult & { readonly gatewayId?: string }>
}

/** What the line is to do and be because of the calls. */
export interface CallLine {
  readonly microphoneFor: string | null
  readonly ring: 'none' | 'call' | 'waiting'
  readonly calls: boolean
}

export interface CallsOptions {
  readonly gateway: CallGateway
  readonly command: (command: LineCommand) => void
  readonly onLine: (line: CallLine) => void
  readonly onChange: (calls: Calls) => void
  readonly now: () => Time
  readonly log: Pick<Log, 'info'>
  /** How long the platform's event may take after it accepted a verb, before the agent is told. */
  readonly confirmMs?: number
}

const CONFIRM_MS = 5_000

const ACCEPTED: CommandResult = { ok: true }
const NOT_POSSIBLE: CommandResult = { ok: false, reason: 'not-possible-now' }

export interface CallsPart {
  readonly requests: CallsRequests
  gatewayEvent(event: GatewayEvent): void
  lineFact(fact: LineFact): void
  apply(event: CallsEvent): void
  /** The phone window is gone, and every dialog with it. */
  lineGone(): void
  current(): Calls
}

/** The shell round `advance`: feeds it, publishes what comes of it, and carries the agent's verbs. */
export function createCalls(options: CallsOptions): CallsPart {
  let state: CallsState = NO_CALLS
  let deadline: NodeJS.Timeout | undefined

  function apply(event: CallsEvent): void {
    const before = state
    state = advance(before, event)
    if (state === before) return
    // The microphone first: closing it waits for nothing else.
    options.onLine({ microphoneFor: microphoneFor(state), ring: ringOf(state), calls: state.calls.length > 0 })
    for (const command of commandsBetween(before, state)) options.command(command)
    options.onChange(snapshot(state))
    waitForDeadline()
  }

  function waitForDeadline(): void {
    clearTimeout(deadline)
    const at = nextDeadline(state)
    if (at === null) return
    deadline = setTimeout(() => apply({ type: 'time', at: options.now() }), Math.max(0, at - options.now()))
  }

  const verbs = createVerbs({ ...options, apply, find: (id) => state.calls.find((call) => call.id === id) })
  return {
    requests: { ...verbs, ...createDialling({ ...options, apply, state: () => state }) },
    apply,
    gatewayEvent: (event) => {
      const { calls } = state
      apply({ type: 'gateway', event })
      if ('callId' in event && state.calls === calls)
        options.log.info('Event that changes no call', { event: event.type })
    },
    lineFact: (fact) => apply({ type: 'line', fact, at: options.now() }),
    lineGone: () => {
      for (const { id: dialogId } of state.dialogs)
        apply({ type: 'line', fact: { type: 'ended', dialogId, cause: 'lost' }, at: options.now() })
    },
    current: () => snapshot(state),
  }
}

interface VerbsOptions extends CallsOptions {
  readonly apply: (event: CallsEvent) => void
  readonly find: (id: string) => LiveCall | undefined
}

type Verbs = Pick<CallsRequests, 'calls.answer' | 'calls.decline' | 'calls.mute' | 'calls.hangUp'>

function createVerbs(options: VerbsOptions): Verbs {
  const { gateway, command } = options
  const onDialog = (
    call: LiveCall,
    line: (dialogId: string) => LineCommand,
    platform: () => Promise<CommandResult>,
  ) => {
    if (call.dialogId === undefined) return platform()
    command(line(call.dialogId))
    return Promise.resolve(ACCEPTED)
  }
  return {
    'calls.answer': ({ callId }) =>
      ask(options, callId, 'answer', (call) =>
        onDialog(
          call,
          (dialogId) => ({ verb: 'answer', dialogId }),
          () => gateway.answer(call.gatewayId ?? ''),
        ),
      ),
    'calls.decline': ({ callId, mode }) =>
      ask(options, callId, 'decline', (call) =>
        onDialog(
          call,
          (dialogId) => ({ verb: 'decline', dialogId, code: mode === 'release' ? 603 : 486 }),
          () => gateway.decline(call.gatewayId ?? '', mode),
        ),
      ),
    'calls.mute': ({ callId, muted }) =>
      ask(options, callId, muted ? 'mute' : 'unmute', (call) =>
        // On the line alone the closed track is the mute; there is nobody to ask.
        call.dialogId === undefined ? gateway.mute(muted) : Promise.resolve(ACCEPTED),
      ),
    'calls.hangUp': ({ callId }) =>
      ask(options, callId, 'hang-up', (call) =>
        onDialog(
          call,
          (dialogId) => ({ verb: 'hang-up', dialogId }),
          () => gateway.hangUp(call.gatewayId, call.phase.name === 'held'),
        ),
      ),
  }
}

async function ask(
  { apply, find, now, confirmMs = CONFIRM_MS }: VerbsOptions,
  id: string,
  verb: AskedVerb,
  send: (call: LiveCall) => Promise<CommandResult>,
): Promise<CommandResult> {
  const call = find(id)
  if (!call || call.pending === verb) return NOT_POSSIBLE
  apply({ type: 'asked', id, verb })
  const result = await send(call)
  if (!result.ok) {
    apply({
      type: 'failed',
      id,
      verb,
      reason: result.reason,
      at: now(),
      ...(result.retcode && { retcode: result.retcode }),
    })
  } else if (verb === 'mute' || verb === 'unmute') {
    apply({ type: 'confirmed', id, verb })
  } else {
    // Accepted is not happened: if the platform's event stays away, the agent is told.
    setTimeout(() => apply({ type: 'failed', id, verb, reason: 'no-answer', at: now() }), confirmMs)
  }
  return result
}

interface DiallingOptions extends CallsOptions {
  readonly apply: (event: CallsEvent) => void
  readonly state: () => CallsState
}

function createDialling(options: DiallingOptions): Pick<CallsRequests, 'calls.dial' | 'calls.missedSeen'> {
  const { apply, state, now } = options
  return {
    'calls.dial': ({ number }) => {
      // The platform's own rule: no callout during a call, held ones allowed (spec/ccgateway.md 8.2).
      if (state().calls.some(({ phase }) => phase.name !== 'held')) return Promise.resolve(NOT_POSSIBLE)
      return state().gateway ? callOut(options, number) : dialOnLine(options, number)
    },
    'calls.missedSeen': () => apply({ type: 'missed-seen' }),
  }

  async function callOut({ gateway }: CallsOptions, number: string): Promise<CommandResult> {
    apply({ type: 'dialled', number, at: now() })
    const id = state().calls.at(-1)?.id ?? ''
    const result = await gateway.dial(number)
    if (!result.ok) apply({ type: 'not-dialled', id, wrongNumber: result.retcode === '200-001', at: now() })
    else if (result.gatewayId) apply({ type: 'named', id, gatewayId: result.gatewayId })
    return result
  }

  function dialOnLine({ command }: CallsOptions, number: string): Promise<CommandResult> {
    const dialogId = `out-${state().made + 1}-${now()}`
    apply({ type: 'dialled', number, dialogId, at: now() })
    command({ verb: 'dial', dialogId, number })
    return Promise.resolve(ACCEPTED)
  }
}
