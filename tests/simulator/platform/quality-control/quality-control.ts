import { emit } from '../agents/agent-state.ts'
import type { Agent, Platform, QualityControl } from '../model.ts'
import { conversationOf, endInspection, leaveInspection } from './inspection.ts'

/** What inspectors hear of, and what ends with an agent's conversation or session (spec/ccgateway.md 11). */
export function createQualityControl(platform: Platform): QualityControl {
  return {
    conversationOver: (agent) => {
      if (conversationOf(agent)) return
      // Whoever listens waits for the next one; the other two need somebody to speak to (inferred).
      for (const one of [...agent.inspections]) if (one.kind !== 'listen') endInspection(platform, one)
    },
    came: (agent) => tellMonitors(platform, agent, 'QC_AgentState_Login'),
    gone: (agent) => {
      if (agent.inspecting) leaveInspection(agent.inspecting)
      for (const one of [...agent.inspections]) endInspection(platform, one)
      agent.monitored.clear()
      tellMonitors(platform, agent, 'QC_AgentState_Logout')
    },
  }
}

/** spec/ccgateway.md 15.6. */
function tellMonitors({ agents }: Platform, agent: Agent, subtype: string): void {
  const { workNumber, name } = agent
  const content = { subtype, monitoredagent: workNumber, agentname: name, mediaserver: 'CtiServer' }
  for (const one of agents.values()) if (one.monitored.has(workNumber)) emit(one, 'QC_AgentState_Notify', content)
}
