import type { Fabric, FabricRequest } from './fabric.ts'

/**
 * Who asks: an application with the platform's token (spec/media-and-services.md 3.1), or an agent through a company's
 * own server, known by the gateway's `Guid` (chapter 1 and 11, 1; inferred).
 */
export function admit(fabric: Fabric, { headers }: FabricRequest): 'agent' | 'application' | null {
  const { guid, authorization } = headers
  const seats = [...fabric.gateway.seats.values()]
  if (typeof guid === 'string' && seats.some(({ credential }) => credential.check(guid) !== 'bad')) return 'agent'
  const token = /^Bearer (.+)$/.exec(typeof authorization === 'string' ? authorization : '')?.[1]
  return token !== undefined && fabric.accessTokens.has(token) ? 'application' : null
}
