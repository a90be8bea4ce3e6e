import type { AgentRequests, CommandResult } from '#contract'
import type { AgentGateway, Habits } from './agent-gateway.ts'
import type { AgentShell } from './session.ts'

type Requests = Pick<AgentRequests, 'agent.setSkills' | 'agent.setAutoAnswer' | 'agent.setAutoIdle'>

const NOT_SIGNED_IN: CommandResult = { ok: false, reason: 'not-signed-in' }

/** Queues and switches: the platform sends no event for any of them, so its answer is the fact (spec/ccgateway.md 3.5, 3.8). */
export function createHabits(shell: AgentShell): Requests {
  return {
    'agent.setSkills': ({ skillIds }) => setSkills(shell, skillIds),
    'agent.setAutoAnswer': ({ on }) => change(shell, { autoAnswer: on }, (gateway) => gateway.setAutoAnswer(on)),
    'agent.setAutoIdle': ({ on }) => change(shell, { autoIdle: on }, (gateway) => gateway.setAutoIdle(on)),
  }
}

async function setSkills(shell: AgentShell, wanted: readonly number[]): Promise<CommandResult> {
  const gateway = gatewayOf(shell)
  if (!gateway) return NOT_SIGNED_IN
  const answer = await gateway.setSkills(wanted)
  if (!answer.ok) return answer
  const { skills } = answer
  const signedInSkills = skills.map(({ id }) => id).filter((id) => wanted.includes(id))
  shell.apply({ type: 'skills', skills, signedInSkills })
  return { ok: true }
}

/** Chosen before signing in, it is sent with the sign-in. */
async function change(
  shell: AgentShell,
  habit: Habits,
  send: (gateway: AgentGateway) => Promise<CommandResult>,
): Promise<CommandResult> {
  const gateway = gatewayOf(shell)
  const result = gateway ? await send(gateway) : { ok: true as const }
  if (!result.ok) return result
  shell.keepHabits(habit)
  shell.apply({ type: 'habits', ...habit })
  return result
}

function gatewayOf(shell: AgentShell): AgentGateway | null {
  return shell.state().status === 'signed-in' ? (shell.gateway() ?? null) : null
}
