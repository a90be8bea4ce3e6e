import type { Agent, LineAccount } from '#contract'

type SipProfile = Omit<LineAccount, 'number' | 'instanceId'>

/** Where and as whom the phone window registers; without the profile's certificates, which are the session's affair. */
export function accountOf(sip: SipProfile, number: string, instanceId: string): LineAccount {
  const { servers, domain, registerSeconds, iceServers, codecs, videoCodecs } = sip
  const account = { servers, domain, registerSeconds, iceServers, codecs, number, instanceId }
  return videoCodecs ? { ...account, videoCodecs } : account
}

/** Microphone and peer connection are kept warm while a call may come, and let go at rest. */
export function isWarm(agent: Agent): boolean {
  return agent.status === 'signed-in' && agent.phone === 'softphone' && agent.state.name !== 'rest'
}
