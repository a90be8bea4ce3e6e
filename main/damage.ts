import type { Notices } from './agent/notices.ts'

interface Kept {
  readonly setAside: string | null
}

interface Records {
  readonly settings: Kept
  readonly memory: Kept
  readonly days: Kept
  readonly stores: { readonly setAside: readonly string[] }
}

/** Files that could not be read have another name now; the agent is told which. */
export function tellOfDamage({ settings, memory, days, stores }: Records, notices: Pick<Notices, 'add'>): void {
  const files = [...stores.setAside, settings.setAside, memory.setAside, days.setAside].filter((file) => file !== null)
  for (const file of files) notices.add({ kind: 'settings-file-set-aside', file })
}
