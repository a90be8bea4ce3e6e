/** Who looks at the directory, and at which queues. */
export interface Watchers {
  set(by: string, queues: readonly string[] | null): void
  clear(): void
}

/** `tell` hears null when nobody looks. */
export function createWatchers(tell: (queues: readonly string[] | null) => void): Watchers {
  const looking = new Map<string, readonly string[]>()
  const told = () => tell(looking.size === 0 ? null : [...new Set([...looking.values()].flat())])
  return {
    set: (by, queues) => {
      if (queues === null) looking.delete(by)
      else looking.set(by, queues)
      told()
    },
    clear: () => {
      looking.clear()
      told()
    },
  }
}
