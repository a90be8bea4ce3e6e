import type { Log } from '../../log/log.ts'
import type { GatewayResult, Operation } from '../gateway.ts'
import { updateGuid } from '../operations/session.ts'
import type { Credential } from '../transport/credential.ts'
import type { Connection } from '../transport/transport.ts'
import type { Envelope } from '../wire/envelope.ts'

export type Perform = <T>(operation: Operation<T>) => Promise<GatewayResult<T>>

export interface PerformParts {
  readonly connection: Pick<Connection, 'request'>
  readonly credential: Credential
  readonly agentId: string
  readonly log: Log
  readonly now: () => number
}

/** One operation, asked once: the work number put in, the answer read, name and time in the log. */
export function performOnce(parts: PerformParts): Perform {
  return async (operation) => {
    const asked = parts.now()
    const { method, body, timeoutMs } = operation
    const path = operation.path.replaceAll('{agentId}', encodeURIComponent(parts.agentId))
    const answer = await parts.connection.request({ method, path, timeoutMs, ...(body !== undefined && { body }) })
    const result = understand(operation, answer)
    const outcome = answer.ok ? answer.value.retcode : answer.failure.kind
    const name = `${method} ${operation.path.split('?')[0]}`
    parts.log[result.ok ? 'info' : 'warn'](name, { outcome, ms: parts.now() - asked })
    return result
  }
}

function understand<T>(operation: Operation<T>, answer: GatewayResult<Envelope>): GatewayResult<T> {
  if (!answer.ok) return answer
  const { retcode, message, result } = answer.value
  if (retcode === '0') return { ok: true, value: operation.read(result) }
  return { ok: false, failure: { kind: 'refused', retcode, message } }
}

/** How long the gateway gets to finish the call it says is still running. */
const againMs = 300
const duplicateTries = 3

/**
 * The same, patient with two refusals that mean "not executed", so that asking again is safe for any operation:
 * 000-007, the previous one has not answered yet, and 000-003, the credential may be old (spec/ccgateway.md 17).
 */
export function performPatiently(parts: PerformParts): Perform {
  const once = performOnce(parts)
  return async (operation) => {
    let result = await once(operation)
    for (let tries = 1; tries < duplicateTries && isRefused(result, '000-007'); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, againMs))
      result = await once(operation)
    }
    if (!isRefused(result, '000-003')) return result
    const renewed = await renewGuid(once, parts.credential)
    if (renewed.ok) return once(operation)
    return isRefused(renewed, '100-006') ? renewed : result
  }
}

/** A fresh credential for the old one (3.7). */
export async function renewGuid(perform: Perform, credential: Credential): Promise<GatewayResult<void>> {
  const renewed = await perform(updateGuid())
  if (!renewed.ok) return renewed
  credential.adopt(renewed.value)
  return { ok: true, value: undefined }
}

export function isRefused(result: GatewayResult<unknown>, ...retcodes: readonly string[]): boolean {
  return !result.ok && result.failure.kind === 'refused' && retcodes.includes(result.failure.retcode)
}
