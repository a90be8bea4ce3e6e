import type { Agent, Calls, HistoryRequests, HistoryState, MissedCall, Time } from '#contract'
import { type Connection, type ConnectionOptions, createConnection } from './connection.ts'
import { knownOfMissed, NOTHING_RECORDED, recordingOf } from './recorder.ts'
import type { Known, Owner } from './store/store.ts'

/** What an agent has missed, of earlier days too. */
export interface KnownMissed {
  /** Newest first. */
  readonly missed: readonly MissedCall[]
  /** What was missed later may not be among them. */
  readonly since: Time
}

export interface HistoryOptions extends ConnectionOptions {
  readonly onState: (state: HistoryState) => void
  readonly onMissed: (known: KnownMissed) => void
}

export interface HistoryPart {
  readonly requests: HistoryRequests
  agent(agent: Agent): void
  calls(calls: Calls): void
  /** Not before the desk has been painted: nobody waits for it. */
  open(): void
  /** Another profile is in force. */
  siteChanged(): void
  current(): HistoryState
  close(): Promise<void>
}

const MISSED_KNOWN = 200
const DAY_MS = 86_400_000

/** Every call that is over, with its note, kept by a thread of its own. */
export function createHistory(options: HistoryOptions): HistoryPart {
  const { site, now } = options
  const connection = createConnection(options)
  let revision = 0
  const current = () => ({ revision, days: site()?.days ?? 0 })
  const changed = () => {
    revision += 1
    options.onState(current())
  }
  const tellMissed = async (owner: Owner) => {
    const since = now()
    const missed = await connection.tell('missed', { owner, limit: MISSED_KNOWN })
    if (missed === null) return
    keeping.knows(missed)
    options.onMissed({ missed, since })
  }
  const keeping = keepCalls({ connection, changed, now })
  const ownerNow = ownerOf(site, (owner) => {
    keeping.isOf(owner)
    void tellMissed(owner)
  })
  const expire = async () => {
    const kept = site()
    const gone = kept && kept.days > 0 && (await connection.tell('expire', { ...kept, now: now() }))
    if (gone) changed()
  }
  const daily = setInterval(() => void expire(), DAY_MS)
  daily.unref()
  return {
    requests: requestsOf({ connection, owner: ownerNow.current, changed, tellMissed }),
    agent: (agent) => {
      if (agent.status === 'signing-in') keeping.isOf(null)
      ownerNow.agent(agent)
    },
    calls: keeping.calls,
    open: connection.open,
    siteChanged: () => {
      connection.reopen()
      changed()
    },
    current,
    close: async () => {
      clearInterval(daily)
      await connection.close()
    },
  }
}

/** Who is signed in; `onOther` hears of one who was not a moment ago. */
function ownerOf(site: HistoryOptions['site'], onOther: (owner: Owner) => void) {
  let name: string | null = null
  const current = (): Owner | null => {
    const kept = site()
    return kept === null || name === null ? null : { ...kept, agent: name }
  }
  return {
    current,
    agent: (agent: Agent) => {
      const before = name
      name = agent.status === 'signed-in' ? (agent.workNumber ?? `softphone ${agent.softphoneNumber}`) : null
      const owner = current()
      if (owner !== null && name !== before) onOther(owner)
    },
  }
}

interface Keeping {
  readonly connection: Pick<Connection, 'tell'>
  readonly changed: () => void
  readonly now: () => Time
}

/** Sees the calls, and writes what is new of them; a call that comes before it is known whose it is waits. */
function keepCalls({ connection, changed, now }: Keeping) {
  let recorded = NOTHING_RECORDED
  let owner: Owner | null = null
  let unseen = 0
  let waiting: readonly Known[] = []
  /** Missed calls that are in the history: by their own end, or from it. */
  const kept = new Set<string>()

  async function write(calls: readonly Known[]): Promise<void> {
    if (owner === null || calls.length === 0) return
    await connection.tell('record', { owner, calls })
    if (calls.some(({ endedAt }) => endedAt !== undefined)) changed()
  }
  function markSeen({ missed }: Calls): void {
    const before = unseen
    unseen = missed.filter(({ seen }) => !seen).length
    if (owner !== null && before > 0 && unseen === 0) void connection.tell('seen', { owner })
  }
  return {
    knows: (missed: readonly MissedCall[]) => {
      for (const { id } of missed) kept.add(id)
    },
    /** Until the next sign-in, what is seen of the calls is this agent's. */
    isOf: (next: Owner | null) => {
      owner = next
      const late = waiting
      waiting = []
      void write(late)
    },
    calls: (calls: Calls) => {
      const recording = recordingOf(recorded, calls, now())
      recorded = recording.recorded
      for (const { id } of recording.news) kept.add(id)
      const lost = calls.missed.filter(({ id }) => !kept.has(id))
      for (const { id } of lost) kept.add(id)
      const news = [...recording.news, ...lost.map(knownOfMissed)]
      if (owner === null) waiting = [...waiting, ...news]
      else void write(news)
      markSeen(calls)
    },
  }
}

interface Asking {
  readonly connection: Pick<Connection, 'ask'>
  readonly owner: () => Owner | null
  readonly changed: () => void
  readonly tellMissed: (owner: Owner) => Promise<void>
}

function requestsOf({ connection, owner: whose, changed, tellMissed }: Asking): HistoryRequests {
  const remove = async (name: 'remove' | 'clear', callId = '') => {
    const owner = whose()
    if (owner === null) return
    await connection.ask(name, { owner, callId })
    changed()
    await tellMissed(owner)
  }
  return {
    'history.search': (asked) => {
      const owner = whose()
      return owner === null ? Promise.resolve({ calls: [], more: false }) : connection.ask('search', { owner, asked })
    },
    'history.note': async ({ callId, text }) => {
      const owner = whose()
      const kept = owner !== null && (await connection.ask('note', { owner, callId, text }))
      if (kept) changed()
      return kept
    },
    'history.noteOf': ({ callId }) => {
      const owner = whose()
      return owner === null ? Promise.resolve('') : connection.ask('noteOf', { owner, callId })
    },
    'history.remove': ({ callId }) => remove('remove', callId),
    'history.clear': () => remove('clear'),
  }
}
