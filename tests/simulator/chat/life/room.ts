import { emit, setState, settle } from '../../platform/agents/agent-state.ts'
import type { Agent, Platform, Queue } from '../../platform/model.ts'
import type { PlatformChat } from '../model.ts'
import { sharesOf } from './chat.ts'

/** Signed in to the multimedia server (`checkInWebm`, spec/ccgateway.md 3.1). */
export function isInWebm({ session, fate }: Agent): boolean {
  return session?.parameters.webm === true && fate !== 'no-chat'
}

/** `setcallnums`, or what the site gives everybody. */
export function limitOf({ chats }: Platform, agent: Agent): number {
  return chats.limits.get(agent.workNumber) ?? chats.behaviour.chatsEach
}

/** Whether this agent may be asked to take one more. */
export function hasRoom(platform: Platform, agent: Agent): boolean {
  if (!isInWebm(agent) || agent.fate === 'password-to-change' || platform.chats.leaving.has(agent)) return false
  const chats = sharesOf(platform, agent).length
  return chats < limitOf(platform, agent) && isThereFor(platform, agent, chats)
}

/** Idle; or in a call or in chats, as the site's rule for both together says (inferred). */
function isThereFor({ chats: { behaviour } }: Platform, agent: Agent, chats: number): boolean {
  if (agent.state.name === 'idle') return true
  if (agent.state.name !== 'talking' || agent.next) return false
  return behaviour.voiceAndChat === 'together' ? agent.shares.length > 0 : agent.shares.length === 0 && chats > 0
}

/** Whoever has fewest chats, and of those has been as they are the longest (inferred). */
export function agentFor(platform: Platform, chat: PlatformChat, queue: Queue, except: Agent | null): Agent | null {
  const agents = [...platform.agents.values()].filter(
    (agent) =>
      agent !== except &&
      chat.passedBy.get(agent) !== agent.state &&
      agent.session?.skills.has(queue.id) === true &&
      hasRoom(platform, agent),
  )
  const chats = (agent: Agent) => sharesOf(platform, agent).length
  agents.sort((one, other) => chats(one) - chats(other) || one.state.since - other.state.since)
  return agents[0] ?? null
}

/** Where calls and chats exclude each other, the first chat occupies the agent as a call does (inferred). */
export function occupy(platform: Platform, agent: Agent): void {
  if (platform.chats.behaviour.voiceAndChat === 'together' || agent.state.name === 'talking') return
  setState(platform, agent, 'talking')
  emit(agent, 'AgentState_Busy')
}

/** After the last of them the agent is free again, and waiting chats may come. */
export function afterChat(platform: Platform, agent: Agent, chat: PlatformChat): void {
  const free = sharesOf(platform, agent).length === 0 && agent.shares.length === 0
  if (platform.chats.behaviour.voiceAndChat === 'apart' && free && agent.state.name === 'talking')
    settle(platform, agent, { talked: chat.beginTime !== null, queue: chat.queue })
  platform.chats.dispatch()
}
