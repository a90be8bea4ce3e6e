import type { CommandResult } from '#contract'
import type { Gateway, GatewayResult, Operation } from '../../gateway.ts'
import { commandResult } from '../command-result.ts'

export type Ask = <T>(operation: Operation<T>) => Promise<GatewayResult<T>>

const notConnected: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }

/** `current` is asked each time, since a sign-in makes a new one. */
export function asking(current: () => Gateway | null): Ask {
  return <T>(operation: Operation<T>): Promise<GatewayResult<T>> =>
    current()?.run(operation) ?? Promise.resolve(notConnected)
}

export async function run(ask: Ask, operation: Operation<unknown>): Promise<CommandResult> {
  return commandResult(await ask(operation))
}
