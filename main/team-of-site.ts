import type { Notices } from './agent/notices.ts'
import type { CallsPart } from './calls/calls.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { Given } from './parts.ts'
import { createTeam, type TeamPart } from './team/team.ts'

interface Others {
  readonly gateway: Pick<GatewayOfSite, 'team'>
  readonly notices: Notices
  readonly calls: () => CallsPart
}

/** Agent and team lead at this site. */
export function createTeamOfSite({ profiles, tell, now }: Given, { gateway, notices, calls }: Others): TeamPart {
  return createTeam({
    gateway: gateway.team,
    notices,
    onChange: (team) => tell.desk('team.changed', team),
    onVoice: (voice) => calls().apply({ type: 'inspecting', voice, at: now() }),
    tells: () => profiles.current().profile?.gateway?.tellWhenListenedTo ?? true,
    now,
  })
}
