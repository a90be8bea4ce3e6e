import type { Agent, AlertWay, Desktop, HotkeyName, Line, Registration, Time } from '#contract'

/** Something between the agent and the next call. The gravest first; none when all is well. */
export type HealthProblem =
  | { readonly kind: 'gateway-reconnecting'; readonly since: Time }
  | { readonly kind: 'phone-window-down' }
  | { readonly kind: 'line-connecting' }
  | { readonly kind: 'line-failed'; readonly reason: LineFailure['reason']; readonly code?: number }
  | {
      readonly kind: 'microphone'
      readonly status: 'missing' | 'refused' | 'unplugged' | 'failed'
      readonly label: string
    }
  | { readonly kind: 'ring-failed' }
  | { readonly kind: 'hotkeys-taken'; readonly names: readonly HotkeyName[] }
  | { readonly kind: 'alerts-failed'; readonly ways: readonly AlertWay[] }

export type LineFailure = Extract<Registration, { status: 'failed' }>

/** What stops calls from coming, or voice from going, said in the order it matters. */
export function healthProblems(agent: Agent, line: Line, desktop: Desktop): readonly HealthProblem[] {
  const gateway = agent.status === 'signed-in' ? agent.gateway : null
  const problems: HealthProblem[] = []
  if (gateway?.status === 'reconnecting') problems.push({ kind: 'gateway-reconnecting', since: gateway.since })
  // Another phone has its own line and microphone, which nobody here can see.
  if (!(agent.status === 'signed-in' && agent.phone === 'other')) problems.push(...voiceProblems(line))
  if (line.ring === 'failed') problems.push({ kind: 'ring-failed' })
  const ways = desktop.failedAlerts.filter((way) => way !== 'ring' || line.ring !== 'failed')
  if (ways.length > 0) problems.push({ kind: 'alerts-failed', ways })
  const taken = HOTKEYS.filter((name) => desktop.hotkeys[name] === 'taken')
  if (taken.length > 0) problems.push({ kind: 'hotkeys-taken', names: taken })
  return problems
}

const HOTKEYS: readonly HotkeyName[] = ['answer', 'hangUp', 'mute']

function voiceProblems(line: Line): readonly HealthProblem[] {
  const { status, label } = line.microphone
  const problems = lineProblems(line)
  if (status === 'at-rest' || status === 'ready' || status === 'open') return problems
  return [...problems, { kind: 'microphone', status, label }]
}

/** A phone window that is down explains a line that is; saying both would hide the cause. */
function lineProblems({ phoneWindow, registration }: Line): readonly HealthProblem[] {
  if (phoneWindow === 'down') return [{ kind: 'phone-window-down' }]
  if (registration.status === 'failed') {
    const { reason, code } = registration
    return [{ kind: 'line-failed', reason, ...(code === undefined ? {} : { code }) }]
  }
  return registration.status === 'registered' ? [] : [{ kind: 'line-connecting' }]
}
