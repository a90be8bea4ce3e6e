import type { CommandResult, LineCommand } from '#contract'
import { type CallLine, type CallsPart, createCalls } from '#main/calls/calls.ts'
import type { CallGateway } from '#main/calls/verbs/call-gateway.ts'
import type { GatewayFact } from '#main/gateway/event.ts'
import { fakeCallGateway } from './call-gateway.ts'
import { facts, legs } from './calls.ts'

export interface ShellOptions {
  readonly gateway?: boolean
  readonly recording?: boolean
  /** What the gateway says to everything. */
  readonly answers?: CommandResult & { readonly gatewayId?: string }
  readonly gatewayDoes?: Partial<CallGateway>
}

/** The part `calls` with everything it asks of others written down. */
export function startCalls({
  gateway = true,
  recording = false,
  answers = { ok: true },
  gatewayDoes,
}: ShellOptions = {}) {
  const seen = { asked: [] as string[], commands: [] as LineCommand[], line: [] as CallLine[] }
  const fake = fakeCallGateway((what) => {
    seen.asked.push(what)
    return Promise.resolve(answers)
  })
  const calls = createCalls({
    gateway: { ...fake, ...gatewayDoes },
    command: (command) => seen.commands.push(command),
    onLine: (line) => seen.line.push(line),
    onChange: () => undefined,
    now: () => Date.now(),
    log: { info: () => undefined },
  })
  calls.apply({ type: 'signed-in', gateway, recording })
  const hears = (...said: readonly GatewayFact[]) => {
    for (const fact of said) calls.gatewayEvent({ ...fact, at: Date.now() })
  }
  return { calls, hears, ask: calls.requests, idOf: (number: string) => idOf(calls, number), ...seen }
}

export type Shell = ReturnType<typeof startCalls>

function idOf(calls: CallsPart, number: string): string {
  return calls.current().list.find((call) => call.number === number)?.id ?? ''
}

/** The platform's call of one customer, talking; the id is the windows'. */
export function talkOnPlatform({ calls, hears }: Shell): string {
  hears(facts.alerting)
  calls.lineFact(legs.invited)
  calls.lineFact(legs.established)
  hears(facts.offhook, facts.ringing, facts.talking)
  return calls.current().list[0]?.id ?? ''
}

/** A call of the line alone, talking. */
export function talkOnLine({ calls }: Shell): string {
  calls.lineFact(legs.invited)
  calls.lineFact(legs.established)
  return calls.current().list[0]?.id ?? ''
}
