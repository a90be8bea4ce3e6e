import type { CommandResult } from '#contract'
import type { GatewayFailure, GatewayResult } from '../gateway.ts'

/** An operation's outcome as the windows know outcomes. */
export function commandResult(result: GatewayResult<unknown>): CommandResult {
  return result.ok ? { ok: true } : failed(result.failure)
}

export function failed(failure: GatewayFailure): Extract<CommandResult, { ok: false }> {
  switch (failure.kind) {
    case 'no-answer':
    case 'garbled':
      return { ok: false, reason: 'no-answer' }
    case 'not-connected':
    case 'untrusted':
      return { ok: false, reason: 'not-connected' }
    case 'refused':
      // 100-006: the platform knows no such session (spec/ccgateway.md chapter 17).
      return {
        ok: false,
        reason: failure.retcode === '100-006' ? 'not-signed-in' : 'refused',
        retcode: failure.retcode,
      }
  }
}
