import type { GatewayFailure, GatewayPresent, SessionEnd } from '../gateway.ts'
import type { Link } from '../link/link.ts'
import { isRefused, renewGuid } from '../link/perform.ts'
import { askPresent } from './present.ts'
import { type Identity, logIn, takeSkills } from './sign-in.ts'

export type Resumed =
  | { readonly kind: 'back'; readonly present: GatewayPresent }
  | { readonly kind: 'again' }
  | { readonly kind: 'ended'; readonly why: SessionEnd }

const again: Resumed = { kind: 'again' }

/**
 * Takes the session up on a fresh link: the stored credential first, a new sign-in if that is refused (spec/ccgateway.md
 * 5.3). `sentAway`: the server itself closed the connection a moment ago.
 */
export async function resume(link: Link, identity: Identity, sentAway: boolean): Promise<Resumed> {
  const renewed = await renewGuid(link.perform, identity.credential)
  if (renewed.ok) link.goLive()
  else if (!meansSignedOut(renewed.failure)) return again
  else {
    const stopped = await enterAgain(link, identity, sentAway)
    if (stopped) return stopped
  }
  if (identity.skillsPending && !(await takeSkills(link.perform, identity)).ok) return again
  const present = await askPresent(link.perform)
  return present ? { kind: 'back', present } : again
}

/** Passing states of the server: asked for too soon, or being switched over (chapter 17). */
const passing = ['000-000', '000-004', '000-007']

function meansSignedOut(failure: GatewayFailure): boolean {
  return failure.kind === 'refused' && !passing.includes(failure.retcode)
}

/** What forbids signing in again; anything else may pass. */
const forbidden: Readonly<Record<string, SessionEnd>> = {
  '100-004': 'session-expired',
  '100-015': 'elsewhere',
  '110-016': 'session-expired',
  '110-021': 'session-expired',
}

/**
 * 100-002 after a broken connection is our own session, not yet timed out, and is taken over (5.3). After the server
 * has closed the connection itself and refused the credential it is somebody else's, who must not be thrown out
 * (inferred from 3.2).
 */
async function enterAgain(link: Link, identity: Identity, sentAway: boolean): Promise<Resumed | null> {
  let entered = await logIn(link, identity, false)
  if (isRefused(entered, '100-002')) {
    if (sentAway) return { kind: 'ended', why: 'elsewhere' }
    entered = await logIn(link, identity, true)
  }
  if (entered.ok) return null
  const { failure } = entered
  const why = failure.kind === 'refused' ? forbidden[failure.retcode] : undefined
  return why ? { kind: 'ended', why } : again
}
