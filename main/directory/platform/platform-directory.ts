import type { DirectoryFreshness, Time } from '#contract'
import type { Outcome, Query } from '../refresh/schedule.ts'
import { type Line, linesOf } from '../search/line.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { inSlices } from '../slices.ts'
import { type Seen, seenNow } from './colleague-state.ts'
import type { Asked, Colleague, DirectoryGateway, PlatformQueue } from './platform.ts'
import { agentLine, codeLine, queueLine } from './platform-lines.ts'

/** The platform's part of the directory: what it said last, and how old that is. */
export interface PlatformDirectory {
  ask(query: Query): Promise<Outcome>
  freshness(): DirectoryFreshness
  /** Somebody else signed in, or nobody: what one agent may see is not the next one's. */
  begin(workNumber: string | null): Promise<void>
}

export interface PlatformParts {
  readonly gateway: DirectoryGateway
  readonly index: SearchIndex
  readonly onChange: () => void
  readonly now: () => Time
}

interface Heard extends PlatformParts {
  workNumber: string | null
  /** Rises with every sign-in: an answer to somebody else's question is dropped. */
  session: number
  freshness: DirectoryFreshness
  readonly colleagues: Map<string, { readonly colleague: Colleague; readonly seen: Seen }>
  queues: readonly PlatformQueue[]
  readonly waiting: Map<string, number>
  /** What was told last and is being sorted in. */
  taking: Promise<void>
}

export function createPlatformDirectory(parts: PlatformParts): PlatformDirectory {
  const heard: Heard = {
    ...parts,
    workNumber: null,
    session: 0,
    freshness: { status: 'none' },
    colleagues: new Map(),
    queues: [],
    waiting: new Map(),
    taking: Promise.resolve(),
  }
  return {
    ask: (query) => ask(heard, query),
    freshness: () => heard.freshness,
    begin: async (workNumber) => {
      heard.session += 1
      heard.workNumber = workNumber
      heard.freshness = { status: workNumber === null ? 'none' : 'loading' }
      await heard.taking
      heard.colleagues.clear()
      heard.queues = []
      heard.waiting.clear()
      for (const kind of ['agent', 'queue', 'access-code', 'ivr'] as const) await heard.index.replace(kind, [])
      heard.onChange()
    },
  }
}

/** None of a kind is an answer, not a failure (spec/ccgateway.md chapter 17, 300-002, 300-004, 600-00n). */
const emptyCodes = new Set(['300-002', '300-004', '600-001', '600-002', '600-003', '600-004', '600-005'])
/** Refusals that will be the same in ten minutes: no right, no such query. */
const lastingCodes = new Set(['300-001', '000-002'])

async function ask(heard: Heard, query: Query): Promise<Outcome> {
  const { gateway } = heard
  switch (query.what) {
    case 'agents':
      return settle(heard, gateway.agents(), (colleagues) => takeColleagues(heard, colleagues), true)
    case 'queues':
      return settle(heard, gateway.queues(), (queues) => takeQueues(heard, queues))
    case 'access-codes':
    case 'ivrs': {
      const kind = query.what === 'ivrs' ? 'ivr' : 'access-code'
      const asking = query.what === 'ivrs' ? gateway.ivrs() : gateway.accessCodes()
      return settle(heard, asking, (codes) =>
        heard.index.replace(kind, unique(codes.map((one) => codeLine(kind, one)))),
      )
    }
    case 'waiting':
      return settle(heard, gateway.waiting(query.queue), (count) => takeWaiting(heard, query.queue, count))
  }
}

async function settle<T>(
  heard: Heard,
  asking: Promise<Asked<T>>,
  take: (value: T) => Promise<void>,
  says = false,
): Promise<Outcome> {
  const { session } = heard
  const asked = await asking
  if (heard.session !== session) return 'yes'
  if (asked.ok) {
    const taking = take(asked.value)
    heard.taking = taking
    await taking
  }
  if (heard.session !== session) return 'yes'
  if (says) heard.freshness = freshnessOf(heard, asked)
  heard.onChange()
  return outcomeOf(asked)
}

function outcomeOf(asked: Asked<unknown>): Outcome {
  if (asked.ok || emptyCodes.has(asked.retcode ?? '')) return 'yes'
  return lastingCodes.has(asked.retcode ?? '') ? 'no' : 'limited'
}

function freshnessOf(heard: Heard, asked: Asked<unknown>): DirectoryFreshness {
  if (asked.ok || emptyCodes.has(asked.retcode ?? '')) return { status: 'fresh', at: heard.now() }
  const { reason, retcode } = asked
  const at = 'at' in heard.freshness ? heard.freshness.at : null
  return { status: 'failed', at, reason, ...(retcode !== undefined && { retcode }) }
}

/** Who is not named any more has signed out: the line stays where it is, so that nothing moves. */
async function takeColleagues(heard: Heard, colleagues: readonly Colleague[]): Promise<void> {
  const at = heard.now()
  const named = new Set(colleagues.map(({ workNumber }) => workNumber))
  for (const colleague of colleagues) {
    const before = heard.colleagues.get(colleague.workNumber)?.seen
    heard.colleagues.set(colleague.workNumber, { colleague, seen: seenNow(colleague, before, at) })
  }
  for (const [workNumber, { colleague }] of heard.colleagues)
    if (!named.has(workNumber)) heard.colleagues.set(workNumber, { colleague, seen: { state: 'offline' } })
  const { workNumber } = heard
  const lines = linesOf([...heard.colleagues.values()], ({ colleague, seen }) =>
    agentLine(colleague, seen, colleague.workNumber === workNumber),
  )
  await heard.index.replace('agent', await inSlices(lines))
}

function takeQueues(heard: Heard, queues: readonly PlatformQueue[]): Promise<void> {
  heard.queues = queues
  return showQueues(heard)
}

function takeWaiting(heard: Heard, queue: string, count: number | null): Promise<void> {
  if (count !== null) heard.waiting.set(queue, count)
  return showQueues(heard)
}

function showQueues({ index, queues, waiting }: Heard): Promise<void> {
  return index.replace('queue', unique(queues.map((queue) => queueLine(queue, waiting.get(queue.id)))))
}

/** A platform that names one thing twice must not give two lines of one id. */
function unique(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [line.id, line])).values()]
}
