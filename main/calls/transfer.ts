import type { TransferKind, TransferMode, TransferModes } from '#contract'
import type { CallsState, LiveCall } from './state.ts'
import { isOnVideo } from './video/video-of.ts'

type Matrix = { readonly [K in TransferKind]: { readonly [M in TransferMode]?: number } }

/**
 * Every combination there is, with the platform's number for it (spec/ccgateway.md 8.3): 1 is "suspend" for an IVR and
 * "release" for an outside number. Mode 3 to an agent is its private queue, which is not open.
 */
export const transferModes: Matrix = {
  queue: { release: 0, success: 2 },
  agent: { release: 0, success: 2 },
  ivr: { release: 0, suspend: 1 },
  'access-code': { release: 0, success: 2 },
  outside: { release: 1, success: 2, talk: 3, 'three-party': 4 },
}

const kinds = Object.keys(transferModes) as readonly TransferKind[]

const INTERNAL = 6

/** What this call allows of it: an internal call goes nowhere, an outgoing one is not released to outside (8.3). */
export function transferModesOf(call: LiveCall, state: CallsState): TransferModes {
  if (call.dialogId !== undefined) return modesOnLine(call, state)
  if (call.direction === 'internal' || call.feature === INTERNAL) return {}
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      (Object.keys(transferModes[kind]) as TransferMode[]).filter((mode) => isPossible(call, state, kind, mode)),
    ]),
  )
}

/** Neither an outgoing nor a video call is released to an outside number (spec/ccgateway.md 8.3). */
function isPossible(call: LiveCall, state: CallsState, kind: TransferKind, mode: TransferMode): boolean {
  return !(kind === 'outside' && mode === 'release' && (call.direction === 'outgoing' || isOnVideo(call, state)))
}

/**
 * Softphone only: blind, or to the party of another call of the line (REFER with Replaces). The platform's word for
 * the second is "talk": agent and third party have spoken while the customer waits.
 */
function modesOnLine(call: LiveCall, state: CallsState): TransferModes {
  const another = state.calls.some(
    ({ id, dialogId, phase }) => id !== call.id && dialogId !== undefined && UP.has(phase.name),
  )
  return { outside: another ? ['release', 'talk'] : ['release'] }
}

const UP: ReadonlySet<string> = new Set(['talking', 'held'])
