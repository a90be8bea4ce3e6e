import type { Agent, Notice, NoticeKind, SignedOutReason, Time } from '#contract'

export interface Notices {
  add(kind: NoticeKind): void
  dismiss(id: string): void
  /** Takes back what is no longer true. */
  settle(kinds: readonly NoticeKind['kind'][]): void
  current(): readonly Notice[]
}

const KEPT = 20

/** What the agent must know and did not ask for; each stays until read, the same one is not said twice. */
export function createNotices(publish: (notices: readonly Notice[]) => void, now: () => Time): Notices {
  let notices: readonly Notice[] = []
  let made = 0
  function replace(next: readonly Notice[]): void {
    if (next.length === notices.length && next.every((notice, index) => notice === notices[index])) return
    notices = next
    publish(notices)
  }
  return {
    add: (kind) => {
      made += 1
      const others = notices.filter((notice) => !isSame(notice, kind))
      replace([{ ...kind, id: `notice-${made}`, at: now() }, ...others].slice(0, KEPT))
    },
    dismiss: (id) => replace(notices.filter((notice) => notice.id !== id)),
    settle: (kinds) => replace(notices.filter((notice) => !kinds.includes(notice.kind))),
    current: () => notices,
  }
}

/** Each file is named: one that stands for all would lose the others. */
function isSame(one: NoticeKind, other: NoticeKind): boolean {
  if (one.kind === 'settings-file-set-aside' && other.kind === one.kind) return one.file === other.file
  return one.kind === other.kind
}

/** Why the platform made the agent busy (spec/ccgateway.md 6, "Busy reasons"). */
const BUSY_REASONS: Readonly<Record<number, NoticeKind['kind'] & `busy-${string}`>> = {
  2: 'busy-not-answered',
  3: 'busy-by-team-lead',
  5: 'busy-phone-unavailable',
  7: 'busy-declined',
}

/** The notice that a step of the agent's state calls for, if any. */
export function noticeOf(before: Agent, after: Agent): NoticeKind | null {
  if (after.status === 'signed-out') return before.status === 'signed-in' ? endNotice(after.why) : null
  if (after.status !== 'signed-in' || after.state.name !== 'busy') return null
  const told = before.status === 'signed-in' && before.state === after.state
  const kind = BUSY_REASONS[after.state.reason ?? 0]
  return told || !kind ? null : { kind }
}

function endNotice(why: SignedOutReason): NoticeKind | null {
  switch (why) {
    case 'elsewhere':
      return { kind: 'signed-in-elsewhere' }
    case 'by-team-lead':
      return { kind: 'signed-out-by-team-lead' }
    case 'session-expired':
    case 'connection-lost':
      return { kind: 'session-expired' }
    default:
      return null
  }
}

/** What need not be told any more after this step. */
export function settledBy(before: Agent, agent: Agent): readonly NoticeKind['kind'][] {
  if (agent.status !== 'signed-in') return REST_ANEW
  const { name, until } = agent.state
  if (name === 'rest') return before.status === 'signed-in' && before.state.until === until ? AT_REST : REST_ANEW
  return name === 'idle' ? AT_IDLE : REST_OVER
}

const REST_OVER: readonly NoticeKind['kind'][] = ['rest-over']
const REST_ANEW: readonly NoticeKind['kind'][] = [...REST_OVER, 'rest-not-granted']
const AT_REST: readonly NoticeKind['kind'][] = ['rest-not-granted']
const AT_IDLE: readonly NoticeKind['kind'][] = [
  ...REST_OVER,
  'busy-not-answered',
  'busy-by-team-lead',
  'busy-phone-unavailable',
  'busy-declined',
  'busy-line-down',
  'no-microphone',
]
