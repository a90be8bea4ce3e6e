import type { Notices } from './agent/notices.ts'
import type { CallsPart } from './calls/calls.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { Given } from './parts.ts'
import { markOf } from './profile/days.ts'
import type { KeptMessages } from './team/kept-messages.ts'
import { createTeam, type TeamPart } from './team/team.ts'

interface Others {
  readonly gateway: Pick<GatewayOfSite, 'team'>
  readonly notices: Notices
  readonly calls: () => CallsPart
}

/** Agent and team lead at this site. */
export function createTeamOfSite(
  { profiles, messages, memory, tell, now }: Given,
  { gateway, notices, calls }: Others,
): TeamPart {
  return createTeam({
    gateway: gateway.team,
    notices,
    onChange: (team) => tell.desk('team.changed', team),
    onVoice: (voice) => calls().apply({ type: 'inspecting', voice, at: now() }),
    tells: () => profiles.current().profile?.gateway?.tellWhenListenedTo ?? true,
    kept: keptOf({ profiles, messages, memory, now }),
    now,
  })
}

/** For the shift; at a site that keeps no calls on the disk (`historyDays` 0), no messages either. */
function keptOf({
  profiles,
  messages,
  memory,
  now,
}: Pick<Given, 'profiles' | 'messages' | 'memory' | 'now'>): KeptMessages {
  const place = (workNumber: string) => ({
    of: markOf(memory.current().instanceId, workNumber),
    day: new Date(now()).toDateString(),
  })
  return {
    of: (workNumber) => {
      const { of, day } = place(workNumber)
      const kept = messages.current()
      return kept.of === of && kept.day === day ? kept.messages : []
    },
    keep: (workNumber, all) => {
      if ((profiles.current().profile?.historyDays ?? 0) === 0) return
      messages.change({ ...place(workNumber), messages: all })
    },
  }
}
