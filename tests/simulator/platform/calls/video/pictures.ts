import type { Agent, Party, PlatformCall, Share } from '../../model.ts'

/** agenttype 11 (spec/ccgateway.md 12). */
export function isVideoAgent(agent: Agent): boolean {
  return agent.session?.parameters.videoAgent === true
}

/** What events say of it: 1 voice, 2 video (spec/ccgateway.md 16.6); an agent for voice is given voice (inferred). */
export function mediaAbility({ call, agent }: Pick<Share, 'call' | 'agent'>): '1' | '2' {
  return call.picture && isVideoAgent(agent) ? '2' : '1'
}

/** Whether the leg that rings the agent offers a picture. */
export function offersPicture(call: PlatformCall, agent: Agent): boolean {
  return call.picture && isVideoAgent(agent)
}

/**
 * Who sees whom: an agent who talks in a call with a picture sees the mirror that a customer with a camera holds up.
 * Whoever is on hold or hears an announcement shows nothing (inferred).
 */
export function showPictures(call: PlatformCall, isAlone: (party: Party) => boolean): void {
  const mirrors = call.picture && call.parties.some((party) => party.camera === true && !isAlone(party))
  for (const share of call.shares) showPicture(share, mirrors)
}

/** Of several calls on one leg the one that talks decides. */
function showPicture({ agent, call, state }: Share, mirrors: boolean): void {
  const picture = agent.leg?.line.dialog?.picture
  if (!picture) return
  if (call.picture && isOnLeg(state)) picture.wanted = isVideoAgent(agent)
  if (state === 'talking') picture.mirror = mirrors
  else if (agent.shares.every((share) => share.state !== 'talking')) picture.mirror = false
}

function isOnLeg(state: Share['state']): boolean {
  return state === 'talking' || state === 'offering' || state === 'ringing' || state === 'dialling'
}
