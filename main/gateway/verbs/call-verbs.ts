import type { CommandResult, ConsultInput, DeclineMode, DialInput, InsideInput, VideoLayout } from '#contract'
import type { Gateway, GatewayPresent, GatewayResult, Operation } from '../gateway.ts'
import { isRefused } from '../link/perform.ts'
import {
  allCallIds,
  appData,
  callInfoByCallId,
  holdList,
  remoteNumbers,
  setCallData,
  setCallDataByPost,
} from '../operations/call-data.ts'
import { callInside, callOut, consult } from '../operations/call-out.ts'
import { pauseRecording, resumeRecording, startRecording, stopRecording } from '../operations/recording.ts'
import { cancelTransfer, joinHeld, type TransferOrder, transfer } from '../operations/transfer.ts'
import * as voice from '../operations/voice-call.ts'
import { askPresent } from '../session/present.ts'
import { commandResult } from './command-result.ts'

type NamedResult = CommandResult & { readonly gatewayId?: string }

const recording = {
  start: startRecording,
  stop: stopRecording,
  pause: pauseRecording,
  resume: resumeRecording,
} as const

const notConnected: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }

/** What the agent does with a call at the gateway; `current` is asked each time, since a sign-in makes a new one. */
export function callVerbs(current: () => Gateway | null) {
  const ask = <T>(operation: Operation<T>): Promise<GatewayResult<T>> =>
    current()?.run(operation) ?? Promise.resolve(notConnected)
  const run = async (operation: Operation<unknown>): Promise<CommandResult> => commandResult(await ask(operation))
  const make = async (operation: Operation<string | null>): Promise<NamedResult> => {
    const result = await ask(operation)
    return result.ok && result.value ? { ok: true, gatewayId: result.value } : commandResult(result)
  }
  return {
    answer: (callId: string) => run(voice.answer(callId)),
    decline: (callId: string, mode: DeclineMode) => run(voice.reject(callId, mode)),
    mute: (muted: boolean) => run(muted ? voice.beginMute() : voice.endMute()),
    /** `release` means the current call; one of several is dropped by its id (spec/ccgateway.md 8.1). */
    hangUp: (callId: string | undefined, byId: boolean) =>
      run(byId && callId ? voice.dropCall(callId) : voice.release()),
    hold: () => run(voice.hold()),
    retrieve: (callId: string) => run(voice.retrieve(callId)),
    swap: (heldCallId: string) => run(voice.swap(heldCallId)),
    keys: (keys: string) => run(voice.sendKeys(keys)),
    transfer: (order: TransferOrder) => run(transfer(order)),
    takeBack: () => run(cancelTransfer()),
    consult: (input: Omit<ConsultInput, 'callId'>) => make(consult(input)),
    conference: (heldCallId: string) => run(joinHeld(heldCallId)),
    switchVideo: (on: boolean) => run(voice.switchMedia(on)),
    layout: (layout: VideoLayout) => run(voice.adjustVideo(layout)),
    dropParty: (number: string) => run(voice.disconnect(number)),
    record: (action: keyof typeof recording) => run(recording[action]()),
    dial: (input: DialInput) => make(callOut(input)),
    callInside: (input: InsideInput) => make(callInside(input)),
    pickUp: (workNumber: string) => run(voice.pickUp(workNumber)),
    ...callDataVerbs(ask),
  }
}

type Ask = <T>(operation: Operation<T>) => Promise<GatewayResult<T>>

function callDataVerbs(ask: Ask) {
  return {
    async associatedData(callId: string): Promise<string | null> {
      const result = await ask(appData(callId))
      return result.ok ? result.value : null
    },
    /** Sites differ in the method (spec/ccgateway.md 9); a method that a gateway does not have was not executed. */
    async setAssociatedData(callId: string, text: string): Promise<CommandResult> {
      const put = await ask(setCallData(callId, text))
      const unknown = isRefused(put, '000-002') || (!put.ok && put.failure.kind === 'garbled')
      return commandResult(unknown ? await ask(setCallDataByPost(callId, text)) : put)
    },
    async callIds(): Promise<readonly string[] | null> {
      const result = await ask(allCallIds())
      return result.ok ? result.value : null
    },
    async heldIds(): Promise<readonly string[] | null> {
      const result = await ask(holdList())
      if (isRefused(result, '400-003')) return []
      return result.ok ? result.value : null
    },
    async remoteNumbers(): Promise<readonly string[] | null> {
      const result = await ask(remoteNumbers())
      return result.ok ? result.value : null
    },
    async details(id: string) {
      const result = await ask(callInfoByCallId(id))
      const call = result.ok ? result.value : null
      if (!call || call.endedAt !== undefined || call.chat) return null
      const { callId, caller, called, feature, queue, answeredAt } = call
      return { callId, caller, called, feature, answered: answeredAt !== undefined, ...(queue && { queue }) }
    },
    async present(): Promise<{ readonly call: GatewayPresent['call']; readonly talking: boolean } | null> {
      const present = await askPresent(ask)
      return present && { call: present.call, talking: isTalking(present) }
    },
  }
}

/** "Talking" as a state begins with the ringing (spec/ccgateway.md 16.1), so the call's own answer time must say so. */
export function isTalking({ state, call }: GatewayPresent): boolean {
  return state === 'talking' && call?.answeredAt !== undefined
}
