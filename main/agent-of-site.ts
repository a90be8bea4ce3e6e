import { createAgentDay } from './agent/day/keep-day.ts'
import { type AgentOptions, createAgent } from './agent/session.ts'
import { accountOf } from './line/account.ts'
import type { LinePart } from './line/line.ts'
import type { Given } from './parts.ts'
import { agentSiteOf } from './profile/agent-site.ts'
import { markOf } from './profile/days.ts'
import type { Site } from './site.ts'

type Parts = Pick<AgentOptions, 'gateway' | 'onChange' | 'notices'> & {
  readonly site: Site
  readonly line: LinePart
  readonly settingsChanged: () => void
}

/** The agent at this site: under its profile, with what was chosen on this machine. */
export function createAgentOfSite(given: Given, { site, line, settingsChanged, ...others }: Parts) {
  return createAgent({
    ...others,
    site: () => agentSiteOf(given.profiles.current().profile, given.settings.current()),
    line: { open: (number, secret) => openLine(given, line, number, secret), close: line.close },
    vault: site.vault,
    remember: site.remember,
    keepHabits: (habits) => {
      given.settings.change(habits)
      settingsChanged()
    },
    now: given.now,
  })
}

function openLine({ profiles, memory }: Given, line: LinePart, number: string, secret: string): void {
  const { profile } = profiles.current()
  if (profile) line.open(accountOf(profile.sip, number, memory.current().instanceId), secret)
}

export function createDayOfSite({ days, memory, tell, now }: Given) {
  return createAgentDay({
    store: days,
    markOf: (workNumber) => markOf(memory.current().instanceId, workNumber),
    publish: (day) => tell.desk('day.changed', day),
    now,
  })
}
