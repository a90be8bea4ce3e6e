import type { Agent, CommandResult } from '#contract'
import type { TeamGateway } from './team-gateway.ts'

/** A query's length is the gateway's business; so many work numbers fit any. */
const AT_ONCE = 50

/** Keeps the platform's list of monitored agents as the board wants it (spec/ccgateway.md 11, `beginmonitor`). */
export function createMonitoring(
  gateway: Pick<TeamGateway, 'monitored' | 'beginMonitor' | 'endMonitor'>,
  allowed: () => boolean,
) {
  let begun: readonly string[] | null = null
  let last: Promise<void> = Promise.resolve()

  async function change(wanted: readonly string[]): Promise<void> {
    const before = begun ?? (await gateway.monitored())
    const missing = wanted.filter((one) => !before.includes(one))
    const surplus = before.filter((one) => !wanted.includes(one))
    const added = await inParts(missing, gateway.beginMonitor)
    const removed = await inParts(surplus, gateway.endMonitor)
    begun = [...before.filter((one) => !removed.includes(one)), ...added]
  }

  return {
    want: (workNumbers: readonly string[]): Promise<void> => {
      if (!allowed()) return Promise.resolve()
      last = last.then(() => change(workNumbers))
      return last
    },
    /** The platform forgets it with the session (inferred). */
    agentChanged: (agent: Agent): void => {
      if (agent.status !== 'signed-in') begun = null
    },
  }
}

/** Answers those for whom it was done. */
async function inParts(
  all: readonly string[],
  tell: (some: readonly string[]) => Promise<CommandResult>,
): Promise<string[]> {
  const done: string[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const { ok } = await tell(some)
    if (ok) done.push(...some)
  }
  return done
}
