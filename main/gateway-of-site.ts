import type { AgentGateway } from './agent/session.ts'
import type { CallGateway } from './calls/verbs/call-gateway.ts'
import type { DirectoryGateway } from './directory/platform/platform.ts'
import { directoryQueries } from './directory-of-site.ts'
import type { Gateway, GatewayListeners } from './gateway/gateway.ts'
import { openGateway } from './gateway/open-gateway.ts'
import { type QuickReply, quickReplies } from './gateway/operations/quick-replies.ts'
import { agentVerbs } from './gateway/verbs/agent-verbs.ts'
import { callVerbs } from './gateway/verbs/call-verbs.ts'
import { teamVerbs } from './gateway/verbs/team-verbs.ts'
import type { Log } from './log/log.ts'
import type { Profile } from './profile/profile.ts'
import type { Profiles } from './profile/profiles.ts'
import type { TeamGateway } from './team/team-gateway.ts'

export interface GatewayOfSite {
  /** Null without a gateway in the profile, undefined without a profile. */
  readonly agent: () => AgentGateway | null | undefined
  readonly calls: CallGateway
  readonly directory: DirectoryGateway
  readonly team: TeamGateway
  /** The platform's own canned replies, where it has any (spec/media-and-services.md 2.6). */
  readonly quickReplies: () => Promise<readonly QuickReply[]>
  /** The session's credential, or null while there is none. */
  guid(): string | null
  /** The machine woke up or the network is back: look at the connection now. */
  checkNow(): void
}

/** The gateway of the profile in force: another profile is another gateway, and lets go of the one before. */
export function createGatewayOfSite(
  { profiles, log }: { readonly profiles: Profiles; readonly log: Log },
  listeners: GatewayListeners,
): GatewayOfSite {
  let opened: { readonly profile: Profile; readonly gateway: Gateway } | null = null

  function current(): Gateway | null {
    const { profile } = profiles.current()
    if (opened && opened.profile !== profile) opened.gateway.close()
    if (!profile?.gateway) opened = null
    else if (opened?.profile !== profile)
      opened = { profile, gateway: openGateway({ profile: profile.gateway, listeners, log }) }
    return opened?.gateway ?? null
  }

  return {
    agent: () => {
      if (!profiles.current().profile) return undefined
      const gateway = current()
      return gateway && agentVerbs(gateway)
    },
    calls: callVerbs(current),
    directory: directoryQueries(current),
    team: teamVerbs(current),
    quickReplies: async () => {
      const answered = await current()?.run(quickReplies())
      return answered?.ok ? answered.value : []
    },
    guid: () => opened?.gateway.guid() ?? null,
    checkNow: () => opened?.gateway.checkNow(),
  }
}
