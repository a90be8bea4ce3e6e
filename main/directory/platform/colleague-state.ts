import type { ColleagueState, Time } from '#contract'
import type { Colleague } from './platform.ts'

/** spec/ccgateway.md 16.1; 9 is a rest asked for during a call, which is still going on. */
const states: readonly (ColleagueState | undefined)[] = [
  'offline',
  'offline',
  'offline',
  'busy',
  'idle',
  'wrap-up',
  'idle',
  'talking',
  'rest',
  'talking',
]

/** spec/ccgateway.md 16.2, for platforms that give nothing else. */
const ctiStates: readonly (ColleagueState | undefined)[] = [
  'offline',
  'idle',
  'talking',
  'talking',
  'ringing',
  'talking',
  'wrap-up',
  'busy',
  'rest',
  'busy',
  'busy',
]

const answering = 4

export function stateOf({ state, ctiState }: Colleague): ColleagueState {
  const known = state === undefined ? undefined : states[state]
  const finer = ctiState === undefined ? undefined : ctiStates[ctiState]
  if (known === 'talking' && ctiState === answering) return 'ringing'
  return known ?? finer ?? 'offline'
}

/** What is told of a state's age may be off by this much before it is another state of the same name. */
const jitterMs = 15_000

export interface Seen {
  readonly state: ColleagueState
  readonly since?: Time
}

/**
 * Since when: as seen here, where the state has changed before our eyes; else as the platform says. The unit of its
 * `currentstatetime` is not known (spec/ccgateway.md 0.1): a moment when it is as large as one, else seconds, unless
 * that would be before the sign-in: then milliseconds.
 */
export function seenNow(colleague: Colleague, before: Seen | undefined, at: Time): Seen {
  const state = stateOf(colleague)
  if (state === 'offline') return { state }
  const told = toldSince(colleague, at)
  const same = before?.state === state
  if (same && before.since !== undefined) {
    const another = told !== undefined && told - before.since > jitterMs
    return another ? { state, since: told } : before
  }
  const since = told ?? (before === undefined || same ? undefined : at)
  return since === undefined ? { state } : { state, since }
}

function toldSince({ stateTime, signedInAt }: Colleague, at: Time): Time | undefined {
  if (stateTime === undefined || stateTime < 0) return undefined
  if (stateTime > 1e11) return Math.min(at, stateTime)
  if (stateTime > 1e9) return Math.min(at, stateTime * 1000)
  const bySeconds = at - stateTime * 1000
  return signedInAt !== undefined && bySeconds < signedInAt - jitterMs ? at - stateTime : bySeconds
}
