import { mask } from './mask.ts'

/** One thing that crossed the platform's border, or happened inside it. */
export interface JournalEntry {
  readonly index: number
  /** Milliseconds since the epoch, with fractions. */
  readonly at: number
  readonly plane: 'gateway' | 'sip' | 'platform'
  /** Towards the platform, or away from it; null for what happens inside. */
  readonly direction: 'in' | 'out' | null
  /** Work number. */
  readonly agent: string | null
  readonly kind:
    | 'request'
    | 'response'
    | 'event'
    | 'connection'
    | 'message'
    | 'registration'
    | 'agent'
    | 'call'
    | 'fault'
  /** The operation's log name, the event's type, the SIP message's first line, … */
  readonly name: string
  readonly detail: unknown
}

export type JournalNote = Omit<JournalEntry, 'index' | 'at'>

export interface WaitOptions {
  /** Entries from this index on; 0 (the beginning) unless said otherwise. */
  readonly from?: number
  readonly timeoutMs?: number
}

export interface Journal {
  readonly entries: readonly JournalEntry[]
  add(note: JournalNote, at?: number): void
  /** The first entry, past or to come, that the predicate likes. */
  waitFor(predicate: (entry: JournalEntry) => boolean, options?: WaitOptions): Promise<JournalEntry>
  /** Resolves as soon as the condition holds; it is asked again after every entry. */
  until(condition: () => boolean, what: string, timeoutMs?: number): Promise<void>
}

export function now(): number {
  return performance.timeOrigin + performance.now()
}

export function createJournal(): Journal {
  const entries: JournalEntry[] = []
  const listeners = new Set<() => void>()

  const until = (condition: () => boolean, what: string, timeoutMs = 10_000): Promise<void> =>
    new Promise((resolve, reject) => {
      if (condition()) return resolve()
      const timer = setTimeout(() => {
        listeners.delete(check)
        reject(new Error(`Waited ${timeoutMs} ms for ${what}. The last that happened:\n${tail(entries)}`))
      }, timeoutMs)
      const check = () => {
        if (!condition()) return
        clearTimeout(timer)
        listeners.delete(check)
        resolve()
      }
      listeners.add(check)
    })

  return {
    entries,
    add: (note, at = now()) => {
      entries.push({ ...note, detail: mask(note.detail), index: entries.length, at })
      for (const listener of [...listeners]) listener()
    },
    until,
    waitFor: async (predicate, { from = 0, timeoutMs = 10_000 } = {}) => {
      let next = from
      let found: JournalEntry | undefined
      const search = () => {
        while (!found && next < entries.length) {
          const entry = entries[next++]
          if (entry && predicate(entry)) found = entry
        }
        return found !== undefined
      }
      await until(search, `an entry for ${predicate}`, timeoutMs)
      return found as JournalEntry
    },
  }
}

function tail(entries: readonly JournalEntry[]): string {
  return entries
    .slice(-25)
    .map((entry) => `  ${entry.index} ${entry.direction ?? '-'} ${entry.agent ?? '-'} ${entry.kind} ${entry.name}`)
    .join('\n')
}
