import { type Core, UserAgent } from 'sip.js'

/** Where a number is dialled. */
export function addressOf(agent: UserAgent, number: string): Core.URI {
  const address = UserAgent.makeURI(`sip:${encodeURIComponent(number)}@${agent.configuration.uri.host}`)
  if (address === undefined) throw new Error('not a number that can be dialled')
  return address
}
