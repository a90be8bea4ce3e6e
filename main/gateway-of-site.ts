import type { AgentGateway } from './agent/session.ts'
import type { CallGateway } from './calls/verbs/call-gateway.ts'
import type { ChatGateway } from './chats/chat-gateway.ts'
import type { ChatsPart } from './chats/chats.ts'
import type { DirectoryGateway } from './directory/platform/platform.ts'
import { directoryQueries } from './directory-of-site.ts'
import type { Gateway, GatewayListeners } from './gateway/gateway.ts'
import { openGateway } from './gateway/open-gateway.ts'
import { type QuickReply, quickReplies } from './gateway/operations/quick-replies.ts'
import { agentVerbs } from './gateway/verbs/agent-verbs.ts'
import { callVerbs } from './gateway/verbs/call-verbs.ts'
import { type ChatDialect, chatVerbs } from './gateway/verbs/chat/chat-verbs.ts'
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
  readonly chats: () => ChatGateway
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
  chats: () => Pick<ChatsPart, 'busy' | 'holds'>,
): GatewayOfSite {
  let opened: { readonly profile: Profile; readonly gateway: Gateway } | null = null

  function current(): Gateway | null {
    const { profile } = profiles.current()
    if (opened && opened.profile !== profile) opened.gateway.close()
    if (!profile?.gateway) opened = null
    else if (opened?.profile !== profile)
      opened = {
        profile,
        gateway: openGateway({ profile: { ...profile.gateway, chat: profile.chat !== undefined }, listeners, log }),
      }
    return opened?.gateway ?? null
  }

  return {
    agent: () => {
      if (!profiles.current().profile) return undefined
      const gateway = current()
      return gateway && agentVerbs(gateway)
    },
    calls: besideChats(callVerbs(current), chats),
    chats: chatVerbs(current, () => dialectOf(profiles.current().profile)),
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

function dialectOf(profile: Profile | null): ChatDialect {
  const { dialect = 'mediacall', mediaType = '53', messageBytes = 3_800 } = profile?.chat ?? {}
  return { dialect, mediaType, messageBytes }
}

/**
 * Voice calls where there are text calls too: "the current call" of `release` may then be a text one, so that a call is
 * dropped by its id, and the list of all calls holds both.
 */
function besideChats(calls: CallGateway, chats: () => Pick<ChatsPart, 'busy' | 'holds'>): CallGateway {
  return {
    ...calls,
    hangUp: (callId, byId) => calls.hangUp(callId, byId || chats().busy()),
    callIds: async () => (await calls.callIds())?.filter((id) => !chats().holds(id)) ?? null,
  }
}
