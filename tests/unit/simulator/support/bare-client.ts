/** What both bare clients do, so that a test can be run over either. */
export interface Answered {
  readonly retcode: string
  readonly message: string
  readonly result?: unknown
  readonly guid?: string
}

export interface SeenEvent {
  readonly eventType: string
  readonly workNo: string
  readonly content: unknown
}

export interface BareClient {
  readonly events: readonly SeenEvent[]
  /** Sent with every request; set by the answers. */
  guid: string | null
  ask(method: string, path: string, body?: unknown): Promise<Answered>
  /** Resolves when everything that was to come has come. */
  settled(): Promise<void>
  /** Resolves when the gateway has ended the session. */
  readonly over: Promise<void>
  close(): Promise<void>
}

/** A value that can be waited for, without a clock. */
export function createMailbox<T>(): {
  readonly all: T[]
  put(item: T): void
  until(condition: () => boolean): Promise<void>
} {
  const all: T[] = []
  let waiting: (() => void)[] = []
  return {
    all,
    put: (item) => {
      all.push(item)
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
    until: async (condition) => {
      while (!condition()) await new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
}
