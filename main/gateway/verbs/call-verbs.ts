import type { CommandResult, DeclineMode } from '#contract'
import type { Gateway, GatewayResult } from '../gateway.ts'
import { answer, beginMute, callOut, dropCall, endMute, reject, release } from '../operations/voice-call.ts'
import { commandResult } from './command-result.ts'

/** What the agent does with a call at the gateway; `current` is asked each time, since a sign-in makes a new one. */
export function callVerbs(current: () => Gateway | null) {
  async function run(send: (gateway: Gateway) => Promise<GatewayResult<unknown>>): Promise<CommandResult> {
    const gateway = current()
    return gateway ? commandResult(await send(gateway)) : { ok: false, reason: 'not-connected' }
  }
  return {
    answer: (callId: string) => run((gateway) => gateway.run(answer(callId))),
    decline: (callId: string, mode: DeclineMode) => run((gateway) => gateway.run(reject(callId, mode))),
    mute: (muted: boolean) => run((gateway) => gateway.run(muted ? beginMute() : endMute())),
    /** `release` means the current call; one that is held is dropped by its id (spec/ccgateway.md 8.1). */
    hangUp: (callId: string | undefined, held: boolean) =>
      run((gateway) => gateway.run(held && callId ? dropCall(callId) : release())),
    async dial(called: string): Promise<CommandResult & { readonly gatewayId?: string }> {
      const result = await current()?.run(callOut({ called }))
      if (!result) return { ok: false, reason: 'not-connected' }
      return result.ok && result.value ? { ok: true, gatewayId: result.value } : commandResult(result)
    },
  }
}
