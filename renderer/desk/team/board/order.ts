import type { ColleagueState, DirectoryEntry } from '#contract'

export type Order = 'state' | 'name' | 'longest'

/** Who may need a hand first. */
const urgency: readonly ColleagueState[] = ['ringing', 'talking', 'wrap-up', 'busy', 'rest', 'idle', 'offline']

export function sorted(agents: readonly DirectoryEntry[], order: Order): readonly DirectoryEntry[] {
  const byName = (one: DirectoryEntry, other: DirectoryEntry) => one.name.localeCompare(other.name)
  const byAge = (one: DirectoryEntry, other: DirectoryEntry) => sinceOf(one) - sinceOf(other)
  const byState = (one: DirectoryEntry, other: DirectoryEntry) => rank(one) - rank(other)
  switch (order) {
    case 'name':
      return agents.toSorted(byName)
    case 'longest':
      return agents.toSorted((one, other) => byAge(one, other) || byName(one, other))
    case 'state':
      return agents.toSorted((one, other) => byState(one, other) || byAge(one, other) || byName(one, other))
  }
}

function rank({ state = 'offline' }: DirectoryEntry): number {
  return urgency.indexOf(state)
}

/** Nobody knows how long somebody has been away. */
function sinceOf({ since = Number.MAX_SAFE_INTEGER }: DirectoryEntry): number {
  return since
}

/** Each where it stood; who is new comes after them. */
export function arranged(agents: readonly DirectoryEntry[], standing: readonly string[]): readonly DirectoryEntry[] {
  const place = new Map(standing.map((id, at) => [id, at]))
  const placeOf = ({ id }: DirectoryEntry) => place.get(id) ?? standing.length
  return agents.toSorted((one, other) => placeOf(one) - placeOf(other))
}
