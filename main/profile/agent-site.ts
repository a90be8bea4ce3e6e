import type { Reason, Settings } from '#contract'
import type { Profile } from './profile.ts'

type Names = NonNullable<Profile['gateway']>['busyReasons']

/** What the site says of an agent's work, and what this agent chose instead. */
export function agentSiteOf(profile: Profile | null, settings: Pick<Settings, 'autoAnswer' | 'autoIdle'>) {
  const gateway = profile?.gateway
  return {
    reasons: { busy: reasonsOf(gateway?.busyReasons), rest: reasonsOf(gateway?.restReasons) },
    autoAnswer: settings.autoAnswer ?? gateway?.autoAnswer ?? false,
    autoIdle: settings.autoIdle ?? !(gateway?.wrapUp ?? true),
    restApprovalMs: (gateway?.restApprovalSeconds ?? 0) * 1_000,
    ...(gateway?.wrapUpSeconds !== undefined && { wrapUpSeconds: gateway.wrapUpSeconds }),
  }
}

function reasonsOf(names: Names = {}): readonly Reason[] {
  return Object.entries(names).map(([number, name]) => ({ number: Number(number), name }))
}
