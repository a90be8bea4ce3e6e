import { type CallsPart, createCalls } from './calls/calls.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { Hearing } from './hearing.ts'
import { createLine, type LinePart } from './line/line.ts'
import type { Given } from './parts.ts'

/** Line and calls, which hear of each other. */
export function createVoiceOfSite(
  { tell, screens, isUntrusted, now, log }: Given,
  gateway: Pick<GatewayOfSite, 'calls'>,
  hears: Hearing,
): { readonly line: LinePart; readonly calls: CallsPart } {
  const line = createLine({
    tellWanted: (wanted) => tell.phone('line.wanted', wanted),
    tellCommand: (command) => tell.phone('line.command', command),
    onLine: hears.line,
    onFact: (fact) => calls.lineFact(fact),
    onLevels: (levels) => tell.desk('line.levels', levels),
    isUntrusted,
    log,
  })
  const calls = createCalls({
    gateway: gateway.calls,
    command: line.command,
    onLine: hears.callLine,
    chooseScreen: screens.choose,
    onChange: hears.calls,
    now,
    log,
  })
  return { line, calls }
}
