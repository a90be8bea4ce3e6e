import type { Calls, CallsRequests, LineCommand, LineFact, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import type { Log } from '../log/log.ts'
import { advance, nextDeadline } from './call.ts'
import type { CallsEvent } from './event.ts'
import { microphoneFor } from './microphone.ts'
import { believe, type Present } from './present.ts'
import { asksBetween } from './rules/disagreement.ts'
import { commandsBetween, ringOf, snapshot } from './snapshot.ts'
import { type CallsState, type LiveCall, NO_CALLS } from './state.ts'
import { aboutCall, unread } from './verbs/about-call.ts'
import type { CallGateway } from './verbs/call-gateway.ts'
import { making } from './verbs/making.ts'
import { onCall } from './verbs/on-call.ts'
import { withOthers } from './verbs/with-others.ts'
import { withPictures } from './verbs/with-pictures.ts'
import { cameraFor } from './video/camera.ts'
import { legOf } from './video/leg.ts'

/** What the line is to do and be because of the calls. */
export interface CallLine {
  readonly microphoneFor: string | null
  readonly cameraFor: string | null
  readonly ring: 'none' | 'call' | 'waiting'
  readonly calls: boolean
}

export interface CallsOptions {
  readonly gateway: CallGateway
  readonly command: (command: LineCommand) => void
  readonly onLine: (line: CallLine) => void
  /** Which screen is shared next; null where the operating system asks. */
  readonly chooseScreen?: (sourceId: string | null) => void
  readonly onChange: (calls: Calls) => void
  readonly now: () => Time
  readonly log: Pick<Log, 'info'>
  readonly confirmMs?: number
}

export type PlatformWord = Pick<LiveCall, 'gatewayId' | 'dialogId' | 'ends' | 'queueId' | 'videoCall' | 'videoWanted'>

export interface CallsPart {
  readonly requests: CallsRequests
  gatewayEvent(event: GatewayEvent): void
  lineFact(fact: LineFact): void
  apply(event: CallsEvent): void
  /** After a reconnection: what the gateway has now. */
  present(present: Present): void
  /** The phone window is gone, and every dialog with it. */
  lineGone(): void
  current(): Calls
  /** What the platform said of this call and the windows need not know; null for one that is not there. */
  platformWord(callId: string): PlatformWord | null
  /** The dialog whose picture is this call's, or null. */
  dialogOf(callId: string): string | null
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
    const eyesAndEars = { microphoneFor: microphoneFor(state), cameraFor: cameraFor(state) }
    options.onLine({ ...eyesAndEars, ring: ringOf(state), calls: state.calls.length > 0 })
    for (const command of commandsBetween(before, state)) options.command(command)
    options.onChange(snapshot(state))
    waitForDeadline()
    askGateway({ ...options, apply, state: () => state }, before, state)
  }

  function waitForDeadline(): void {
    clearTimeout(deadline)
    const at = nextDeadline(state)
    if (at === null) return
    deadline = setTimeout(() => apply({ type: 'time', at: options.now() }), Math.max(0, at - options.now()))
  }

  const parts = { ...options, apply, state: () => state }
  return {
    requests: { ...onCall(parts), ...withOthers(parts), ...withPictures(parts), ...aboutCall(parts), ...making(parts) },
    apply,
    gatewayEvent: (event) => {
      const { calls } = state
      apply({ type: 'gateway', event })
      if ('callId' in event && state.calls === calls)
        options.log.info('Event that changes no call', { event: event.type })
    },
    present: (present) => void believe({ ...options, apply, state: () => state }, present),
    lineFact: (fact) => apply({ type: 'line', fact, at: options.now() }),
    lineGone: () => {
      for (const { id: dialogId } of state.dialogs)
        apply({ type: 'line', fact: { type: 'ended', dialogId, cause: 'lost' }, at: options.now() })
    },
    current: () => snapshot(state),
    platformWord: (callId) => [...state.calls, state.lastEnded].find((call) => call?.id === callId) ?? null,
    dialogOf: (callId) => {
      const call = state.calls.find(({ id }) => id === callId)
      return (call && legOf(state, call)?.id) ?? null
    },
  }
}

type Asking = Pick<CallsOptions, 'gateway' | 'log' | 'now'> & {
  readonly apply: (event: CallsEvent) => void
  readonly state: () => CallsState
}

/** What only asking can tell: a new call's data, and what is true where gateway and leg differ. */
function askGateway({ gateway, log, now, apply, state }: Asking, before: CallsState, after: CallsState): void {
  for (const gatewayId of unread(before, after)) {
    void gateway.associatedData(gatewayId).then((text) => {
      if (text !== null) apply({ type: 'associated-data', gatewayId, text })
    })
  }
  if (!asksBetween(before, after)) return
  log.info('Gateway and leg disagree', { calls: after.calls.length })
  void gateway.present().then((present) => present && believe({ gateway, now, apply, state }, present))
}
