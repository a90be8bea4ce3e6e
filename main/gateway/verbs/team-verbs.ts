import type { CommandResult, Force, InspectionKind } from '#contract'
import type { Gateway, GatewayResult, Operation } from '../gateway.ts'
import { isRefused } from '../link/perform.ts'
import { publishBulletin, sendNote } from '../operations/notes.ts'
import * as control from '../operations/quality-control.ts'
import { ownRight, type Right } from '../operations/rights.ts'
import { commandResult } from './command-result.ts'

const notConnected: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }

/** What a team lead does at the gateway; `current` is asked each time, since a sign-in makes a new one. */
export function teamVerbs(current: () => Gateway | null) {
  const ask = <T>(operation: Operation<T>): Promise<GatewayResult<T>> =>
    current()?.run(operation) ?? Promise.resolve(notConnected)
  const run = async (operation: Operation<unknown>): Promise<CommandResult> => commandResult(await ask(operation))
  return {
    /** Null: not answered. */
    right: async (right: Right): Promise<boolean | null> => {
      const result = await ask(ownRight(right))
      return result.ok ? result.value : null
    },
    inspect: (agent: string, kind: 'listen' | 'barge') =>
      run(kind === 'listen' ? control.listen(agent) : control.insert(agent)),
    turnTo: (agent: string, from: InspectionKind, to: InspectionKind) => turnTo(ask, agent, from, to),
    takeOver: (agent: string) => run(control.intercept(agent)),
    stop: async (agent: string, kind: InspectionKind) => {
      // "Stop listen/insert" (spec/ccgateway.md 11) says nothing of a whisper, which has a stop of its own.
      if (kind === 'whisper') await ask(control.stopWhisper(agent))
      return run(control.stopInspecting(agent))
    },
    release: (callId: string) => run(control.forceDropCall(callId)),
    force: (agent: string, to: Force) => run(forceOperation(agent, to)),
    monitored: async (): Promise<readonly string[]> => {
      const result = await ask(control.monitoredAgents())
      return result.ok ? result.value : []
    },
    beginMonitor: (agents: readonly string[]) => run(control.beginMonitor(agents)),
    endMonitor: (agents: readonly string[]) => run(control.endMonitor(agents)),
    sendNote: (to: readonly string[], text: string) => run(sendNote(to, text)),
    publish: (to: 'group' | 'queue', name: string, text: string) => run(publishBulletin(to, name, text)),
  }
}

type Ask = <T>(operation: Operation<T>) => Promise<GatewayResult<T>>

/** Gateways that have no switch have the whisper's own two operations (spec/ccgateway.md 11). */
async function turnTo(ask: Ask, agent: string, from: InspectionKind, to: InspectionKind): Promise<CommandResult> {
  const switched = await ask(control.switchTo(agent, to))
  const unknown = isRefused(switched, '000-002') || (!switched.ok && switched.failure.kind === 'garbled')
  if (!unknown) return commandResult(switched)
  if (to === 'whisper') return commandResult(await ask(control.startWhisper(agent)))
  if (from === 'whisper' && to === 'listen') return commandResult(await ask(control.stopWhisper(agent)))
  return commandResult(switched)
}

function forceOperation(agent: string, to: Force): Operation<void> {
  switch (to.state) {
    case 'busy':
      return control.forceBusy(agent)
    case 'idle':
      return control.forceIdle(agent)
    case 'sign-out':
      return control.forceSignOut(agent)
    case 'rest':
      return control.forceRest(agent, to.seconds, to.reason)
  }
}
