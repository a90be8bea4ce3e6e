import type { Notices } from './agent/notices.ts'
import type { CallsPart } from './calls/calls.ts'
import { createHistory, type HistoryOptions, type HistoryPart } from './calls/history/history.ts'
import type { Given } from './parts.ts'
import { type Profiles, summaryOf } from './profile/profiles.ts'

/** What the history needs of the ground the app stands on. */
export type HistoryGround = Pick<HistoryOptions, 'file' | 'startWorker'>

export function createHistoryOfSite(
  { profiles, tell, now, log, historyGround }: Given,
  notices: Pick<Notices, 'add'>,
  calls: () => Pick<CallsPart, 'apply'>,
): HistoryPart {
  return createHistory({
    ...historyGround,
    site: () => siteOf(profiles),
    onState: (state) => tell.desk('history.changed', state),
    onMissed: (known) => calls().apply({ type: 'missed-known', ...known }),
    onSetAside: (file) => notices.add({ kind: 'history-set-aside', file }),
    now,
    log,
  })
}

/** One site's calls stand under its host, as its secrets do. */
function siteOf(profiles: Profiles) {
  const { profile } = profiles.current()
  return profile ? { site: summaryOf(profile).host, days: profile.historyDays } : null
}
