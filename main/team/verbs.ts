import type { CommandResult, InspectionVerb, TeamRequests } from '#contract'
import type { LiveInspection } from './inspection.ts'
import type { TeamShell } from './team.ts'

const notPossible: CommandResult = { ok: false, reason: 'not-possible-now' }

/** How long the platform gets to settle what it has accepted before the verb may be asked again. */
const PATIENCE_MS = 5_000
/** Accepted, they are real with their events. */
const WAITING: ReadonlySet<InspectionVerb> = new Set(['take-over', 'stop'])

export function teamRequests(shell: TeamShell, monitor: (all: readonly string[]) => Promise<void>): TeamRequests {
  const { gateway, apply } = shell
  const allowed = (send: () => Promise<CommandResult>) =>
    shell.state().rights.inspect ? send() : Promise.resolve(notPossible)
  const during = (verb: InspectionVerb, send: (now: LiveInspection) => Promise<CommandResult>) => ask(shell, verb, send)
  return {
    'team.inspect': (whom) => allowed(() => begin(shell, whom)),
    'team.turnTo': ({ kind }) => during(kind, (now) => gateway.turnTo(now.workNumber, now.kind, kind)),
    'team.takeOver': () => during('take-over', (now) => gateway.takeOver(now.workNumber)),
    'team.stop': () => during('stop', (now) => gateway.stop(now.workNumber, now.kind)),
    'team.release': () => {
      const callId = shell.state().inspection?.callId
      return callId === undefined ? Promise.resolve(notPossible) : gateway.release(callId)
    },
    'team.force': ({ workNumber, to }) => allowed(() => gateway.force(workNumber, to)),
    'team.monitor': ({ workNumbers }) => monitor(workNumbers),
    'team.sendNote': ({ to, text }) => allowed(() => gateway.sendNote(to, text)),
    'team.publish': ({ to, name, text }) => allowed(() => gateway.publish(to, name, text)),
    'team.messagesSeen': () => {
      apply({ type: 'messages-seen' })
      shell.notices.settle(['note-came', 'bulletin-came'])
    },
  }
}

type Whom = Parameters<TeamRequests['team.inspect']>[0]

async function begin({ gateway, apply, state, now }: TeamShell, whom: Whom): Promise<CommandResult> {
  if (state().inspection) return notPossible
  apply({ type: 'begun', ...whom, at: now() })
  const result = await gateway.inspect(whom.workNumber, whom.kind)
  if (!result.ok) apply({ type: 'not-begun' })
  return result
}

async function ask(
  shell: TeamShell,
  verb: InspectionVerb,
  send: (now: LiveInspection) => Promise<CommandResult>,
): Promise<CommandResult> {
  const { apply, state, patienceMs = PATIENCE_MS } = shell
  const now = state().inspection
  if (!now || now.pending || (now.stage !== 'under-way' && verb !== 'stop')) return notPossible
  apply({ type: 'asked', verb })
  const result = await send(now)
  apply({ type: result.ok ? 'accepted' : 'failed', verb })
  if (result.ok && WAITING.has(verb)) setTimeout(() => apply({ type: 'failed', verb }), patienceMs)
  return result
}
