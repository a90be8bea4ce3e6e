import type { GatewayResult, GatewaySignIn, SignedIn } from '../gateway.ts'
import type { GatewayProfile } from '../gateway-profile.ts'
import type { Link } from '../link/link.ts'
import type { Perform } from '../link/perform.ts'
import { agentSkills, type LoggedIn, resetSkill, signIn, signOut } from '../operations/session.ts'
import type { Credential } from '../transport/credential.ts'

/** Who is signed in, and what a reconnection needs to know of it. Gone with the session. */
export interface Identity {
  readonly profile: GatewayProfile
  readonly credential: Credential
  /** `status`: busy or idle, whichever the agent last was; a reconnection makes nobody idle who was not. */
  input: GatewaySignIn
  /** Tells events of this session from those of the one before it (spec/ccgateway.md 15.6). */
  loginTime?: string | undefined
  /** Whether the platform let this agent into the chat (spec/ccgateway.md 3.1, `mediatype`); told once it is known. */
  chat?: boolean | undefined
  /** Signed in again, but not yet to the skills. */
  skillsPending: boolean
}

/** Signs in on a fresh link; from then on events come. */
export async function logIn(link: Link, identity: Identity, force: boolean): Promise<GatewayResult<LoggedIn>> {
  identity.credential.forget()
  const loggedIn = await link.perform(signIn(identity.input, identity.profile, force))
  if (!loggedIn.ok) return loggedIn
  identity.loginTime = loggedIn.value.loginTime
  identity.chat = loggedIn.value.chat
  identity.skillsPending = true
  link.goLive()
  return loggedIn
}

/** The order of spec/ccgateway.md 18.1. Without skills an agent gets no calls, so a sign-in without them is none. */
export async function enter(link: Link, identity: Identity, force: boolean): Promise<GatewayResult<SignedIn>> {
  const loggedIn = await logIn(link, identity, force)
  if (!loggedIn.ok) return loggedIn
  const { voice, mustChangePassword, passwordDaysLeft } = loggedIn.value

  const skilled = await takeSkills(link.perform, identity)
  if (!skilled.ok && !mustChangePassword) {
    await link.perform(signOut(true))
    return skilled
  }
  identity.skillsPending = false
  const skills = await link.perform(agentSkills())
  const value: SignedIn = {
    workNumber: identity.input.workNumber,
    voice,
    mustChangePassword,
    ...(passwordDaysLeft !== undefined && { passwordDaysLeft }),
    skills: skills.ok ? skills.value : [],
  }
  return { ok: true, value }
}

const againMs = 500

/** A second try covers the moment in which the platform is still signing the agent in. */
export async function takeSkills(perform: Perform, identity: Identity): Promise<GatewayResult<void>> {
  const { skillIds } = identity.input
  let taken = await perform(resetSkill(skillIds))
  if (!taken.ok && taken.failure.kind === 'refused') {
    await new Promise((resolve) => setTimeout(resolve, againMs))
    taken = await perform(resetSkill(skillIds))
  }
  if (taken.ok) identity.skillsPending = false
  return taken
}
