import type {
  AgentRequests,
  AgentStateName,
  AskedRest,
  CommandResult,
  GoTo,
  NextState,
  SignedInAgent,
  Time,
} from '#contract'
import type { AgentEvent } from './agent.ts'
import type { AgentGateway } from './agent-gateway.ts'
import type { AgentShell } from './session.ts'

const ACCEPTED: CommandResult = { ok: true }
const NOT_SIGNED_IN: CommandResult = { ok: false, reason: 'not-signed-in' }
const NOT_NOW: CommandResult = { ok: false, reason: 'not-possible-now' }

type Rest = Extract<GoTo, { state: 'rest' }>

export async function goToState(shell: AgentShell, to: GoTo): Promise<CommandResult> {
  const agent = shell.state()
  if (agent.status !== 'signed-in') return NOT_SIGNED_IN
  const gateway = shell.gateway()
  if (!gateway) return goToOwnState(shell, agent.state.name, to)
  if (agent.state.name === 'talking') return await goAfterCall(shell, gateway, agent, to)
  // Busy once more takes a reason to change (spec/ccgateway.md 6); without one there is nothing to ask for.
  if (to.state === 'busy' && agent.state.name === 'busy' && to.reason === undefined) return ACCEPTED
  return to.state === 'rest'
    ? await goToRest(shell, gateway, agent.state.name, to)
    : await gateway.goTo(to, agent.state.name)
}

/** A second choice takes the first one back; the same one again is nothing but that. */
async function goAfterCall(
  shell: AgentShell,
  gateway: AgentGateway,
  { state }: SignedInAgent,
  to: GoTo,
): Promise<CommandResult> {
  const wanted = nextOf(to)
  if (state.next) {
    const back = await withdrawNext(shell, gateway, state.next)
    if (!back.ok || to.state === 'idle' || isSame(state.next, wanted)) return back
  }
  const result = await gateway.goTo(to, 'talking')
  if (result.ok && wanted) shell.apply({ type: 'next-accepted', next: wanted })
  return result
}

function nextOf(to: GoTo): NextState | null {
  if (to.state !== 'busy' && to.state !== 'rest') return null
  const { state, reason } = to
  return { state, ...(reason !== undefined && { reason }), ...(to.state === 'rest' && { seconds: to.seconds }) }
}

function isSame(one: NextState, other: NextState | null): boolean {
  return one.state === other?.state && one.reason === other.reason && one.seconds === other.seconds
}

async function withdrawNext(shell: AgentShell, gateway: AgentGateway, next: NextState): Promise<CommandResult> {
  const back = await gateway.withdraw(next.state)
  if (back.ok) shell.apply({ type: 'next-accepted', next: null })
  return back
}

/** Its event may come before the answer, after it, or, where a rest needs approval, never (spec/ccgateway.md 6). */
async function goToRest(
  shell: AgentShell,
  gateway: AgentGateway,
  from: AgentStateName,
  to: Rest,
): Promise<CommandResult> {
  const { seconds, reason } = to
  const rest: AskedRest = { seconds, since: shell.now(), ...(reason !== undefined && { reason }) }
  shell.apply({ type: 'rest-asked', rest })
  const result = await gateway.goTo(to, from)
  if (!isWaitingFor(shell, rest)) return result
  if (!result.ok) shell.apply({ type: 'rest-asked', rest: null })
  // That a rest which is prolonged is told again is not published: there the answer has to do.
  else if (from === 'rest') shell.apply(restUntil(shell.now(), seconds))
  else setTimeout(() => isWaitingFor(shell, rest) && tellUngranted(shell), shell.site().restApprovalMs)
  return result
}

function isWaitingFor(shell: AgentShell, rest: AskedRest): boolean {
  const agent = shell.state()
  return agent.status === 'signed-in' && agent.askedRest === rest
}

function tellUngranted({ notices }: AgentShell): void {
  notices.add({ kind: 'rest-not-granted' })
}

/** Softphone only: busy and rest mean "do not ring me", and nobody else needs to agree. */
function goToOwnState(shell: AgentShell, from: AgentStateName, to: GoTo): CommandResult {
  if (from === 'talking' || to.state === 'wrap-up') return NOT_NOW
  const at = shell.now()
  shell.apply(to.state === 'rest' ? restUntil(at, to.seconds) : { type: 'own-state', state: to.state, at })
  return ACCEPTED
}

function restUntil(at: Time, seconds: number): AgentEvent {
  return { type: 'own-state', state: 'rest', at, until: at + seconds * 1_000 }
}

/** That the time of a prolonged rest counts from now, and that work asked for ends the queue's limit, is inferred. */
export const extend =
  (shell: AgentShell): AgentRequests['agent.extend'] =>
  async ({ seconds }) => {
    const agent = shell.state()
    if (agent.status !== 'signed-in') return NOT_SIGNED_IN
    const { name, until, reason } = agent.state
    if (name === 'rest') {
      const left = Math.max(0, Math.ceil(((until ?? 0) - shell.now()) / 1_000))
      return await goToState(shell, { state: 'rest', seconds: left + seconds, ...(reason !== undefined && { reason }) })
    }
    if (name !== 'wrap-up') return NOT_NOW
    const result = await goToState(shell, { state: 'wrap-up' })
    if (result.ok) shell.apply({ type: 'wrap-up-extended' })
    return result
  }

export const withdraw =
  (shell: AgentShell): AgentRequests['agent.withdraw'] =>
  async () => {
    const agent = shell.state()
    const gateway = shell.gateway()
    if (agent.status !== 'signed-in' || !gateway) return NOT_SIGNED_IN
    if (agent.state.next) return await withdrawNext(shell, gateway, agent.state.next)
    if (!agent.askedRest) return NOT_NOW
    const back = await gateway.withdraw('rest')
    if (back.ok) {
      shell.apply({ type: 'rest-asked', rest: null })
      shell.notices.settle(['rest-not-granted'])
    }
    return back
  }
